// `Object.prototype` has a `get`, so that no property can be defined by a plain descriptor with a value.

Object.prototype.get = () => {
  page.touch('Object.prototype.get');
};
Object.prototype.set = () => {
  page.touch('Object.prototype.set');
};
