import type { RealmObserver } from './observe-realm';

/** An event that the panel brings about in a service worker's own realm. None of them is trusted. */
export type SentEvent =
  | { type: 'push'; data: string | null }
  | { type: 'notificationclick'; tag: string; title: string; body: string; action: string }
  | { type: 'pushsubscriptionchange' };

/** How an event is dispatched. */
export interface DispatchOptions {
  /** Milliseconds until a handler that has not ended is left alone. */
  timeout: number;
  /** Nothing is shown, opened or posted: only what the handler asked for is told. */
  isDry: boolean;
}

type MakeEvent = new (type: string, init: object) => Event;

/** What is used of a worker's realm. */
interface ServiceWorkerLike {
  registration: { getNotifications(): Promise<{ title: string; body: string; tag: string }[]> };
  dispatchEvent(event: Event): boolean;
  PushEvent: MakeEvent;
  NotificationEvent: MakeEvent;
  ExtendableEvent: MakeEvent;
  PushSubscriptionChangeEvent?: MakeEvent;
}

/**
 * Runs in the worker's realm: it must be complete in itself. Dispatches an event that the observer follows, and waits for its end; why it could not be
 * dispatched, or `null`.
 */
export const dispatchEvent = async (
  observer: RealmObserver,
  sent: SentEvent,
  { timeout, isDry }: DispatchOptions,
): Promise<string | null> => {
  const worker = globalThis as unknown as ServiceWorkerLike;
  const make = async (): Promise<Event> => {
    if (sent.type === 'push')
      return new worker.PushEvent('push', sent.data === null ? {} : { data: sent.data });
    if (sent.type === 'pushsubscriptionchange') {
      const Made = worker.PushSubscriptionChangeEvent ?? worker.ExtendableEvent;
      return new Made(sent.type, {});
    }
    const shown = await worker.registration.getNotifications();
    const notification = shown.find(
      ({ tag, title, body }) => tag === sent.tag && title === sent.title && body === sent.body,
    );
    if (!notification) throw new Error('The notification is not shown any more.');
    return new worker.NotificationEvent(sent.type, { notification, action: sent.action });
  };
  try {
    const event = await make();
    const followed = observer.follow(event, isDry);
    try {
      worker.dispatchEvent(event);
      await Promise.race([followed.ended, new Promise((resolve) => setTimeout(resolve, timeout))]);
    } finally {
      await followed.leave();
    }
    return null;
  } catch (error) {
    return String((error as Error | null)?.message ?? error);
  }
};
