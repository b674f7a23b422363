// The shop's own script: an ordinary page that uses AKPush, and lists what it saw.

const settings = JSON.parse(document.getElementById('settings').textContent);

function note(text, value) {
  const list = document.getElementById('seen');
  if (!list) return;
  const item = document.createElement('li');
  item.textContent = value === undefined ? text : `${text} ${JSON.stringify(value)}`;
  list.append(item);
}

function showState() {
  const sdk = document.getElementById('sdk');
  const permission = document.getElementById('permission');
  if (sdk) sdk.textContent = window.AKPush ? (window.akpush ? 'ready' : 'no instance') : 'missing';
  if (permission) permission.textContent = window.Notification?.permission ?? 'no Notification';
}

function makeInstance() {
  if (!window.AKPush || settings.instance !== 'page' || window.akpush) return;
  window.akpush = settings.config ? new AKPush(settings.config) : new AKPush();
}

function listen() {
  for (const name of ['subscribe', 'update_subscription', 'suspend_subscription', 'demo']) {
    window.AKPush?.events?.on(name, (payload) => note(`event ${name}`, payload));
  }
}

// The fields of the form, as the SDK's two arguments.
function profile() {
  const email = document.getElementById('email').value;
  const name = document.getElementById('name').value;
  return [{ email }, { _fname: name }];
}

const instanceOf = () => (settings.instance === 'click' ? new AKPush() : window.akpush);

const calls = {
  init: () => instanceOf().initSubscription(...profile()),
  update: () => window.akpush.updateSubscription(...profile()),
  suspend: () => window.akpush.suspendSubscription(...profile()),
  remove: () => AKPush.removeToken(settings.config?.randomPrefix),
  subscribe: () => window.akpush.subscribe(...profile()),
  unsubscribe: () => window.akpush.unsubscribe(),
  ask: () => Notification.requestPermission(),
  emit: () => AKPush.events.emit('demo', { cup: 'full' }),
};

async function call(id, text) {
  try {
    note(`${text} answered`, (await calls[id]()) ?? null);
  } catch (error) {
    note(`${text} failed: ${error.name}: ${error.message}`);
  }
  showState();
}

async function setFailure(failure) {
  await fetch(`${settings.altcraft}/control/fail`, {
    method: 'POST',
    body: JSON.stringify({ name: '*', failure }),
  });
}

function wireUp() {
  for (const id of Object.keys(calls)) {
    const button = document.getElementById(id);
    button?.addEventListener('click', () => call(id, button.textContent));
  }
  document
    .getElementById('failure')
    ?.addEventListener('change', ({ target }) => setFailure(JSON.parse(target.value)));
  navigator.serviceWorker?.addEventListener('message', ({ data }) => note('message', data));
}

function loadLateSdk() {
  const src = document.querySelector('meta[name=late-sdk]')?.content;
  if (!src) return;
  const script = document.createElement('script');
  script.src = src;
  script.onload = () => {
    listen();
    makeInstance();
    showState();
  };
  document.head.append(script);
}

// Another vendor's SDK comes after this one, which registers its worker while the page loads, and takes its place.
async function registerOtherVendor() {
  const { serviceWorker } = navigator;
  if (Notification.permission === 'granted' && !settings.isMute) await serviceWorker.ready;
  const { installing } = await serviceWorker.register('/other-vendor-worker.js');
  await new Promise((resolve) => {
    if (installing) installing.onstatechange = () => installing.state === 'activated' && resolve();
    else resolve();
  });
}

listen();
if (settings.auto === 'init') {
  makeInstance();
  window.akpush?.initSubscription({ email: 'mira@example.com' }, { _fname: 'Mira' });
}
document.addEventListener('DOMContentLoaded', () => {
  wireUp();
  showState();
});
addEventListener('load', async () => {
  if (settings.worker === 'foreign') await registerOtherVendor();
  try {
    makeInstance();
  } finally {
    showState();
    loadLateSdk();
  }
});
