import { dispatchEvent, type SentEvent } from '../../lib/injected/dispatch-event';
import type { WatchedEvent } from '../../lib/injected/realm-signal';
import type { MadeStep } from '../../lib/model/entry';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import { emptyLiveLog, type LiveGroup, type LiveLog } from '../../lib/push/live-group';
import { takeSignal } from '../../lib/push/live-log';
import { observeTraffic, type ProtocolSession } from '../../lib/push/observe-traffic';
import { namesInPayload } from '../../lib/push/push-names';
import { readRealmSignal } from '../../lib/push/read-realm-signal';
import { askObserver, newBinding, putObserver } from '../../lib/push/realm-observer';
import { inOrder } from '../../lib/push/trace';

/** A worker that Chromium's protocol reaches. */
export interface WatchedTarget {
  send<T = unknown>(method: string, params?: object): Promise<T>;
  listen(onEvent: (method: string, params: unknown) => void): void;
}

/** Whose push it is: the worker's script and scope, addresses. */
export interface WatchedWorker {
  script: string;
  scope: string;
}

/** A watch on a worker that is about to get a push, or another event. */
export interface PushWatch {
  /** Brings an event about in the worker, and resolves at its handlers' end. Rejects where that could not be done. */
  dispatch(event: SentEvent): Promise<void>;
  /** Waits until the worker is done with the event, and gives its steps in order; none: it got none in time. */
  steps(): Promise<MadeStep[]>;
  /** Takes out of the worker what was put in. */
  stop(): Promise<void>;
}

/** How often is looked whether the worker is done, milliseconds. */
const lookEvery = 50;

/** For so long nothing must have come after the handler's end, milliseconds: a report may be sent without being waited for. */
const quiet = 500;

/** The watcher in the worker goes by itself after this time, milliseconds, whatever becomes of this program. */
const lease = 60_000;

const sessionOf = ({ send, listen }: WatchedTarget): ProtocolSession => {
  const listeners = new Map<string, ((params: never) => void)[]>();
  listen((method, params) => {
    for (const listener of listeners.get(method) ?? []) listener(params as never);
  });
  return {
    send: (method, params) => send(method, params),
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
  };
};

const lastOf = ({ begun, ended, steps }: LiveGroup): number =>
  Math.max(begun, ended ?? 0, ...steps.map(({ entry }) => entry.time + (entry.duration ?? 0)));

/**
 * Watches what a worker does with the next push, by the watcher that the panel puts into workers: the handler, what it asks of the browser and of servers,
 * its console and errors. `longest`: how long the worker may take, milliseconds; `event`: which event, where it is none of a push.
 */
export const watchPush = async (
  target: WatchedTarget,
  { script, scope }: WatchedWorker,
  longest: number,
  event: WatchedEvent = 'push',
): Promise<PushWatch> => {
  const begun = Date.now();
  const binding = newBinding();
  let log: LiveLog = emptyLiveLog;
  let heardAt = 0;
  const see = (signal: WorkerSignal): void => {
    heardAt = Date.now();
    log = takeSignal(log, { scope, script, run: '1', signal }, namesInPayload);
  };
  const session = sessionOf(target);
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    const signal = name === binding ? readRealmSignal(payload) : undefined;
    if (signal) see(signal);
  });
  await observeTraffic(session, new URL(script).origin, null, see).ready;
  await session.send('Runtime.addBinding', { name: binding });
  const handle = await putObserver(session.send, binding, lease);
  if (handle === undefined) throw new Error('The worker’s realm was not complete.');
  const groupOf = (): LiveGroup | undefined => log.groups.find(({ name }) => name === event);
  const isDone = (): boolean => {
    const group = groupOf();
    const isOpen = group?.steps.some(({ entry }) => entry.status === 'pending');
    return group?.ended != null && !isOpen && Date.now() - Math.max(lastOf(group), heardAt) > quiet;
  };
  return {
    async dispatch(sent) {
      const given = [sent, { timeout: longest, isDry: false }];
      const problem = await askObserver(session.send, handle, dispatchEvent, given);
      if (problem !== null) throw new Error(String(problem));
    },
    async steps() {
      while (!isDone() && Date.now() - begun < longest)
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
      return inOrder((groupOf()?.steps ?? []).map(({ entry }) => entry));
    },
    async stop() {
      await askObserver(session.send, handle, 'stop').catch(() => {});
    },
  };
};
