import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping';
import type { ProtocolSession } from '../../lib/push/observe-traffic';
import {
  browserDebugger,
  type DebuggerListener,
  type DetachListener,
  type HeldTarget,
  holdTarget,
} from './hold-target';
import { inTime } from './in-time';

type Events = ProtocolMapping.Events;

/** A session of Chromium's debugger: with a tab, with a worker, or with a worker that a tab has brought. */
export interface DebuggerSession extends ProtocolSession {
  /** Rejects when there is no answer in time, with `SessionEnded` when the session ends meanwhile or has ended. */
  send: ProtocolSession['send'];
  /** Why it has ended, when it has, but for its own `detach`: what the browser says, `Inspector.targetCrashed` when a worker was stopped. */
  ended: Promise<string>;
}

/** A session with what was attached to. */
export interface OpenSession extends DebuggerSession {
  /** The session of a worker that the tab has brought, for as long as that is attached to. */
  child(session: string): DebuggerSession;
  detach(): Promise<void>;
}

/** A tab, or a worker. */
export type SessionTarget = { tabId: number } | { targetId: string };

const commandTimeoutMs = 10_000;

/** The session has ended in the middle of a command: `WorkerStopped`, or `WatchEnded` when the user has ended the debugging. */
class SessionEnded extends Error {
  constructor(reason: string) {
    const isCancelled = reason === 'canceled_by_user';
    super(isCancelled ? 'The debugging was ended in the browser.' : 'The worker was stopped.');
    this.name = isCancelled ? 'WatchEnded' : 'WorkerStopped';
  }
}

interface Ends {
  session: DebuggerSession;
  hear(method: string, params: unknown): void;
  end(reason: string): void;
}

const sessionOver = (
  sendCommand: (method: string, params: object) => Promise<unknown>,
  isWorker: boolean,
): Ends => {
  const listeners = new Map<string, ((params: never) => void)[]>();
  let end: (reason: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const gone = ended.then((reason) => Promise.reject(new SessionEnded(reason)));
  // Nobody may be waiting for an answer when it goes.
  gone.catch(() => {});
  return {
    session: {
      ended,
      send: (method, params = {} as never, timeoutMs = commandTimeoutMs) =>
        inTime(
          Promise.race([sendCommand(method, params as object) as Promise<never>, gone]),
          method,
          timeoutMs,
        ),
      on(event, listener) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      },
    },
    hear(method, params) {
      // A worker that is stopped leaves its target behind, for the next time that it is started.
      if (isWorker && method === 'Inspector.targetCrashed') end(method);
      for (const listener of listeners.get(method) ?? []) listener(params as never);
    },
    end,
  };
};

/** How many of this extension hold a target: the browser lets it attach once. */
const holders = new Map<string, { count: number; attached: Promise<HeldTarget> }>();
/** Targets that are being let go: until then the browser takes them for attached. */
const leaving = new Map<string, Promise<void>>();

/** Attaches to a tab or a worker; several may to the same. Rejects with an Error that says why it cannot. */
export const openSession = async (target: SessionTarget): Promise<OpenSession> => {
  const api = browserDebugger();
  if (!api) throw new Error('This browser gives extensions no debugger.');
  const { tabId, targetId } = { tabId: undefined, targetId: undefined, ...target };
  const key = targetId ?? `${tabId}`;
  const held = holders.get(key) ?? {
    count: 0,
    attached: Promise.resolve(leaving.get(key)).then(() => holdTarget(api, target)),
  };
  holders.set(key, held);
  held.count++;
  let isHeld = true;
  const leave = (): Promise<void> => {
    const left = held.attached.then(
      (each) => each.detach(),
      () => {},
    );
    leaving.set(key, left);
    return left.finally(() => {
      if (leaving.get(key) === left) leaving.delete(key);
    });
  };
  const letGo = (): boolean => {
    if (!isHeld) return false;
    isHeld = false;
    if (--held.count > 0) return false;
    if (holders.get(key) === held) holders.delete(key);
    return true;
  };
  const own = sessionOver(
    (method, params) => api.sendCommand(target, method, params),
    targetId !== undefined,
  );
  const children = new Map<string, Ends>();
  const onEvent: DebuggerListener = (source, method, params) => {
    if (source.tabId !== tabId || source.targetId !== targetId) return;
    if (source.sessionId !== undefined) children.get(source.sessionId)?.hear(method, params);
    else {
      own.hear(method, params);
      if (method !== 'Target.detachedFromTarget') return;
      const { sessionId } = params as Events['Target.detachedFromTarget'][0];
      children.get(sessionId)?.end(method);
      children.delete(sessionId);
    }
  };
  const onDetach: DetachListener = (source, reason) => {
    if (source.tabId !== tabId || source.targetId !== targetId || source.sessionId !== undefined)
      return;
    if (holders.get(key) === held) holders.delete(key);
    isHeld = false;
    forget();
    for (const each of [own, ...children.values()]) each.end(reason);
  };
  const forget = (): void => {
    api.onDetach.removeListener(onDetach);
    api.onEvent.removeListener(onEvent);
  };
  api.onEvent.addListener(onEvent);
  api.onDetach.addListener(onDetach);
  try {
    await inTime(held.attached, 'attach', commandTimeoutMs);
  } catch (error) {
    forget();
    // It may still come: then it is let go of, before anybody attaches again.
    if (letGo()) void leave();
    throw error;
  }
  return {
    ...own.session,
    child(id) {
      const each =
        children.get(id) ??
        sessionOver(
          (method, params) => api.sendCommand({ tabId, sessionId: id }, method, params),
          true,
        );
      children.set(id, each);
      return each.session;
    },
    async detach() {
      forget();
      if (letGo()) await leave();
    },
  };
};
