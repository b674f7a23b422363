// Last: the page's ordinary work with the SDK. What comes of it is told in the title.

(() => {
  const { results, sdk } = page;
  const isOurs = (value) => value === page.answered;
  const work = async () => {
    const Sdk = page.own(() => window.AKPush) || sdk;
    const config = { debug: false };
    // What a trap has put there may be no SDK at all.
    const instance = page.own(() =>
      typeof Sdk === 'function' && Sdk.prototype?.initSubscription
        ? new Sdk(config)
        : new sdk(config),
    );
    page.instance = instance;
    results.config = instance.config === config;
    results.isInstance = instance instanceof sdk;
    const payload = { token: 'x' };
    results.init = isOurs(await instance.initSubscription(payload));
    results.argument = page.seen === payload;
    results.remove = isOurs(await sdk.removeToken());
    const reason = { reason: 1 };
    try {
      await instance.updateSubscription(reason);
    } catch (error) {
      results.reason = error === reason;
    }
    try {
      instance.suspendSubscription(reason);
    } catch (error) {
      results.thrown = error === reason;
    }
    let heard;
    sdk.events.on('demo', (value) => {
      heard = value;
    });
    results.emitted = sdk.events.emit('demo', payload) === true && heard === payload;
    results.unheard = sdk.events.emit('unheard', payload) === false;
    for (let i = 0; i < page.steps.length; i++) await page.steps[i](instance);
  };
  const finish = async () => {
    try {
      await work();
    } catch (error) {
      results.failed = page.own(() => `${error}`);
    }
    page.later(() => page.tell(), 20);
  };
  // A key, not a button: nobody has to look into this document to press it.
  addEventListener('keydown', () => {
    sdk.events.emit(`ordinary ${location.pathname}${location.search}`, 'after all');
  });
  addEventListener('load', finish);
})();
