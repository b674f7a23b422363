// Whoever asks for the name gets an error.

Object.defineProperty(window, 'AKPush', {
  configurable: true,
  get() {
    page.touch('AKPush');
    if (page.isOwn) return undefined;
    throw new Error('trap');
  },
  set() {
    throw new Error('trap');
  },
});
