// After the SDK: describes it, plays the build's own scenario, and gives the description.

addEventListener('load', async () => {
  const { check, describe, note, outcome } = probe;
  const keysAfter = Object.keys(window);
  const Sdk = window.AKPush;
  const property = Object.getOwnPropertyDescriptor(window, 'AKPush');
  // The accessor that waits for an SDK is what the extension adds to a page without one.
  const flags = property?.enumerable ? { ...property, value: undefined } : null;
  // A `var` that nobody has declared before cannot be deleted: of that a hook that waits for the name knows nothing.
  if (flags && probe.isVar) delete flags.configurable;
  const known = [flags, describe(Sdk)];

  if (window.scenario) await window.scenario(Sdk);
  else if (Sdk) {
    const instance = new Sdk({ debug: false });
    note('instance', instance);
    note('class and instance', [Sdk, instance]);
    await check('instanceof', instance instanceof Sdk);
    await check('constructor', instance.constructor === Sdk.prototype.constructor);
    await check('constructor is the global', instance.constructor === window.AKPush);
    const promise = instance.initSubscription({ email: 'mira@example.com' });
    await check('a promise of this realm', Object.getPrototypeOf(promise) === Promise.prototype);
    note('enumerable of the promise', Object.keys(promise));
    note('init', await outcome(() => promise));
    note('settled promise', Reflect.ownKeys(promise));
    for (const name of ['updateSubscription', 'suspendSubscription', 'unsubscribe'])
      if (instance[name]) note(name, await outcome(() => instance[name]({}, {}, true)));
    if (Sdk.removeToken) note('removeToken', await outcome(() => Sdk.removeToken('none_')));
    if (Sdk.events) {
      let heard;
      const payload = {};
      Sdk.events.on('demo', function (...args) {
        heard = { self: this, args };
      });
      note('emit', [Sdk.events.emit('demo', payload, 2), Sdk.events.emit('nobody')]);
      await check('payload', heard.args[0] === payload && heard.args.length === 2);
      await check('emitter is this', heard.self === Sdk.events);
      note('listeners', Sdk.events.listenerCount('demo'));
    }
    note('without new', await outcome(() => Sdk.call(undefined)));
  }
  await probe.turns();
  window.description = { keysAfter, known, ...probe.finish() };
});
