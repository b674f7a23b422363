import { within } from './within';

/** Chromium's own protocol, in the session of a page. */
export interface Cdp extends CdpSession {
  /** Ends the session, and what was listened to in it. */
  close(): Promise<void>;
}

/** What is used of such a session. */
export interface CdpSession {
  /** Sends a command; rejects with what the browser says. */
  send(method: string, params: object): Promise<unknown>;
  /** Listens to an event; gives what ends it. */
  on(event: string, hear: (params: unknown) => void): Promise<() => void>;
}

/** A push for the worker of a scope. */
export interface DeliveredPush {
  /** The worker's scope, an address. */
  scope: string;
  /** What `event.data` holds. */
  data: string;
}

interface Registration {
  registrationId: string;
  scopeURL: string;
  isDeleted: boolean;
}

/** How long the browser may take to tell its registrations, milliseconds. */
const timeoutMs = 10_000;

/** The browser's id of a registration: it tells all that it has when it is asked to watch. `stop` ends listening. */
const listenFor = async (
  cdp: CdpSession,
  scope: string,
): Promise<{ id: Promise<string>; stop(): void }> => {
  let found = (_id: string): void => {};
  const id = new Promise<string>((resolve) => {
    found = resolve;
  });
  const stop = await cdp.on('ServiceWorker.workerRegistrationUpdated', (params) => {
    const { registrations } = params as { registrations: readonly Registration[] };
    const own = registrations.find((each) => each.scopeURL === scope && !each.isDeleted);
    if (own) found(own.registrationId);
  });
  return { id, stop };
};

/**
 * Gives a push to the worker, as one that has come from the push service: the event is trusted, and nothing is encrypted. No subscription is needed.
 * Ends when the browser has taken it, not when the worker is done; rejects where there is no such worker. Source: Chrome DevTools Protocol,
 * `ServiceWorker.deliverPushMessage`.
 */
export const deliverPush = async (
  cdp: CdpSession,
  { scope, data }: DeliveredPush,
): Promise<void> => {
  const { id, stop } = await listenFor(cdp, scope);
  const absent = `The browser has no service worker for ${scope}.`;
  try {
    await cdp.send('ServiceWorker.enable', {});
    const registrationId = await within(timeoutMs, id, absent);
    const { origin } = new URL(scope);
    await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  } finally {
    stop();
    // Else it would not tell its registrations to who asks next.
    await cdp.send('ServiceWorker.disable', {}).catch(() => {});
  }
};
