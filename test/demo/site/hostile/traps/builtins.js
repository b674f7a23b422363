// The page replaces the language's own functions with ones that count and throw.

{
  const replace = (holder, of) => {
    for (const key of Reflect.ownKeys(holder)) {
      const property = Object.getOwnPropertyDescriptor(holder, key);
      if (!property.configurable || key === 'constructor' || key === '__proto__') continue;
      const trap = function trap() {
        page.touch(`${of}.${String(key)}`);
        throw new Error('trap');
      };
      if (typeof property.value === 'function')
        Object.defineProperty(holder, key, { ...property, value: trap });
    }
  };
  const { Map: OwnMap, Object: OwnObject, Reflect: OwnReflect } = window;
  const holders = new OwnMap([
    ['JSON', JSON],
    ['Map', Map.prototype],
    ['WeakMap', WeakMap.prototype],
    ['Set', Set.prototype],
    ['Array', Array.prototype],
    ['String', String.prototype],
    ['Number', Number.prototype],
    ['Symbol', Symbol.prototype],
    ['Date', Date.prototype],
    ['RegExp', RegExp.prototype],
    ['Function', Function.prototype],
    ['Performance', Performance.prototype],
    ['MessagePort', MessagePort.prototype],
    ['MessageEvent', MessageEvent.prototype],
    ['MessageChannel', MessageChannel.prototype],
    ['Math', Math],
  ]);
  const all = [...holders];
  // The page's own work below needs none of these; `Object` and `Reflect` go last.
  for (let i = 0; i < all.length; i++) replace(all[i][1], all[i][0]);
  for (const name of ['Map', 'WeakMap', 'Set', 'Proxy', 'MessageChannel', 'CustomEvent', 'Date'])
    OwnObject.defineProperty(window, name, {
      configurable: true,
      writable: true,
      value: function trap() {
        page.touch(name);
        throw new Error('trap');
      },
    });
  for (const name of ['queueMicrotask', 'btoa', 'structuredClone'])
    window[name] = () => {
      page.touch(name);
      throw new Error('trap');
    };
  replace(OwnReflect, 'Reflect');
}
