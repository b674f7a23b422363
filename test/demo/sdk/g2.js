// G2, 2018-07 to 2021: assigned only if undefined; methods on each instance; brings Firebase as two script tags.

(() => {
  /* core */
  function insertScript(file) {
    const script = document.createElement('script');
    script.src = `${builtIn.firebase.scriptsURL}/${file}`;
    script.async = false;
    document.head.append(script);
  }

  function _akpush(given) {
    const config = effectiveConfig(given);
    const subscriber = createSubscriber({
      config,
      store: localStorageStore(),
      ways: { usesReady: true, needsFirebaseScripts: true },
      emit() {},
    });
    this.config = config;
    this.initSubscription = (match, update, customData) =>
      onceLoaded(() => subscriber.subscribe(match, update, customData));
  }

  insertScript('firebase-app.js');
  insertScript('firebase-messaging.js');
  if (typeof window.AKPush === 'undefined') window.AKPush = _akpush;
})();
