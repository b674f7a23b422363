// A small build that uses nothing that a page could have broken.

(() => {
  const { apply, results } = page;
  const answered = {};
  results.seen = 0;
  class AkPush {
    constructor(config) {
      this.config = config;
      this.isPendingInitSubscription = false;
    }
    async initSubscription(value) {
      results.seen++;
      page.seen = value;
      return page.answer ?? answered;
    }
    async updateSubscription(reason) {
      throw reason;
    }
    suspendSubscription(error) {
      throw error;
    }
    static async removeToken() {
      return answered;
    }
  }
  class Emitter {
    constructor() {
      this._events = { __proto__: null };
    }
    on(name, listener) {
      this._events[name] = listener;
    }
    emit(name, payload) {
      // Of another name the SDK would make a key, and run the page's `toString` itself.
      const listener = typeof name === 'string' ? this._events[name] : undefined;
      if (!listener) return false;
      apply(listener, this, [payload]);
      return true;
    }
    listenerCount() {
      return 7;
    }
  }
  AkPush.events = new Emitter();
  page.sdk = AkPush;
  page.answered = answered;
  try {
    if (!window.AKPush) window.AKPush = AkPush;
  } catch (error) {
    results.assigning = error.message;
  }
})();
