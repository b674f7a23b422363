// The worker of a site that answers for what it cannot get, as many do, and that takes too much for that.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (pathname === '/ak-push.js')
    event.respondWith(new Response('', { status: 504, statusText: 'Offline' }));
  else if (searchParams.has('_push_pix'))
    event.respondWith(
      fetch(event.request).catch(() => new Response('', { status: 504, statusText: 'Offline' })),
    );
});
