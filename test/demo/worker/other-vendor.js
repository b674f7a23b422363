// Another vendor's worker: it owns the scope, and is not the SDK's.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => {
  event.waitUntil(self.registration.showNotification('Another vendor'));
});
