// The double of the SDK's service worker. `config` is put in by the server.

/* config */
// Builds of 2018 know their worker without its browser.
const plain = /Firefox/.test(navigator.userAgent) ? 'Firefox' : 'Chrome';
const browser =
  new URL(self.location.href).searchParams.get('browser') ?? (config.hasPlainWorker ? plain : null);

self.addEventListener('install', () => self.skipWaiting());

function modeOf() {
  if (config.allFirebase || config.browsers[browser]?.isFirebase) return 'firebase';
  return browser === 'Safari' ? 'safari' : 'pull';
}

function providerOf() {
  const name = browser.replaceAll(' ', '');
  return modeOf() === 'firebase' ? `${name}Firebase` : name;
}

// A report that fails is nothing to the notification.
async function report({ ack, open }) {
  const options = { mode: 'no-cors', credentials: 'include' };
  for (const url of [ack, open]) await fetch(url, options).catch(() => {});
}

// What Firebase's library does, beside the SDK's own listener: a push without JSON is none of its own.
async function showFirebase(data) {
  let message;
  try {
    message = data.json();
  } catch {
    return;
  }
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.some((client) => client.visibilityState === 'visible')) {
    for (const client of windows)
      client.postMessage({ ...message, isFirebaseMessaging: true, messageType: 'push-received' });
    return;
  }
  if (!message.notification) return;
  const { title, ...options } = message.notification;
  await self.registration.showNotification(title, {
    ...options,
    actions: JSON.parse(message.data?.ak_actions ?? '[]'),
    data: { ...message.data, FCM_MSG: message },
  });
}

async function showSafari(message) {
  const data = JSON.parse(message.data);
  await report(data.hub_link);
  const { title, ...options } = message;
  await self.registration.showNotification(title, { ...options, data });
}

async function showPulled() {
  const subscription = await self.registration.pushManager.getSubscription();
  const response = await fetch(`${config.serverURL}/pixel?_push_pix=/push/content/get`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      provider: providerOf(),
      endpoint: subscription?.endpoint ?? null,
      resource_token: config.resourceToken,
    }),
  });
  if (response.status !== 200) return;
  const answer = await response.json();
  if (answer.error || !answer.data) return;
  const { title, ...options } = answer.data;
  await self.registration.showNotification(title, options);
}

function reportFirebase(event) {
  const hub = JSON.parse(event.data.json().data.hub_link);
  event.waitUntil(report(hub));
}

function clickUrl({ action, notification }) {
  const data = notification.data ?? {};
  const url =
    action || data.click_action || data.FCM_MSG?.notification?.click_action || (data.url ?? '');
  if (!url || modeOf() === 'safari' || /[?&]provider=/.test(url)) return url;
  return `${url}?provider=${providerOf()}`;
}

const handlers = {
  pull: (event) => event.waitUntil(showPulled()),
  safari: (event) => event.waitUntil(showSafari(event.data.json())),
  firebase: reportFirebase,
};

if (browser) {
  self.addEventListener('push', handlers[modeOf()]);
  self.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const url = clickUrl(event);
    if (url) event.waitUntil(self.clients.openWindow(url));
  });
  if (modeOf() === 'firebase') {
    self.addEventListener('push', (event) => {
      if (event.data) event.waitUntil(showFirebase(event.data));
    });
    self.addEventListener('pushsubscriptionchange', () => {});
    self.addEventListener('notificationclick', (event) => {
      if (event.notification.data?.FCM_MSG && !event.action) event.stopImmediatePropagation();
    });
  }
} else {
  console.error('AKPush: no browser in the URL of the service worker');
}
