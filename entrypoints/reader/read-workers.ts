import { toBase64Url } from '../../lib/model/encoded-value';
import type {
  NotificationState,
  RegistrationState,
  SubscriptionState,
  WorkerState,
  WorkersState,
} from '../../lib/model/page-state';
import { asRead } from './as-read';
import { encodeStored } from './encode-stored';

const workerState = (worker: ServiceWorker | null): WorkerState | null =>
  worker && { scriptURL: worker.scriptURL, state: worker.state };

const keyText = (key: ArrayBuffer | null): string | null =>
  key && toBase64Url(btoa(String.fromCharCode(...new Uint8Array(key))));

const subscriptionState = (subscription: PushSubscription | null): SubscriptionState | null =>
  subscription && {
    endpoint: subscription.endpoint,
    p256dh: keyText(subscription.getKey('p256dh')),
    auth: keyText(subscription.getKey('auth')),
    expirationTime: subscription.expirationTime,
    userVisibleOnly: subscription.options.userVisibleOnly ?? null,
    applicationServerKey: keyText(subscription.options.applicationServerKey),
  };

/** Firefox has no `actions` before version 138, and TypeScript's types lack them. */
type Shown = Notification & { actions?: readonly { action: string; title: string }[] };

const notificationState = (shown: Shown): NotificationState => ({
  title: shown.title,
  body: shown.body,
  tag: shown.tag,
  icon: shown.icon,
  data: encodeStored(shown.data, 4_000),
  actions: Array.from(shown.actions ?? [], ({ action, title }) => ({ action, title })),
});

const registrationState = async (
  registration: ServiceWorkerRegistration,
): Promise<RegistrationState> => {
  const { pushManager, active } = registration;
  const [subscription, pushPermission, notifications] = await Promise.all([
    asRead(async () => subscriptionState(await pushManager.getSubscription())),
    asRead(async (): Promise<string> => pushManager.permissionState({ userVisibleOnly: true })),
    asRead(async () => (await registration.getNotifications()).slice(0, 50).map(notificationState)),
  ]);
  return {
    scope: registration.scope,
    updateViaCache: registration.updateViaCache,
    installing: workerState(registration.installing),
    waiting: workerState(registration.waiting),
    active: workerState(active),
    controls: active !== null && navigator.serviceWorker.controller === active,
    subscription,
    pushPermission,
    notifications,
  };
};

/** Reads every registration of the origin. Rejects where the document may not have any. */
export const readWorkers = async (): Promise<WorkersState> => {
  const container = navigator.serviceWorker;
  const registrations = await container.getRegistrations();
  return {
    controller: container.controller?.scriptURL ?? null,
    registrations: await Promise.all(Array.from(registrations, registrationState)),
  };
};
