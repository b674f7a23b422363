// G6, 2024-12 on: `suspendSubscription`; `config.serverActionHandlers` (put in by the server).

(() => {
  /* core */
  const store = indexedDbStore();
  const events = new EventEmitter();
  const subscribers = new WeakMap();
  const ways = {};
  const sdkOf = (config) => ({
    config,
    store,
    ways,
    emit: (name, payload) => events.emit(name, payload),
  });

  class AkPush {
    constructor(given) {
      this.config = effectiveConfig(given);
      this.isPendingInitSubscription = false;
      subscribers.set(this, createSubscriber(sdkOf(this.config)));
    }

    async initSubscription(match, update, customData) {
      if (this.isPendingInitSubscription) return;
      this.isPendingInitSubscription = true;
      await onceLoaded(() =>
        subscribers
          .get(this)
          .subscribe(match, update, customData)
          .finally(() => {
            this.isPendingInitSubscription = false;
          }),
      );
    }

    async updateSubscription(match, update, inexclusiveOrCustomData) {
      return subscribers.get(this).update(match, update, inexclusiveOrCustomData);
    }

    async suspendSubscription(match, update, customData) {
      await onceLoaded(() => subscribers.get(this).suspend(match, update, customData));
    }

    static removeToken(prefix = builtIn.randomPrefix) {
      return removeCachedToken(store, prefix);
    }
  }
  AkPush.events = events;

  if (!window.AKPush) window.AKPush = AkPush;
  void workAtLoad(sdkOf(builtInForPage()));
})();
