// G3, 2021 to 2022: a bundled class, methods on the prototype; `events` and `removeToken`; the token in IndexedDB.

(() => {
  /* core */
  const store = indexedDbStore();
  const events = new EventEmitter();
  const subscribers = new WeakMap();

  class AKPush {
    constructor(given) {
      this.config = effectiveConfig(given);
      const sdk = {
        config: this.config,
        store,
        emit: (name, payload) => events.emit(name, payload),
        migrate: () => moveOutOfLocalStorage(store, this.config.randomPrefix),
      };
      subscribers.set(this, createSubscriber(sdk));
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
})();
