// Private names: what a Proxy has none of.

// biome-ignore-all lint/complexity/noThisInStatic: what is tested

(() => {
  class AkPush {
    static #store = new Map();
    static #remove(prefix) {
      return AkPush.#store.delete(prefix);
    }
    #token = 'token';
    config = { debug: false };
    get token() {
      return this.#token;
    }
    async initSubscription() {
      AkPush.#store.set('prefix', this.#token);
      return this.#token;
    }
    static async removeToken(prefix) {
      return { result: this.#remove(prefix) ? 'success' : 'not-found' };
    }
    static get size() {
      return this.#store.size;
    }
  }
  window.AKPush = AkPush;
  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    const instance = new Sdk();
    note('class and instance', [Sdk, instance]);
    await check('field', instance.token === 'token');
    await check('method', async () => (await instance.initSubscription()) === 'token');
    await check('accessor', Sdk.size === 1);
    await check('static', async () => (await Sdk.removeToken('prefix')).result === 'success');
    await check('static again', async () => (await Sdk.removeToken('x')).result === 'not-found');
  };
})();
