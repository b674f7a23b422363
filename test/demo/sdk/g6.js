// G6, 2024-12 on: `suspendSubscription`; `config.serverActionHandlers` (put in by the server).

(() => {
  /* core */
  const store = indexedDbStore();
  const events = new EventEmitter();
  const subscribers = new WeakMap();

  class AkPush {
    constructor(given) {
      this.config = effectiveConfig(given);
      this.isPendingInitSubscription = false;
      const sdk = {
        config: this.config,
        store,
        emit: (name, payload) => events.emit(name, payload),
        migrate: () => moveOutOfLocalStorage(store, this.config.randomPrefix),
      };
      subscribers.set(this, createSubscriber(sdk));
    }

    async initSubscription(match, update, customData) {
      await onceLoaded(async () => {
        if (this.isPendingInitSubscription) return;
        this.isPendingInitSubscription = true;
        try {
          await subscribers.get(this).subscribe(match, update, customData);
        } finally {
          this.isPendingInitSubscription = false;
        }
      });
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
})();
