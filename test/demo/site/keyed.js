// Gives `subscribe` the shop's application server key where the caller gives none. In pull mode the SDK gives none, and Chromium subscribes
// nobody without: a site that wants both has to do the same. Or always: then its subscription can be pushed to by the shop itself in Firebase
// mode too, where the key is Firebase's own, of which nobody has the private half.
(() => {
  const { key, keyed } = JSON.parse(document.getElementById('settings').textContent);
  const { subscribe } = PushManager.prototype;
  PushManager.prototype.subscribe = function giveKey(options) {
    const own = { applicationServerKey: key };
    const given = keyed === 'always' ? { ...options, ...own } : { ...own, ...options };
    return Reflect.apply(subscribe, this, [given]);
  };
})();
