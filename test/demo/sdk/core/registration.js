// The SDK's service worker registration.

export function workerUrl(config) {
  if (config.hasPlainWorker) return config.swPath;
  const url = `${config.swPath}?browser=${encodeURIComponent(config.browser)}`;
  if (config.browser !== 'Chrome') return url;
  return `${url}&expiration=${Math.floor(Date.now() / (config.expirationSWChrome * 1000))}`;
}

// The first whose worker has the name: its active one, else the waiting, else the one that is being installed.
export async function ownRegistration(config) {
  const mark = config.hasPlainWorker ? '/service-worker.js' : '/service-worker.js?browser';
  const registrations = await navigator.serviceWorker.getRegistrations();
  return registrations.find(({ active, waiting, installing }) =>
    (active ?? waiting ?? installing)?.scriptURL.includes(mark),
  );
}

// Each time, also where the URL is the same. Rejects when the script cannot be had.
export async function registerWorker(config) {
  const registration = await navigator.serviceWorker.register(workerUrl(config));
  await registration.update();
  return registration;
}
