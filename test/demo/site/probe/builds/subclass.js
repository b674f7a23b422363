// A site's own class on top of the SDK.

// biome-ignore-all lint/complexity/noThisInStatic: what is tested

(() => {
  const { seen } = probe;
  class AkPush {
    constructor(...args) {
      seen.push({ target: new.target, args });
      this.config = { debug: false };
    }
    async initSubscription() {
      return 'base';
    }
    static async removeToken() {
      return { self: this };
    }
  }
  window.AKPush = AkPush;
  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    class Shop extends AKPush {
      #own = 1;
      constructor() {
        super('from the shop');
        this.isShop = true;
      }
      async initSubscription() {
        return `${await super.initSubscription()} ${this.#own}`;
      }
    }
    const shop = new Shop();
    note('classes and instance', [Sdk, Shop, shop]);
    await check('new.target', seen.at(-1).target === Shop);
    await check('argument', seen.at(-1).args[0] === 'from the shop');
    await check('constructor', shop.constructor === Shop && shop.isShop);
    await check('instanceof', shop instanceof Shop && shop instanceof Sdk);
    await check('prototypes', Object.getPrototypeOf(Shop) === Sdk);
    await check('instances', Object.getPrototypeOf(Shop.prototype) === Sdk.prototype);
    await check('super', async () => (await shop.initSubscription()) === 'base 1');
    await check('static', async () => (await Shop.removeToken()).self === Shop);
    window.AKPush = Shop;
    await check('in its place', window.AKPush === Shop);
    await check('again', async () => (await new AKPush().initSubscription()) === 'base 1');
  };
})();
