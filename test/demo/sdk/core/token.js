// The current token, in each of the three push modes: `{token, keys?}`, or null when there is none and none may be made.

export function subscribeOptions(config) {
  const key = config.vapidKey ?? config.firebase.defaultVapidKey;
  if (modeOf(config) === 'pull') return { userVisibleOnly: true };
  return { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
}

// Safari before web push: a device token from Apple's own interface.
export function safariDeviceToken(config) {
  const { websitePushID, websitePushAPI } = config.browsers.Safari;
  return new Promise((resolve) => {
    safari.pushNotification.requestPermission(websitePushAPI, websitePushID, {}, (permission) =>
      resolve(permission.deviceToken ? { token: permission.deviceToken } : null),
    );
  });
}

export async function tokenOf(config, registration, subscription) {
  if (!subscription) return null;
  if (modeOf(config) === 'firebase') {
    return { token: await firebaseToken(config, registration, subscription) };
  }
  const { endpoint, keys } = subscription.toJSON();
  return modeOf(config) === 'safari' ? { token: endpoint, keys } : { token: endpoint };
}

export async function existingToken(config) {
  const registration = await ownRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription ? tokenOf(config, registration, subscription) : null;
}

export async function obtainToken(config) {
  if (modeOf(config) === 'safari' && !config.vapidKey) return safariDeviceToken(config);
  const registration = await registerWorker(config);
  const subscription =
    (await registration.pushManager.getSubscription()) ??
    (await registration.pushManager.subscribe(subscribeOptions(config)));
  return tokenOf(config, registration, subscription);
}
