// The page defines the name as an accessor of its own.

{
  let held = page.own(() => window.AKPush);
  Object.defineProperty(window, 'AKPush', {
    configurable: true,
    get() {
      page.touch('AKPush');
      return held;
    },
    set(value) {
      held = value;
    },
  });
}
