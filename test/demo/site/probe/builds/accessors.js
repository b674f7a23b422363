// Accessors and symbols in place of plain members; they count who asks.

// biome-ignore-all lint/complexity/noThisInStatic: what is tested

(() => {
  let asked = 0;
  const tell = (value) => {
    asked++;
    return value;
  };
  class AkPush {
    get config() {
      return tell({ debug: true });
    }
    get initSubscription() {
      return tell(async () => 'by a getter');
    }
    static get events() {
      return tell({ emit: () => 'emitted' });
    }
    static get removeToken() {
      return tell(async () => 'removed');
    }
    static [Symbol('own')] = 1;
    static get [Symbol.species]() {
      return tell(this);
    }
  }
  window.AKPush = AkPush;
  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    const instance = new Sdk();
    note('class and instance', [Sdk, instance]);
    await check('asked by nobody', asked === 0);
    await check('method', async () => (await instance.initSubscription()) === 'by a getter');
    await check('static', async () => (await Sdk.removeToken()) === 'removed');
    await check('emit', Sdk.events.emit() === 'emitted');
    await check('config', instance.config.debug);
    note('asked by the page', asked);
  };
})();
