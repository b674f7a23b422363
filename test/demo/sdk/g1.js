// G1, 2018: a function declaration at script top level, so the global is never assigned; methods on each instance; a worker without a query.

// biome-ignore lint/correctness/noUnusedVariables: the page's global
function AKPush(given) {
  /* core */
  const config = effectiveConfig(given);
  const subscriber = createSubscriber({
    config,
    store: localStorageStore(),
    tokenKey: 'current_token',
    ways: { usesReady: true, needsFirebaseScripts: true },
    emit() {},
  });
  this.config = config;
  this.initSubscription = (match, update, customData) =>
    onceLoaded(() => subscriber.subscribe(match, update, customData));
  this.subscribe = (match, update, customData) => subscriber.subscribe(match, update, customData);
  this.unsubscribe = () => subscriber.unsubscribe();
}
