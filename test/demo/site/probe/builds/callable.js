// A function that makes an instance with `new` and without.

(() => {
  const { seen } = probe;
  function Push(...args) {
    seen.push({ self: this, target: new.target, args });
    if (!new.target) return { made: 'without new', self: this, args };
    this.config = { debug: false };
    this.initSubscription = async () => this;
  }
  window.AKPush = Push;
  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    const instance = new Sdk(1);
    note('class and instance', [Sdk, instance]);
    await check('new.target', seen.at(-1).target === Push);
    await check('own method', async () => (await instance.initSubscription()) === instance);
    const made = Sdk(1, 2);
    await check('without new', made.made === 'without new' && made.args.length === 2);
    await check('this without new', made.self === window);
    const self = {};
    await check('call', Sdk.call(self).self === self);
    await check('apply', Sdk.apply(self, [1, 2, 3]).args.length === 3);
    await check('bind', new (Sdk.bind(null, 7))().config.debug === false);
    await check('bound arguments', seen.at(-1).args[0] === 7 && seen.at(-1).target === Push);
  };
})();
