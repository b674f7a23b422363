// The double of the SDK's service worker. `config` is put in by the server.

/* config */
const browser = new URL(self.location.href).searchParams.get('browser');

self.addEventListener('install', () => self.skipWaiting());

function modeOf() {
  if (config.allFirebase || config.browsers[browser]?.isFirebase) return 'firebase';
  return browser === 'Safari' ? 'safari' : 'pull';
}

function providerOf() {
  const name = browser.replaceAll(' ', '');
  return modeOf() === 'firebase' ? `${name}Firebase` : name;
}

async function report({ ack, open }) {
  const options = { mode: 'no-cors', credentials: 'include' };
  await fetch(ack, options);
  await fetch(open, options);
}

async function showFirebase(message) {
  await report(JSON.parse(message.data.hub_link));
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const visible = windows.filter((client) => client.visibilityState === 'visible');
  if (visible.length > 0) {
    for (const client of visible) {
      client.postMessage({ ...message, isFirebaseMessaging: true, messageType: 'push-received' });
    }
    return;
  }
  const { title, ...options } = message.notification;
  await self.registration.showNotification(title, {
    ...options,
    actions: JSON.parse(message.data.ak_actions ?? '[]'),
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

function show(event) {
  if (modeOf() === 'pull') return showPulled();
  return modeOf() === 'safari' ? showSafari(event.data.json()) : showFirebase(event.data.json());
}

function clickUrl({ action, notification }) {
  const data = notification.data ?? {};
  const url =
    action || data.click_action || data.FCM_MSG?.notification?.click_action || (data.url ?? '');
  if (!url || modeOf() === 'safari' || /[?&]provider=/.test(url)) return url;
  return `${url}?provider=${providerOf()}`;
}

if (browser) {
  self.addEventListener('push', (event) => event.waitUntil(show(event)));
  self.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const url = clickUrl(event);
    if (url) event.waitUntil(self.clients.openWindow(url));
  });
} else {
  console.error('AKPush: no browser in the URL of the service worker');
}
