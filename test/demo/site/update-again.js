// Stands in for a visitor who tries again where a busy Firefox refuses `update()` with an InvalidStateError while a first worker is installed,
// which it does about once in a hundred times. A registration that is gone is refused with a TypeError, and stays refused.
(() => {
  if (!navigator.userAgent.includes('Firefox') || !('ServiceWorkerRegistration' in window)) return;
  const { update } = ServiceWorkerRegistration.prototype;
  const isInstalled = async (scope) => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    return !registration || registration.active !== null;
  };
  ServiceWorkerRegistration.prototype.update = async function updateOnceInstalled() {
    try {
      return await Reflect.apply(update, this, []);
    } catch (error) {
      if (error.name !== 'InvalidStateError') throw error;
      while (!(await isInstalled(this.scope)));
      return Reflect.apply(update, this, []);
    }
  };
})();
