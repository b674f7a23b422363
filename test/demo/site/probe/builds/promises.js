// Promises of every sort: cached, rejected, forgotten, caught in every way.

(() => {
  const { reason } = probe;
  const cached = Promise.resolve('cached');
  const rejectedOnce = reason('cached and rejected');
  let cachedRejection;
  class Own extends Promise {}
  class AkPush {
    initSubscription(kind) {
      if (kind === 'cached') return cached;
      if (kind === 'cached rejection') {
        cachedRejection ??= Promise.reject(rejectedOnce);
        return cachedRejection;
      }
      if (kind === 'thenable') {
        // biome-ignore lint/suspicious/noThenProperty: what is tested
        return { then: (use) => void use('from a thenable') };
      }
      if (kind === 'own class') return Own.resolve('own');
      if (kind === 'frozen') return Object.freeze(Promise.resolve('frozen'));
      if (kind === 'frozen rejection') return Object.freeze(Promise.reject(reason(kind)));
      return Promise.reject(kind);
    }
    async updateSubscription(error) {
      await undefined;
      throw error;
    }
    suspendSubscription(error) {
      throw error;
    }
  }
  window.AKPush = AkPush;

  window.scenario = async (Sdk) => {
    const { check, note, turns } = probe;
    const sdk = new Sdk();
    const first = sdk.initSubscription('cached');
    await check('the same object twice', sdk.initSubscription('cached') === first);
    await check('the cached object', first === cached && (await first) === 'cached');
    await check('later again', sdk.initSubscription('cached') === cached);
    await check('thenable', async () => {
      return (await sdk.initSubscription('thenable')) === 'from a thenable';
    });
    const own = sdk.initSubscription('own class');
    await check('own class', own instanceof Own && own.constructor === Own);
    await check('own class then', own.then(String) instanceof Own && (await own) === 'own');
    const frozen = sdk.initSubscription('frozen');
    await check('frozen', Object.isFrozen(frozen) && (await frozen) === 'frozen');
    await turns();
    note('after what is fulfilled', probe.finish().rejections);

    // Caught, in each way: nobody hears of it.
    const caught = async (name, read) => {
      const error = reason(`caught by ${name}`);
      for (const method of ['initSubscription', 'updateSubscription'])
        await check(`${name} of ${method}`, async () => (await read(sdk[method](error))) === error);
    };
    await caught('await', async (promise) => {
      try {
        await promise;
      } catch (error) {
        return error;
      }
    });
    await caught('catch', (promise) => promise.catch((error) => error));
    await caught('then', (promise) => promise.then(undefined, (error) => error));
    await caught('finally', (promise) => promise.finally(() => {}).catch((error) => error));
    await caught('Promise.all', (promise) => Promise.all([1, promise]).catch((error) => error));
    await caught('allSettled', async (promise) => (await Promise.allSettled([promise]))[0].reason);
    await caught('race', (promise) => Promise.race([promise]).catch((error) => error));
    await caught('resolve', (promise) => Promise.resolve(promise).catch((error) => error));
    await caught('new Promise', (promise) =>
      new Promise((done) => done(promise)).catch((error) => error),
    );
    await caught('return from async', (promise) => (async () => promise)().catch((error) => error));
    await caught('an own class', (promise) => Own.resolve(promise).catch((error) => error));
    await caught('some microtasks later', async (promise) => {
      for (let i = 0; i < 5; i++) await undefined;
      return promise.catch((error) => error);
    });
    await turns();
    note('after what is caught', probe.finish().rejections);

    // Forgotten: exactly one event each.
    sdk.initSubscription(reason('forgotten at once'));
    sdk.updateSubscription(reason('forgotten later'));
    sdk.initSubscription('no error');
    sdk.initSubscription('frozen rejection');
    sdk.initSubscription('cached rejection');
    sdk.initSubscription('cached rejection');
    await turns();
    const derived = sdk.updateSubscription(reason('forgotten after then'));
    derived.then(() => {});
    await turns();
    const both = sdk.updateSubscription(reason('one branch caught, one not'));
    both.catch(() => {});
    both.then(() => {});
    await turns();
    note('after what is forgotten', probe.finish().rejections);

    const thrown = reason('thrown');
    await check('the same error is thrown', () => {
      try {
        sdk.suspendSubscription(thrown);
      } catch (error) {
        return error === thrown;
      }
    });
    await check('what is no error', () => {
      try {
        sdk.suspendSubscription(undefined);
      } catch (error) {
        return error === undefined;
      }
    });
    setTimeout(() => sdk.suspendSubscription(reason('uncaught')));
    await turns();
  };
})();
