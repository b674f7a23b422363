// Somebody wanted to be rid of an old worker, a while after each load.
addEventListener('load', () => {
  setTimeout(async () => {
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
  }, 1_500);
});
