// G3, 2021 to 2022: a bundled class, methods on the prototype; subscribes only while the permission is not asked for; `events` and `removeToken`; the token in IndexedDB.

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

    static removeToken(prefix = builtIn.randomPrefix) {
      return removeCachedToken(store, prefix);
    }
  }
  AKPush.events = events;

  if (!window.AKPush) window.AKPush = AKPush;
  void workAtLoad(sdkOf(builtInForPage()));
})();
