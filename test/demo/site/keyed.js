// Gives `subscribe` the shop's application server key where the caller gives none. In pull mode the SDK gives none, and Chromium subscribes
// nobody without: a site that wants both has to do the same.
(() => {
  const { key } = JSON.parse(document.getElementById('settings').textContent);
  const { subscribe } = PushManager.prototype;
  PushManager.prototype.subscribe = function keyed(options) {
    return Reflect.apply(subscribe, this, [{ applicationServerKey: key, ...options }]);
  };
})();
