import { type CdpSubscriptions, cdpSubscriptions } from './cdp-subscriptions';
import type { Driver } from './driver';
import type { WatchedTarget } from './scenarios/watch-push';

/** A service worker of a tab, by Chromium's own protocol. */
export interface WorkerTarget extends WatchedTarget {
  /** Ends listening. */
  close(): Promise<void>;
}

/** The service workers of a tab that run. */
export interface WorkerTargets {
  /** The worker of a script; `undefined`: it does not run, or was not seen to begin. */
  open(script: string): Promise<WorkerTarget | undefined>;
  close(): Promise<void>;
}

interface CdpEvent {
  session?: string;
  params: unknown;
}

interface Attached {
  sessionId: string;
  targetInfo: { type: string; url: string };
}

/** What is heard of a worker that is watched. */
const watchedEvents: readonly string[] = [
  'Network.requestWillBeSent',
  'Network.responseReceived',
  'Network.loadingFinished',
  'Network.loadingFailed',
  'Runtime.consoleAPICalled',
  'Runtime.exceptionThrown',
  'Runtime.bindingCalled',
];

/**
 * Follows the workers of a tab, to which WebDriver BiDi has a session of Chromium's protocol each. To be called before the page is opened: a worker is told of
 * once, when it begins. Rejects where the browser is none of Chromium's. Source: chromium-bidi, `CdpTargetManager`.
 */
export const workerTargets = async (
  { send, on }: Pick<Driver, 'send' | 'on'>,
  context: string,
): Promise<WorkerTargets> => {
  const { session: tab } = await send<{ session: string }>('goog:cdp.getSession', { context });
  /** The scripts of workers, by their sessions; a later one comes after those before it. */
  const workers = new Map<string, string>();
  const listeners = new Map<string, (method: string, params: unknown) => void>();
  const hear = (event: string, take: (params: unknown, session?: string) => void): void =>
    on(`goog:cdp.${event}`, (said) => {
      const { session, params } = said as CdpEvent;
      take(params, session);
    });
  hear('Target.attachedToTarget', (params, session) => {
    const { sessionId, targetInfo } = params as Attached;
    if (session === tab && targetInfo.type === 'service_worker')
      workers.set(sessionId, targetInfo.url);
  });
  hear('Target.detachedFromTarget', (params) => {
    workers.delete((params as { sessionId: string }).sessionId);
  });
  for (const event of watchedEvents)
    hear(event, (params, session) => listeners.get(session ?? '')?.(event, params));
  const following: CdpSubscriptions = cdpSubscriptions({ send });
  await following.add('Target.attachedToTarget');
  await following.add('Target.detachedFromTarget');
  return {
    async open(script) {
      const [session] = [...workers].findLast(([, url]) => url === script) ?? [];
      if (session === undefined) return undefined;
      const subscriptions = cdpSubscriptions({ send });
      for (const event of watchedEvents) await subscriptions.add(event);
      return {
        async send<T>(method: string, params: object = {}): Promise<T> {
          const { result } = await send<{ result: T }>('goog:cdp.sendCommand', {
            ...{ method, params, session },
          });
          return result;
        },
        listen: (onEvent) => void listeners.set(session, onEvent),
        async close() {
          listeners.delete(session);
          await subscriptions.end();
        },
      };
    },
    async close() {
      listeners.clear();
      await following.end();
    },
  };
};
