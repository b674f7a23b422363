// The work behind the page's calls. `sdk` is {config, store, emit, tokenKey?}.

const firebaseOnly = ['Opera', 'Yandex Browser', 'Samsung Internet for Android'];

export function createSubscriber(sdk) {
  const { config, store } = sdk;
  const keys = cacheKeys(config.randomPrefix);
  if (sdk.tokenKey) keys.token = sdk.tokenKey;
  const firebase = modeOf(config) === 'firebase';

  function payload(rest) {
    return { browser: config.browser, provider: providerOf(config), ...rest };
  }

  async function remember(current) {
    await store.set(keys.token, current.token);
    if (current.keys) await store.set(keys.keys, JSON.stringify(current.keys));
  }

  async function tokenChanged(tokenCached, current) {
    const keysOld = JSON.parse((await store.get(keys.keys)) ?? 'null');
    await send(
      sdk,
      'update',
      current,
      {},
      {},
      {
        endpoint_old: tokenCached,
        ...(keysOld && { keys_old: keysOld }),
        sup_old_subscr: true,
      },
    );
    await remember(current);
    sdk.emit('update_subscription', payload({ tokenCached, token: current.token }));
  }

  async function workAtLoad() {
    await pageLoaded();
    await sdk.migrate?.();
    await replaceWorker(config);
    if (modeOf(config) === 'safari') {
      const answer = await post(sdk, '/pixel?_push_pix=/set_cookie_only', {
        resource_token: config.resourceToken,
      });
      config.cookieID = answer?.cookie_id ?? config.cookieID;
    }
    if (firebase) showForegroundMessages(config);
    if (Notification.permission !== 'granted') return;
    const current = firebase ? await obtainToken(config) : await existingToken(config);
    if (!current) return;
    if (!firebase) await store.set(keys.endpoint, current.token);
    const tokenCached = await store.get(keys.token);
    if (tokenCached !== null && tokenCached !== current.token) {
      await tokenChanged(tokenCached, current);
    } else if (firebase && tokenCached === null) {
      await remember(current);
    }
  }

  const ready = workAtLoad().catch((error) => {
    if (config.debug) console.log('AKPush: at load', error);
  });

  async function subscribe(match, update, customData) {
    await ready;
    if (!firebase && firebaseOnly.includes(config.browser)) {
      console.log('Only firebase supported');
      return;
    }
    if (Notification.permission === 'denied') return;
    if (firebase && Notification.permission === 'default') {
      if ((await Notification.requestPermission()) !== 'granted') return;
    }
    const current = await obtainToken(config);
    if (!current || (await store.get(keys.token)) === current.token) return;
    await send(sdk, 'save', current, match, update, customData);
    await remember(current);
    sdk.emit('subscribe', payload({ token: current.token, keys: current.keys }));
  }

  async function unsubscribe() {
    await ready;
    const registration = await ownRegistration();
    const subscription = await registration?.pushManager.getSubscription();
    const token = await store.get(keys.token);
    await subscription?.unsubscribe();
    if (token === null) return;
    await send(sdk, 'delete', { token });
    await store.remove(keys.token);
  }

  async function update(match, fields, third) {
    try {
      await pageLoaded();
      await ready;
      const tokenCached = await store.get(keys.token);
      if (firebase && tokenCached === null) return { status: 'fail' };
      const current = await obtainToken(config);
      const more = typeof third === 'boolean' ? { inexclusive: third } : third;
      await send(sdk, 'update', current, match, fields, more);
      if (tokenCached !== null) await remember(current);
      const token = tokenCached === null ? null : current.token;
      sdk.emit('update_subscription', payload({ tokenCached, token }));
      return { status: 'ok' };
    } catch (error) {
      if (config.debug) console.log('AKPush: updateSubscription', error);
      return { status: 'fail' };
    }
  }

  async function suspend(match, fields, customData) {
    await ready;
    const tokenCached = await store.get(keys.token);
    if (tokenCached === null) return;
    const cachedKeys = JSON.parse((await store.get(keys.keys)) ?? 'null');
    const current = { token: tokenCached, keys: cachedKeys };
    await send(sdk, 'suspend', current, match, fields, customData);
    sdk.emit('suspend_subscription', payload({ tokenCached, token: tokenCached }));
  }

  return { subscribe, unsubscribe, update, suspend };
}

// Before the page has loaded the call resolves at once, and the work waits.
export function onceLoaded(work) {
  if (document.readyState !== 'loading') return work();
  addEventListener('load', () => work(), { once: true });
  return Promise.resolve();
}
