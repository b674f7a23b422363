// The page replaces the language's own functions with ones that count and throw.

{
  // The page's own work below uses what it keeps here, and iterates nothing.
  const OwnObject = Object;
  const OwnReflect = { ownKeys: Reflect.ownKeys };
  const replace = (holder, of) => {
    const keys = OwnReflect.ownKeys(holder);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const property = OwnObject.getOwnPropertyDescriptor(holder, key);
      if (!property.configurable || key === 'constructor' || key === '__proto__') continue;
      const trap = function trap() {
        page.touch(`${of}.${String(key)}`);
        throw new Error('trap');
      };
      if (typeof property.value === 'function')
        OwnObject.defineProperty(holder, key, { ...property, value: trap });
    }
  };
  const holders = [
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
    ['Reflect', Reflect],
  ];
  for (let i = 0; i < holders.length; i++) replace(holders[i][1], holders[i][0]);
  const names = ['Map', 'WeakMap', 'Set', 'Proxy', 'MessageChannel', 'CustomEvent', 'Date'];
  const functions = ['queueMicrotask', 'btoa', 'structuredClone'];
  const breakName = (name) => {
    OwnObject.defineProperty(window, name, {
      configurable: true,
      writable: true,
      value: function trap() {
        page.touch(name);
        throw new Error('trap');
      },
    });
  };
  for (let i = 0; i < names.length; i++) breakName(names[i]);
  for (let i = 0; i < functions.length; i++) breakName(functions[i]);
  page.results.broken = holders.length;
}
