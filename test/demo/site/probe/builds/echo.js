// A class that tells what it sees of every call, and gives back what the page can compare.

// biome-ignore-all lint/complexity/noThisInStatic: what is tested

(() => {
  const { seen } = probe;
  const answer = { status: 'ok' };
  const promises = [];
  class AkPush {
    constructor(...args) {
      seen.push({ self: this, args, target: new.target });
      this.config = { debug: false };
    }
    initSubscription(...args) {
      seen.push({ self: this, args });
      const promise = Promise.resolve(answer);
      promises.push(promise);
      return promise;
    }
    updateSubscription(match, _update, ...rest) {
      seen.push({ self: this, args: [match, ...rest] });
      return answer;
    }
    static removeToken(...args) {
      seen.push({ self: this, args });
      return answer;
    }
  }
  window.AKPush = AkPush;

  window.scenario = async (Sdk) => {
    const { check, note } = probe;
    const argument = {};
    const instance = new Sdk(argument, 2);
    const made = seen.at(-1);
    note('class and instance', [Sdk, instance]);
    await check('constructor sees its arguments', made.args[0] === argument && made.args[1] === 2);
    await check('constructor sees the instance', made.self === instance);
    await check('new.target is the class', made.target === AkPush);
    await check('instanceof', instance instanceof Sdk && instance instanceof AkPush);
    await check('constructor', instance.constructor === Sdk && Sdk.prototype.constructor === Sdk);
    await check('prototype', Object.getPrototypeOf(instance) === Sdk.prototype);
    await check('Reflect.construct', () => {
      class Other {}
      const other = Reflect.construct(Sdk, [], Other);
      return seen.at(-1).target === Other && other instanceof Other && !(other instanceof Sdk);
    });
    await check('not callable', () => {
      try {
        Sdk();
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    const promise = instance.initSubscription(argument);
    const called = seen.at(-1);
    await check('this', called.self === instance);
    await check('arguments', called.args.length === 1 && called.args[0] === argument);
    await check('the same promise', promise === promises.at(-1));
    await check('promise constructor', promise.constructor === Promise);
    await check('the same answer', async () => (await promise) === answer);
    await check('then', async () => (await promise.then((value) => value)) === answer);
    await check('settled promise is bare', Reflect.ownKeys(promise).length === 0);
    await check('a value that is no promise', instance.updateSubscription(1, 2, 3) === answer);
    await check('rest', seen.at(-1).args.length === 2 && seen.at(-1).args[1] === 3);
    await check('static this', () => {
      Sdk.removeToken();
      return seen.at(-1).self === AkPush;
    });
    await check('static this of another', () => {
      const other = {};
      return Sdk.removeToken.call(other) === answer && seen.at(-1).self === other;
    });
    await check('method of another', () => {
      const other = {};
      Sdk.prototype.initSubscription.call(other, 1);
      return seen.at(-1).self === other;
    });
    await check('method without this', () => {
      const { initSubscription } = instance;
      initSubscription();
      return seen.at(-1).self === undefined;
    });
    await check('methods are no constructors', () => {
      try {
        new instance.initSubscription();
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    await check('can be changed', () => {
      Sdk.extra = 1;
      const isSet = AkPush.extra === 1 && delete Sdk.extra;
      const own = () => 'own';
      Sdk.prototype.initSubscription = own;
      return isSet && !('extra' in AkPush) && instance.initSubscription === own;
    });
  };
})();
