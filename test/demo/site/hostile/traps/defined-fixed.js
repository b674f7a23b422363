// The page fixes what the name has now.

Object.defineProperty(window, 'AKPush', {
  configurable: false,
  enumerable: true,
  writable: false,
  value: page.own(() => window.AKPush),
});
