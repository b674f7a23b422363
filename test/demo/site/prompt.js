// Stands in for a person at the browser's prompt for notifications, which nothing can answer by script: the prompt is shown for a while, and
// closed; or left open. Or allowed: the browser has been told before, and the page believes that nobody was asked until something asks.
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

  if (prompt === 'allowed') standInForAllowed();
  else
    Notification.requestPermission = async function requestPermission() {
      // Longer than what the product takes for the browser's own answer: a person has no faster one (`wasShown` in lib/outcome/chain.ts).
      await new Promise((resolve) => {
        if (prompt === 'closed') setTimeout(resolve, 1_500);
      });
      return 'default';
    };
})();
