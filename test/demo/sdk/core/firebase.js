// What the Firebase library does for the SDK: an installation, a registration token, and three databases.

export async function firebaseStore(database, store) {
  const opened = await openDatabase(database, 1, [store]);
  opened.onversionchange = () => opened.close();
  const objectStore = (mode) => opened.transaction(store, mode).objectStore(store);
  return {
    get: (key) => promised(objectStore('readonly').get(key)),
    set: (key, value) => promised(objectStore('readwrite').put(value, key)),
    close: () => opened.close(),
  };
}

export async function firebasePost(firebase, resource, headers, body) {
  // The real hosts are firebaseinstallations.googleapis.com and fcmregistrations.googleapis.com.
  const url = `${firebase.apiURL}/v1/projects/${firebase.projectId}/${resource}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'x-goog-api-key': firebase.apiKey,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Messaging: ${resource} failed with ${response.status}`);
  return response.json();
}

export function randomFid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode(...bytes));
  return `c${text.replaceAll('+', '-').replaceAll('/', '_').slice(0, 21)}`;
}

export async function firebaseInstallation(firebase) {
  const store = await firebaseStore(
    'firebase-installations-database',
    'firebase-installations-store',
  );
  const key = `[DEFAULT]!${firebase.appId}`;
  let installation = await store.get(key);
  if (installation?.registrationStatus !== 2) {
    const fid = randomFid();
    const body = { fid, authVersion: 'FIS_v2', appId: firebase.appId, sdkVersion: 'w:0.6.4' };
    const answer = await firebasePost(firebase, 'installations', {}, body);
    installation = {
      fid: answer.fid,
      registrationStatus: 2,
      refreshToken: answer.refreshToken,
      authToken: {
        token: answer.authToken.token,
        requestStatus: 2,
        creationTime: Date.now(),
        expiresIn: Number.parseInt(answer.authToken.expiresIn, 10) * 1000,
      },
    };
    await store.set(key, installation);
  }
  store.close();
  return installation;
}

export async function firebaseHeartbeat(firebase) {
  const store = await firebaseStore('firebase-heartbeat-database', 'firebase-heartbeat-store');
  const date = new Date().toISOString().slice(0, 10);
  const heartbeats = [{ agent: 'fire-core/0.10.0 fire-fcm/0.12.0', date }];
  await store.set(`[DEFAULT]!${firebase.appId}`, { lastSentHeartbeatDate: date, heartbeats });
  store.close();
}

export async function firebaseToken(config, registration, subscription) {
  const { firebase } = config;
  const { endpoint, keys } = subscription.toJSON();
  const subscriptionOptions = {
    vapidKey: config.vapidKey ?? firebase.defaultVapidKey,
    swScope: registration.scope,
    endpoint,
    ...keys,
  };
  await firebaseHeartbeat(firebase);
  const installation = await firebaseInstallation(firebase);
  const store = await firebaseStore('firebase-messaging-database', 'firebase-messaging-store');
  const known = await store.get(firebase.appId);
  const same = (name) => known.subscriptionOptions[name] === subscriptionOptions[name];
  let token = known?.token;
  if (!known || !Object.keys(subscriptionOptions).every(same)) {
    const headers = {
      'x-goog-firebase-installations-auth': `FIS ${installation.authToken.token}`,
    };
    const web = {
      endpoint,
      ...keys,
      ...(config.vapidKey && { applicationPubKey: config.vapidKey }),
    };
    token = (await firebasePost(firebase, 'registrations', headers, { web })).token;
    await store.set(firebase.appId, { token, createTime: Date.now(), subscriptionOptions });
  }
  store.close();
  return token;
}

// A push that arrives while the page is visible comes as a message from the worker, and the SDK shows it.
export function showForegroundMessages(config) {
  navigator.serviceWorker.addEventListener('message', async ({ data }) => {
    if (!data?.isFirebaseMessaging || data.messageType !== 'push-received') return;
    const registration = await ownRegistration();
    if (!registration || !data.notification || Notification.permission !== 'granted') return;
    const { title, ...options } = data.notification;
    if (config.debug) console.log('AKPush: foreground message', data);
    await registration.showNotification(title, {
      ...options,
      actions: JSON.parse(data.data?.ak_actions ?? '[]'),
      data: { ...data.data, click_action: options.click_action },
    });
  });
}
