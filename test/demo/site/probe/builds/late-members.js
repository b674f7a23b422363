// A build that sets the global first and completes it afterwards.

(() => {
  function Push() {
    this.config = { debug: false };
  }
  window.AKPush = Push;
  Push.prototype.initSubscription = async function initSubscription() {
    return this;
  };
  window.AKPush.removeToken = async function removeToken() {
    return { result: 'success', self: this };
  };
  window.AKPush.events = {
    emit(...args) {
      return args;
    },
  };
  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    const instance = new Sdk();
    note('class and instance', [Sdk, instance]);
    await check('method', async () => (await instance.initSubscription()) === instance);
    await check('static', async () => (await Sdk.removeToken()).result === 'success');
    await check('emit', Sdk.events.emit('x', 1).length === 2);
    Sdk.prototype.updateSubscription = async () => 'later';
    await check('even later', async () => (await instance.updateSubscription()) === 'later');
    const events = { emit: () => 'replaced' };
    Sdk.events = events;
    await check('replaced', Sdk.events === events && Sdk.events.emit('x') === 'replaced');
    note('class afterwards', Sdk);
  };
})();
