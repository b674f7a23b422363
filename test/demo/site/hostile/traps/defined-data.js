// The page defines the name anew, as data.

Object.defineProperty(window, 'AKPush', {
  configurable: true,
  enumerable: true,
  writable: true,
  value: window.AKPush,
});
