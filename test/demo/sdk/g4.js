// G4, 2022-09: `updateSubscription`.

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

    async updateSubscription(match, update, inexclusiveOrCustomData) {
      return subscribers.get(this).update(match, update, inexclusiveOrCustomData);
    }

    static removeToken(prefix = builtIn.randomPrefix) {
      return removeCachedToken(store, prefix);
    }
  }
  AKPush.events = events;

  if (!window.AKPush) window.AKPush = AKPush;
})();
