// `Object.prototype` has every name that the extension's script uses, and those that a browser reads off options: nobody but the page reads or sets one.

{
  const { defineProperty, hasOwn } = Object;
  const descriptor = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'];
  const listener = ['capture', 'once', 'passive', 'signal', 'handleEvent'];
  const event = ['detail', 'bubbles', 'cancelable', 'composed'];
  const stream = [
    'start',
    'pull',
    'close',
    'abort',
    'type',
    'size',
    'highWaterMark',
    'autoAllocateChunkSize',
  ];
  const pipe = [
    'preventClose',
    'preventAbort',
    'preventCancel',
    'stream',
    'fatal',
    'ignoreBOM',
    'mode',
  ];
  const language = [
    'then',
    'toJSON',
    'cause',
    'prepareStackTrace',
    'stackTraceLimit',
    'raw',
    'done',
    'next',
    'return',
  ];
  const handler = [
    'apply',
    'construct',
    'defineProperty',
    'deleteProperty',
    'get',
    'getOwnPropertyDescriptor',
    'getPrototypeOf',
    'has',
    'isExtensible',
    'ownKeys',
    'preventExtensions',
    'set',
    'setPrototypeOf',
  ];
  const symbols = Object.getOwnPropertyNames(Symbol)
    .map((name) => Symbol[name])
    .filter((value) => typeof value === 'symbol');
  // What was asked of the browser before is answered now, with a list: the browser asks that for its `then`.
  const left = page.sdk ? ['AKPush', 'then'] : ['AKPush'];
  const all = [
    ...new Set([
      ...page.namesOfTheHook,
      ...descriptor,
      ...listener,
      ...event,
      ...stream,
      ...pipe,
      ...language,
      ...handler,
      ...symbols,
      ...Array(64).keys(),
    ]),
  ].filter((name) => !left.includes(name) && !hasOwn(Object.prototype, name));
  page.results.names = all.length;
  for (let i = 0; i < all.length; i++)
    defineProperty(Object.prototype, all[i], {
      __proto__: null,
      configurable: true,
      get() {
        page.touch(`get ${all[i].toString()}`);
        return undefined;
      },
      set(value) {
        page.touch(`set ${all[i].toString()}`);
        defineProperty(this, all[i], {
          __proto__: null,
          configurable: true,
          enumerable: true,
          writable: true,
          value,
        });
      },
    });
  page.playAll();
}
