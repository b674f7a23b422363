// The worker's side of `stand-in.js`: the subscription that the page made.
PushManager.prototype.getSubscription = async () => {
  const cache = await caches.open('push-stand-in');
  const response = await cache.match('/push-stand-in');
  if (!response) return null;
  const { endpoint, keys } = await response.json();
  return { endpoint, toJSON: () => ({ endpoint, expirationTime: null, keys }) };
};
