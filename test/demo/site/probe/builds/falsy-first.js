// The page clears the name before the build comes; the build sets it only where it is not set.

window.AKPush = undefined;
probe.check('undefined', window.AKPush === undefined && 'AKPush' in window);
window.AKPush = null;
probe.check('null', window.AKPush === null && Object.keys(window).includes('AKPush'));
window.AKPush = 0;
probe.check('zero', window.AKPush === 0);
if (!window.AKPush)
  window.AKPush = class AkPush {
    async initSubscription() {
      return 'ready';
    }
  };
