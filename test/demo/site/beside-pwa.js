// A progressive web app registers its own worker at each load, when the SDK's is there.
addEventListener('load', async () => {
  await navigator.serviceWorker.ready;
  await navigator.serviceWorker.register('/pwa-worker.js');
});
