// `class AKPush` at a script's top level.

class AKPush {}
window.scenario = async () => {
  await probe.check('works', new AKPush() instanceof AKPush);
  await probe.check('name', AKPush.name === 'AKPush');
};
