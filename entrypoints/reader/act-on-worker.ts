import type { WorkerAction } from '../../lib/model/page-state';

/** Does something to a registration; resolves with what came of it. Rejects with what the browser says. */
export const actOnWorker = async (action: WorkerAction): Promise<string> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const registration = registrations.find(({ scope }) => scope === action.scope);
  if (!registration) throw new Error(`There is no registration for ${action.scope} any more.`);
  switch (action.type) {
    case 'update': {
      await registration.update();
      const { installing, waiting } = registration;
      return (installing ?? waiting)?.state ?? 'unchanged';
    }
    case 'unregister':
      return String(await registration.unregister());
    case 'skipWaiting': {
      const { waiting } = registration;
      if (!waiting) throw new Error('No worker is waiting.');
      waiting.postMessage({ type: 'SKIP_WAITING' });
      return 'sent';
    }
    case 'postMessage': {
      const { active } = registration;
      if (!active) throw new Error('No worker is active.');
      active.postMessage(action.data);
      return 'sent';
    }
    case 'closeNotification': {
      const { tag, title, body } = action;
      const shown = await registration.getNotifications();
      const found = shown.find(
        (each) => each.tag === tag && each.title === title && each.body === body,
      );
      if (!found) throw new Error('The notification is not shown any more.');
      found.close();
      return 'closed';
    }
    case 'showNotification':
      await registration.showNotification(action.title, action.options);
      return 'shown';
    case 'unsubscribe': {
      const subscription = await registration.pushManager.getSubscription();
      if (!subscription) throw new Error('There is no subscription.');
      return String(await subscription.unsubscribe());
    }
  }
};
