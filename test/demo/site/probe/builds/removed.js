// No SDK: the page takes the name away, and uses it for something of its own.

window.scenario = async () => {
  const { check } = probe;
  await check('nothing', window.AKPush === undefined && typeof AKPush === 'undefined');
  await check('deleted', delete window.AKPush && !('AKPush' in window));
  window.AKPush = 7;
  await check('assigned', window.AKPush === 7);
  Object.defineProperty(window, 'AKPush', { configurable: true, get: () => 'own' });
  await check('defined', window.AKPush === 'own');
  delete window.AKPush;
  await check('deleted again', !('AKPush' in window));
};
