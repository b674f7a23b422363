// Another vendor's SDK: it takes the scope, and ends the subscription when nobody of its own is subscribed.
addEventListener('load', async () => {
  await navigator.serviceWorker.ready;
  const registration = await navigator.serviceWorker.register('/OneSignalSDKWorker.js');
  const subscription = await registration.pushManager.getSubscription();
  await subscription?.unsubscribe();
});
