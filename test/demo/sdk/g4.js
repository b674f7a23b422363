// G4, 2022-09: `updateSubscription`.

(() => {
  /* core */
  const store = indexedDbStore();
  const events = new EventEmitter();
  const subscribers = new WeakMap();
  const ways = { askingOnly: true, savesAtLoad: true };
  const sdkOf = (config) => ({
    config,
    store,
    ways,
    emit: (name, payload) => events.emit(name, payload),
  });

  class AKPush {
    constructor(given) {
      this.config = effectiveConfig(given);
      subscribers.set(this, createSubscriber(sdkOf(this.config)));
    }

    async initSubscription(match, update, customData) {
      await onceLoaded(() => subscribers.get(this).subscribe(match, update, customData));
    }

    async updateSubscription(match, update, inexclusiveOrCustomData) {
      return subscribers.get(this).update(match, update, inexclusiveOrCustomData);
    }

    static removeToken(prefix = builtIn.randomPrefix) {
      return removeCachedToken(store, prefix);
    }
  }
  AKPush.events = events;

  if (!window.AKPush) window.AKPush = AKPush;
  void workAtLoad(sdkOf(builtInForPage()));
})();
