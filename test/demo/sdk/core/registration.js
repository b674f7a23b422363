// The SDK's service worker registration.

export function workerUrl(config) {
  const url = `${config.swPath}?browser=${encodeURIComponent(config.browser)}`;
  if (config.browser !== 'Chrome') return url;
  return `${url}&expiration=${Math.floor(Date.now() / (config.expirationSWChrome * 1000))}`;
}

export function workerOf(registration) {
  return registration.installing ?? registration.waiting ?? registration.active;
}

export async function ownRegistration() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  return registrations.find((registration) =>
    workerOf(registration)?.scriptURL.includes('/service-worker.js?browser'),
  );
}

export function activated(registration) {
  if (registration.active) return Promise.resolve(registration);
  const worker = workerOf(registration);
  // Firefox tells of a new registration before it tells of its worker.
  if (!worker) return navigator.serviceWorker.ready;
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(registration);
      if (worker.state === 'redundant') reject(new Error('Service worker became redundant'));
    });
  });
}

export async function registerWorker(config) {
  const url = workerUrl(config);
  const own = await ownRegistration();
  if (own && workerOf(own).scriptURL === new URL(url, location.href).href) return activated(own);
  return activated(await navigator.serviceWorker.register(url));
}

export async function replaceWorker(config) {
  if ((await ownRegistration()) !== undefined) await registerWorker(config);
}
