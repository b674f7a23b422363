// `Promise` is the page's own, and the old one's methods count and throw.

{
  const Native = Promise;
  for (const name of ['then', 'catch', 'finally'])
    Native.prototype[name] = function trap() {
      page.touch(`Promise.${name}`);
      throw new Error('trap');
    };
  for (const name of ['resolve', 'reject', 'all', 'race'])
    Native[name] = () => {
      page.touch(`Promise.${name}`);
      throw new Error('trap');
    };
  Object.defineProperty(Native, Symbol.species, {
    configurable: true,
    get() {
      page.touch('Promise species');
      return Native;
    },
  });
  window.Promise = class OwnPromise {
    constructor() {
      page.touch('new Promise');
      throw new Error('trap');
    }
  };
}
