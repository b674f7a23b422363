// What a build does by itself as soon as it runs, with its own configuration and whether or not the page makes an instance. From G3 on.

export async function fetchCookie(sdk) {
  const { config } = sdk;
  const response = await post(sdk, '/pixel?_push_pix=/set_cookie_only', {
    resource_token: config.resourceToken,
  });
  const answer = await response?.json().catch(() => null);
  builtIn.cookieID = answer?.cookie_id ?? builtIn.cookieID;
}

export async function replaceToken(sdk, tokenCached, current) {
  await send(sdk, 'update', current, {}, {}, { endpoint_old: tokenCached, sup_old_subscr: true });
  sdk.emit('update_subscription', payloadOf(sdk.config, { tokenCached, token: current.token }));
}

// A token that is new is cached, and not saved: builds before G5 save it, of nobody.
export async function takeFirebaseToken(sdk, keys, registration) {
  const token = await firebaseToken(registration);
  const tokenCached = await sdk.store.get(keys.token);
  if (tokenCached === token) return;
  if (tokenCached !== null) await replaceToken(sdk, tokenCached, { token });
  else if (sdk.ways.savesAtLoad) await send(sdk, 'save', { token });
  await sdk.store.set(keys.token, token);
}

export async function rememberEndpoint(sdk, keys, registration) {
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  const remembered = await sdk.store.get(keys.endpoint);
  if (remembered === endpoint) return;
  if (remembered !== null) await replaceToken(sdk, remembered, { token: endpoint });
  await sdk.store.set(keys.endpoint, endpoint);
}

export async function takeSafariToken(sdk, keys, registration) {
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  const { endpoint, keys: secrets } = subscription.toJSON();
  const tokenCached = await sdk.store.get(keys.token);
  if (tokenCached === endpoint) return;
  if (tokenCached !== null)
    await replaceToken(sdk, tokenCached, { token: endpoint, keys: secrets });
  await sdk.store.set(keys.token, endpoint);
  await sdk.store.set(keys.keys, JSON.stringify(secrets));
}

export async function workAtLoad(sdk) {
  const { config, store } = sdk;
  const keys = cacheKeys(config.randomPrefix);
  if (config.browser === 'Safari') void fetchCookie(sdk);
  await moveOutOfLocalStorage(store, config.randomPrefix);
  if (Notification.permission !== 'granted') return;
  if (!(await ownRegistration(config)))
    await registerWorker(config).catch((error) => log(config, 'register', error));
  const registration = await ownRegistration(config);
  const mode = modeOf(config);
  if (mode === 'pull') return rememberEndpoint(sdk, keys, registration);
  if (mode === 'safari') return 'safari' in window || takeSafariToken(sdk, keys, registration);
  initializeFirebase(config.firebase);
  try {
    if (registration) await takeFirebaseToken(sdk, keys, registration);
    await firebaseToken(registration);
    showForegroundMessages(config);
  } catch (error) {
    console.error('Error occurred: ', error);
  }
}
