// Stands in for a person at the browser's prompt for notifications, which nothing can answer by script: the prompt is shown for a while, and
// closed; or left open. Or allowed: the browser has been told before, and the page believes that nobody was asked until something asks. Such a
// visitor also tries again where a busy Firefox refuses `update()` while a first worker is installed, which it does in about one of a hundred.
(() => {
  const { prompt } = JSON.parse(document.getElementById('settings').textContent);
  const answered = 'prompt-answered';

  function standInForAllowed() {
    const permission = Object.getOwnPropertyDescriptor(Notification, 'permission').get;
    const { requestPermission } = Notification;
    const { subscribe } = PushManager.prototype;
    Object.defineProperty(Notification, 'permission', {
      configurable: true,
      get() {
        const real = Reflect.apply(permission, Notification, []);
        return real === 'granted' && !localStorage.getItem(answered) ? 'default' : real;
      },
    });
    Notification.requestPermission = function ask(...args) {
      localStorage.setItem(answered, 'allowed');
      return Reflect.apply(requestPermission, Notification, args);
    };
    PushManager.prototype.subscribe = function ask(...args) {
      localStorage.setItem(answered, 'allowed');
      return Reflect.apply(subscribe, this, args);
    };
  }

  // What Firefox says is `InvalidStateError`; a registration that is gone is refused with a TypeError and stays refused.
  function standInForPatient() {
    const { update } = ServiceWorkerRegistration.prototype;
    const isInstalled = async (scope) => {
      const registration = await navigator.serviceWorker.getRegistration(scope);
      return !registration || registration.active !== null;
    };
    ServiceWorkerRegistration.prototype.update = async function updateOnceInstalled() {
      try {
        return await Reflect.apply(update, this, []);
      } catch (error) {
        const isFirst = error.name === 'InvalidStateError' && !this.active;
        if (!isFirst) throw error;
        while (!(await isInstalled(this.scope)));
        return Reflect.apply(update, this, []);
      }
    };
  }

  if (navigator.userAgent.includes('Firefox')) standInForPatient();
  if (prompt === 'allowed') standInForAllowed();
  else
    Notification.requestPermission = async function requestPermission() {
      await new Promise((resolve) => {
        if (prompt === 'closed') setTimeout(resolve, 400);
      });
      return 'default';
    };
})();
