// What the Firebase library does for the SDK: an app, a subscription with a key of its own, an installation, a registration token, and three
// databases.

const firebaseDefaultKey =
  'BDOU99-h67HcA6JeFXHbSNMu7e2yNNu3RzoMj8TM4W88jITfq7ZmPvIM1Iv-4_l2LxQcYwhqby2xGpWwzjfAnG4';

const messaging = { app: null, registration: null, isListening: false };

export class FirebaseError extends Error {
  constructor(code, text) {
    super(`${text} (${code}).`);
    this.name = 'FirebaseError';
    this.code = code;
  }
}

export function initializeFirebase(firebase) {
  messaging.app ??= firebase;
}

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

// The library's own worker, where nobody gives it a registration.
export async function defaultFirebaseWorker() {
  try {
    const registration = await navigator.serviceWorker.register('/firebase-messaging-sw.js', {
      scope: '/firebase-cloud-messaging-push-scope',
    });
    const worker = registration.installing ?? registration.waiting;
    if (worker && !registration.active)
      await new Promise((resolve) => {
        worker.onstatechange = () => worker.state === 'activated' && resolve();
      });
    return registration;
  } catch (error) {
    throw new FirebaseError(
      'messaging/failed-service-worker-registration',
      `Messaging: We are unable to register the default service worker. ${error.message}`,
    );
  }
}

// The library before mid-2024 asked a service that Google has switched off since.
export async function connectFirebase(firebase, { endpoint, p256dh, auth }) {
  const response = await fetch(`${firebase.apiURL}/fcm/connect/subscribe`, {
    method: 'POST',
    body: new URLSearchParams({
      authorized_entity: firebase.messagingSenderId,
      endpoint,
      encryption_key: p256dh,
      encryption_auth: auth,
    }),
  });
  return (await response.json()).token;
}

export async function registerAtFirebase(firebase, web) {
  if (firebase.isBefore2024) return connectFirebase(firebase, web);
  await firebaseHeartbeat(firebase);
  const { authToken } = await firebaseInstallation(firebase);
  const headers = { 'x-goog-firebase-installations-auth': `FIS ${authToken.token}` };
  return (await firebasePost(firebase, 'registrations', headers, { web })).token;
}

// `vapidKey` of the SDK's configuration is for Safari: here it is not used.
export async function firebaseToken(registration) {
  const firebase = messaging.app;
  if (!firebase)
    throw new FirebaseError(
      'app/no-app',
      "Firebase: No Firebase App '[DEFAULT]' has been created - call initializeApp() first",
    );
  messaging.registration =
    registration ?? messaging.registration ?? (await defaultFirebaseWorker());
  const { scope, pushManager } = messaging.registration;
  const subscription =
    (await pushManager.getSubscription()) ??
    (await pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(firebaseDefaultKey),
    }));
  const { endpoint, keys } = subscription.toJSON();
  const web = { endpoint, ...keys };
  const subscriptionOptions = { vapidKey: firebaseDefaultKey, swScope: scope, ...web };
  const store = await firebaseStore('firebase-messaging-database', 'firebase-messaging-store');
  try {
    const known = await store.get(firebase.appId);
    const isSame = (name) => known.subscriptionOptions[name] === subscriptionOptions[name];
    if (known && Object.keys(subscriptionOptions).every(isSame)) return known.token;
    const token = await registerAtFirebase(firebase, web);
    await store.set(firebase.appId, { token, createTime: Date.now(), subscriptionOptions });
    return token;
  } finally {
    store.close();
  }
}

// A push that arrives while a window is visible comes as a message from the worker, to every window, and the SDK of each shows it.
export function showForegroundMessages(config) {
  if (messaging.isListening) return;
  messaging.isListening = true;
  navigator.serviceWorker.addEventListener('message', async ({ data }) => {
    if (!data?.isFirebaseMessaging || data.messageType !== 'push-received') return;
    const registration = await ownRegistration(config);
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
