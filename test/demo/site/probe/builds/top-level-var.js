// `var AKPush` at a script's top level.

var AKPush = function AKPush() {};
probe.isVar = true;
window.scenario = async () => {
  await probe.check('works', new AKPush() instanceof AKPush);
  await probe.check('name', AKPush.name === 'AKPush');
};
