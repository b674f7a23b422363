// A stand-in for the browser's push manager, for what no browser can be made to have: a subscription that ends, one with a key that is no key,
// push methods that a page has replaced. The page has a subscription like a real one: real keys, an endpoint at the demo's push service, kept
// across reloads.
// One subscription for the whole origin, whatever the registration.
(() => {
  const settings = JSON.parse(document.getElementById('settings').textContent);
  const place = 'push-stand-in';
  const states = new WeakMap();
  // Taken now: what the stand-in does in a browser's place is not the page's call.
  const requestPermission = Notification.requestPermission.bind(Notification);

  function toBase64url(buffer) {
    const binary = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  }

  function toBytes(base64url) {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  // The worker has no localStorage: it reads a copy from the cache.
  async function keep(state) {
    const cache = await caches.open(place);
    if (state) {
      localStorage.setItem(place, JSON.stringify(state));
      await cache.put(`/${place}`, new Response(JSON.stringify(state)));
    } else {
      localStorage.removeItem(place);
      await cache.delete(`/${place}`);
    }
  }

  function kept() {
    return JSON.parse(localStorage.getItem(place) ?? 'null');
  }

  const expires = settings.expires === 'past' ? Date.now() - 60_000 : null;

  // What it is lies in it as data, as in the plain objects of other stand-ins: who watches a page calls none of its getters.
  function subscriptionOf(state) {
    const key = state.applicationServerKey;
    const own = {
      endpoint: state.endpoint,
      expirationTime: expires,
      keys: state.keys,
      options: { userVisibleOnly: true, applicationServerKey: key && toBytes(key).buffer },
    };
    const subscription = Object.create(
      PushSubscription.prototype,
      Object.getOwnPropertyDescriptors(own),
    );
    states.set(subscription, state);
    return subscription;
  }

  async function newState(applicationServerKey) {
    const curve = { name: 'ECDH', namedCurve: 'P-256' };
    const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
    return {
      endpoint: `${settings.push}/stand-in/${crypto.randomUUID()}`,
      keys: {
        p256dh: toBase64url(await crypto.subtle.exportKey('raw', pair.publicKey)),
        auth: toBase64url(crypto.getRandomValues(new Uint8Array(16))),
      },
      applicationServerKey,
    };
  }

  function keyOf({ applicationServerKey = null } = {}) {
    if (applicationServerKey === null) return null;
    if (typeof applicationServerKey === 'string') return applicationServerKey.replace(/=+$/, '');
    return toBase64url(applicationServerKey.buffer ?? applicationServerKey);
  }

  function method(prototype, name, value) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      writable: true,
      value,
    });
  }

  method(PushManager.prototype, 'subscribe', async function subscribe(options) {
    if ((await requestPermission()) !== 'granted') {
      throw new DOMException('Registration failed - permission denied', 'NotAllowedError');
    }
    const key = keyOf(options);
    const state = kept();
    if (state && state.applicationServerKey !== key) {
      throw new DOMException(
        'Registration failed - A subscription with a different applicationServerKey (or gcm_sender_id) already exists; ' +
          'to change the applicationServerKey, unsubscribe then resubscribe.',
        'InvalidStateError',
      );
    }
    const subscribed = state ?? (await newState(key));
    await keep(subscribed);
    return subscriptionOf(subscribed);
  });

  method(PushManager.prototype, 'getSubscription', async function getSubscription() {
    const state = kept();
    return state && subscriptionOf(state);
  });

  const { prototype } = PushSubscription;
  method(prototype, 'getKey', function getKey(name) {
    const key = states.get(this).keys[name];
    return key ? toBytes(key).buffer : null;
  });
  method(prototype, 'toJSON', function toJSON() {
    const { endpoint, keys } = states.get(this);
    return { endpoint, expirationTime: expires, keys: { ...keys } };
  });
  method(prototype, 'unsubscribe', async function unsubscribe() {
    const isKept = kept()?.endpoint === states.get(this).endpoint;
    if (isKept) await keep(null);
    return isKept;
  });

  // Safari before web push had an interface of Apple's own.
  window.safari ??= {
    pushNotification: {
      permission: () => ({ permission: Notification.permission }),
      requestPermission(_url, _id, _data, answer) {
        const stored = localStorage.getItem('safari-device-token');
        const deviceToken = stored ?? crypto.randomUUID().replaceAll('-', '').toUpperCase();
        localStorage.setItem('safari-device-token', deviceToken);
        const { permission } = Notification;
        setTimeout(answer, 0, { permission, ...(permission === 'granted' && { deviceToken }) });
      },
    },
  };
})();
