// The work behind the page's calls. `sdk` is {config, store, emit, ways, tokenKey?}; `ways` says what differs between generations.

const firebaseOnly = ['Opera', 'Yandex Browser', 'Samsung Internet for Android'];

export function createSubscriber(sdk) {
  const { config, store, ways } = sdk;
  const keys = cacheKeys(config.randomPrefix);
  if (sdk.tokenKey) keys.token = sdk.tokenKey;

  // Whatever became of the save, the token is cached, and the call resolves.
  async function saveNew(current, profile) {
    if ((await store.get(keys.token)) !== current.token) {
      await send(sdk, 'save', current, ...profile);
      sdk.emit('subscribe', payloadOf(config, current));
    }
    await store.set(keys.token, current.token);
    if (current.keys) await store.set(keys.keys, JSON.stringify(current.keys));
  }

  async function subscribeFirebase(profile) {
    if ((await Notification.requestPermission()) !== 'granted') return;
    // Without a registration Firebase's library makes one of its own.
    const registration = await registerWorker(config).catch((error) =>
      log(config, 'register', error),
    );
    try {
      const token = await firebaseToken(registration);
      await saveNew({ token }, profile);
      showForegroundMessages(config);
    } catch (error) {
      console.error('Error occurred: ', error);
    }
  }

  async function subscribeSafari(profile) {
    if ('safari' in window) {
      const token = await safariDeviceToken(config);
      if (token) await store.set(keys.token, token);
      sdk.emit('subscribe', payloadOf(config, { token }));
      return;
    }
    if ((await Notification.requestPermission()) !== 'granted') return;
    if (!(await ownRegistration(config))) await registerWorker(config);
    await subscribeBrowser(profile, { applicationServerKey: bytesOf(config.vapidKey) });
  }

  async function subscribePull(profile) {
    if (firebaseOnly.includes(config.browser)) {
      console.error('Only firebase supported');
      return;
    }
    await registerWorker(config);
    await subscribeBrowser(profile, {});
  }

  async function subscribeBrowser(profile, options) {
    const { serviceWorker } = navigator;
    const registration = await (ways.usesReady ? serviceWorker.ready : ownRegistration(config));
    if (!registration) return;
    try {
      const all = { userVisibleOnly: true, ...options };
      const subscription = await registration.pushManager.subscribe(all);
      const { endpoint, keys: secrets } = subscription.toJSON();
      const isSafari = modeOf(config) === 'safari';
      await saveNew({ token: endpoint, ...(isSafari && { keys: secrets }) }, profile);
    } catch (error) {
      console.error('Unable to subscribe', error);
    }
  }

  async function subscribe(...profile) {
    const mode = modeOf(config);
    if (ways.askingOnly && Notification.permission !== 'default') return;
    if (mode === 'firebase') {
      if (ways.needsFirebaseScripts && !window.firebase) {
        console.error('Firebase library not found!');
        return;
      }
      // Where the permission is there, page load has made the app: not where the site itself has asked for it since.
      if (Notification.permission === 'default' || ways.needsFirebaseScripts)
        initializeFirebase(config.firebase);
    }
    if (Notification.permission === 'denied') return;
    if (mode === 'firebase') await subscribeFirebase(profile);
    else if (mode === 'safari') await subscribeSafari(profile);
    else await subscribePull(profile);
  }

  async function unsubscribe() {
    const registration = await ownRegistration(config);
    const subscription = await registration?.pushManager.getSubscription();
    const token = await store.get(keys.token);
    await subscription?.unsubscribe();
    if (token === null) return;
    await send(sdk, 'delete', { token });
    await store.remove(keys.token);
  }

  // What an update or a suspension is about; none without a token in Firebase mode, and without a worker in the others.
  async function currentOf(tokenCached) {
    if (modeOf(config) === 'firebase') return tokenCached === null ? null : { token: tokenCached };
    const registration = await ownRegistration(config);
    if (!registration) return null;
    const { pushManager } = registration;
    if (modeOf(config) === 'pull')
      return { token: (await pushManager.subscribe({ userVisibleOnly: true })).endpoint };
    const subscription = (await pushManager.getSubscription())?.toJSON();
    return subscription ? { token: subscription.endpoint, keys: subscription.keys } : null;
  }

  // Whether an answer came, whatever it said.
  async function tell(action, event, match, fields, more) {
    try {
      const tokenCached = await store.get(keys.token);
      const current = await currentOf(tokenCached);
      if (!current || !(await send(sdk, action, current, match, fields, more))) return false;
      sdk.emit(event, payloadOf(config, { tokenCached, token: tokenCached }));
      return true;
    } catch (error) {
      log(config, action, error);
      return false;
    }
  }

  async function update(match, fields, third) {
    await pageLoaded();
    const more = typeof third === 'boolean' ? { inexclusive: third } : third;
    const isOk = await tell('update', 'update_subscription', match, fields, more);
    return { status: isOk ? 'ok' : 'fail' };
  }

  async function suspend(match, fields, customData) {
    await tell('suspend', 'suspend_subscription', match, fields, customData);
  }

  return { subscribe, unsubscribe, update, suspend };
}

// Before the page has loaded the call resolves at once, and the work waits.
export function onceLoaded(work) {
  if (document.readyState !== 'loading') return work();
  addEventListener('load', () => work(), { once: true });
  return Promise.resolve();
}
