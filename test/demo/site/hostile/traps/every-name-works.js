// `Object.prototype` has a function of every name that the extension's script uses for itself, and nobody calls one.

{
  const { defineProperty, hasOwn } = Object;
  // The page's own work, and the browser's own options, would see these.
  const own = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'then', 'toJSON'];
  const options = [
    'body',
    'headers',
    'method',
    'signal',
    'scope',
    'type',
    'detail',
    'raw',
    'cause',
  ];
  const more = ['url', 'length', 'prepareStackTrace', 'mode', 'events', 'event', 'stack'];
  // What is there of the SDK is watched, wherever it is.
  const methods = ['initSubscription', 'updateSubscription', 'suspendSubscription', 'removeToken'];
  const sdk = ['AKPush', 'subscribe', 'unsubscribe', 'emit', 'config', 'isPendingInitSubscription'];
  const left = new Set([...own, ...options, ...more, ...methods, ...sdk]);
  const all = page.namesOfTheHook.filter(
    (name) => !left.has(name) && !hasOwn(Object.prototype, name),
  );
  page.results.names = all.length;
  for (let i = 0; i < all.length; i++)
    defineProperty(Object.prototype, all[i], {
      __proto__: null,
      configurable: true,
      writable: true,
      value() {
        page.touch(`call ${all[i]}`);
        return true;
      },
    });
  page.playAll();
}
