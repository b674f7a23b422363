// The name belongs to something else.

window.AKPush = Object.freeze({ version: 1, emit: () => 1 });
window.scenario = async (value) => {
  await probe.check('as it was', value.version === 1 && window.AKPush === value);
};
