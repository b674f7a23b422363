// `Object.prototype` has what a property descriptor, an event's options or an entry could be mistaken for.

{
  const { defineProperty } = Object;
  const names = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'];
  const more = ['id', 'after', 'isGone', 'detail', 'bubbles', 'cancelable', 'composed', 'ports'];
  const entry = ['call', 'candidates', 'toJSON', 'kind', 'name', 'status', 'length', '$', 'once'];
  const handler = [
    'apply',
    'construct',
    'capture',
    'passive',
    'signal',
    'method',
    'body',
    'headers',
  ];
  const all = [...names, ...more, ...entry, ...handler];
  for (let i = 0; i < all.length; i++)
    defineProperty(Object.prototype, all[i], {
      __proto__: null,
      configurable: true,
      get() {
        page.touch(`Object.prototype.${all[i]}`);
        return undefined;
      },
      set(value) {
        defineProperty(this, all[i], {
          __proto__: null,
          configurable: true,
          enumerable: true,
          writable: true,
          value,
        });
      },
    });
}
