// What a site has for Firebase by itself: the worker that Firebase's library takes where nobody gives it one.
self.addEventListener('push', (event) => {
  const { notification = {} } = event.data.json();
  const { title = 'Firebase', ...options } = notification;
  event.waitUntil(self.registration.showNotification(title, options));
});
