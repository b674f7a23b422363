/** Where the SDK's methods are described: arguments, defaults, what each of them changes on the platform. */
export const sdkGuide =
  'https://guides.altcraft.com/en/user-guide/communication-channels/push/web-push/methods';

const mdn = 'https://developer.mozilla.org/docs/Web';

/** What `subscribe` needs, and the errors that it rejects with. */
export const subscribeGuide = `${mdn}/API/PushManager/subscribe`;

/** How a worker gets a push, and what it has to wait for. */
export const pushEventGuide = `${mdn}/API/ServiceWorkerGlobalScope/push_event`;

/** What `showNotification` takes, and when it rejects. */
export const showGuide = `${mdn}/API/ServiceWorkerRegistration/showNotification`;

/** Which scripts `register` takes, from where, for which scope. */
export const registerGuide = `${mdn}/API/ServiceWorkerContainer/register`;

/** How Firebase's part of the SDK gets its token. */
export const firebaseGuide = 'https://firebase.google.com/docs/cloud-messaging/js/client';

/** Which permissions a page can have, and how it asks. */
export const permissionGuide = `${mdn}/API/Notification/requestPermission_static`;

/** What browsers keep for a site, and when they refuse to. */
export const storageGuide = `${mdn}/API/Storage_API/Storage_quotas_and_eviction_criteria`;

/** How a push service answers whoever sends: RFC 8030. */
export const pushServiceGuide = 'https://www.rfc-editor.org/rfc/rfc8030#section-5';
