// A build that freezes itself.

(() => {
  class AkPush {
    constructor() {
      this.config = { debug: false };
      Object.freeze(this);
    }
    async initSubscription() {
      return 'frozen';
    }
    static async removeToken() {
      return { result: 'success' };
    }
  }
  AkPush.events = Object.freeze({
    on() {},
    emit: () => true,
    listenerCount: () => 0,
  });
  Object.freeze(AkPush.prototype);
  window.AKPush = Object.freeze(AkPush);
  window.scenario = async (Sdk) => {
    const { check, note, outcome } = probe;
    const instance = new Sdk();
    note('class and instance', [Sdk, instance]);
    await check('constructor', instance.constructor === Sdk && instance instanceof Sdk);
    note('init', await outcome(() => instance.initSubscription()));
    note('removeToken', await outcome(() => Sdk.removeToken()));
    await check('emit', Sdk.events.emit('x') === true);
  };
})();
