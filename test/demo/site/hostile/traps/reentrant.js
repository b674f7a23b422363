// Everything inside everything: calls in listeners, in getters of promises, in microtasks.

page.steps.push(async (instance) => {
  const { results, sdk } = page;
  let depth = 0;
  sdk.events.on('deep', () => {
    if (++depth < 200) sdk.events.emit('deep', depth);
  });
  sdk.events.emit('deep', 0);
  results.depth = depth;
  sdk.events.on('endless', () => sdk.events.emit('endless', 1));
  try {
    sdk.events.emit('endless', 1);
  } catch (error) {
    results.endless = error.name === 'RangeError' || error.name === 'InternalError';
  }
  const promise = instance.initSubscription(1);
  results.same =
    promise.constructor === page.own(() => Promise) && (await promise) === page.answered;
});
