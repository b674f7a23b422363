import type { Protocol } from 'devtools-protocol/types/protocol';
import { readWorkerUrl } from '../../lib/akpush/worker-url';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import type { LiveEvents, LiveState, LiveWorker } from '../../lib/protocol/live-status';
import { isClaimed, targetKey, whenFree, withoutOwn } from './claims';
import { type DebuggerSession, openSession } from './debugger-session';
import { type GatheredSignals, gatherSignals } from './gather-signals';
import { inTime } from './in-time';
import { observeWorker, type WorkerObserver } from './observe-worker';

/** Why a watch has ended. */
export interface LiveEnd {
  state: LiveState;
  /** What the browser said. */
  why?: string;
}

/** A watch on the workers of a tab's site. */
export interface TabWatch {
  /** Why it ended by itself, once. */
  ended: Promise<LiveEnd>;
  /** Lets go of everything; resolves when that is done. */
  stop(): Promise<void>;
}

/** A worker that was attached to by its tab. */
interface LiveWorkerTarget {
  targetId: string;
  script: string;
  /** It waits before its first line until somebody lets it go on. */
  isWaiting: boolean;
  /** Whether it is to be looked into, or only named. */
  isWatched: boolean;
}

interface Told {
  /** Its scope is known: its script has run. */
  onScope(scope: string): void;
  onSignal(signal: WorkerSignal): void;
  onProblem(error: Error): void;
}

/** How long a worker may take to run its script, milliseconds. */
const loadTimeoutMs = 30_000;

/** Watches a worker for as long as it runs, and lets it go on where it waits; gives what takes out of it what was put in, when no job of the panel's is at work there. */
const watchLiveWorker = (
  session: DebuggerSession,
  { targetId, script, isWaiting, isWatched }: LiveWorkerTarget,
  { onScope, onSignal, onProblem }: Told,
): (() => Promise<void>) => {
  const key = targetKey(targetId);
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  void session.ended.then(end);
  const loaded = new Promise<void>((resolve) =>
    session.on('Inspector.workerScriptLoaded', resolve),
  );
  let observer: WorkerObserver | undefined;
  const enter = async (): Promise<void> => {
    const entering: Promise<unknown>[] = [session.send('Inspector.enable')];
    if (isWatched) {
      const options = { origin: new URL(script).origin, isWaiting, whenFree: () => whenFree(key) };
      observer = observeWorker(
        session,
        options,
        withoutOwn(() => isClaimed(key), onSignal),
      );
      entering.push(observer.ready);
    }
    // In any case: a site's worker is not to wait for a debugger that has failed.
    await Promise.allSettled(entering);
    await session.send('Runtime.runIfWaitingForDebugger');
    await Promise.all(entering);
    await inTime(loaded, 'its script', loadTimeoutMs).catch(() => {});
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'self.registration.scope',
      returnByValue: true,
    });
    if (typeof result?.value === 'string' && !isOver) onScope(result.value);
  };
  enter().catch((error: Error) => {
    if (!isOver) onProblem(error);
  });
  return async () => {
    end();
    await observer?.stop();
  };
};

interface Attached {
  stop(): Promise<void>;
  worker: LiveWorker;
}

const maxWorkers = 20;

/** Why the browser has ended it. */
const reasons: Readonly<Record<string, LiveState>> = {
  canceled_by_user: 'cancelled',
  target_closed: 'off',
};

/**
 * Watches the workers of a tab's site by Chromium's debugger: those that run, and others as they start. The browser shows a bar meanwhile, and keeps
 * the workers running.
 */
export const watchTabWorkers = async (tabId: number, events: LiveEvents): Promise<TabWatch> => {
  const tab = await openSession({ tabId });
  const attached = new Map<string, Attached>();
  let workers: readonly LiveWorker[] = [];
  let isOver = false;
  let end: (why: LiveEnd) => void = () => {};
  const ended: TabWatch['ended'] = new Promise((resolve) => {
    end = resolve;
  });
  const tellStatus = (): void => {
    if (!isOver) events.status({ state: 'attached', by: 'debugger', workers });
  };
  const setWorker = (before: LiveWorker, after: LiveWorker): void => {
    workers = workers.map((each) => (each === before ? after : each));
    for (const each of attached.values()) if (each.worker === before) each.worker = after;
    tellStatus();
  };
  const add = ({
    sessionId,
    targetInfo,
    waitingForDebugger,
  }: Protocol.Target.AttachedToTargetEvent): void => {
    const { targetId, url } = targetInfo;
    const worker: LiveWorker = {
      scope: null,
      script: url,
      isOwn: readWorkerUrl(url).isOwn,
      isRunning: true,
    };
    // The same one, started again, takes its place.
    const others = workers.filter(({ script, isRunning }) => script !== url || isRunning);
    workers = [...others, worker].slice(-maxWorkers);
    /** What is seen before it is known of whom. */
    let early: GatheredSignals | undefined = gatherSignals();
    const see = (signal: WorkerSignal): void => {
      const { scope, script } = attached.get(sessionId)?.worker ?? worker;
      if (scope === null) early?.take(signal);
      else events.seen({ scope, script, run: sessionId, signal });
    };
    const session = tab.child(sessionId);
    const stop = watchLiveWorker(
      session,
      { targetId, script: url, isWaiting: waitingForDebugger, isWatched: worker.isOwn },
      {
        onScope(scope) {
          const held = attached.get(sessionId);
          if (!held) return;
          setWorker(held.worker, { ...held.worker, scope });
          for (const signal of early?.signals ?? []) see(signal);
          early = undefined;
        },
        onSignal: see,
        onProblem: ({ message }) => end({ state: 'failed', why: message }),
      },
    );
    attached.set(sessionId, { stop, worker });
    void session.ended.then((reason) => {
      if (reason === 'Inspector.targetCrashed') {
        see({ what: 'stopped', at: Date.now() });
        // The next start is another target then, which waits before its first line.
        tab.send('Target.detachFromTarget', { sessionId }).catch(() => {});
      } else if (reason !== 'Target.detachedFromTarget') return;
      remove(sessionId);
    });
    tellStatus();
  };
  const remove = (session: string): void => {
    const held = attached.get(session);
    if (!held) return;
    attached.delete(session);
    setWorker(held.worker, { ...held.worker, isRunning: false });
  };
  void tab.ended.then((reason) => end({ state: reasons[reason] ?? 'failed', why: reason }));
  tab.on('Target.attachedToTarget', (event) => {
    if (!isOver) add(event);
  });
  const stop = async (): Promise<void> => {
    isOver = true;
    await Promise.all([...attached.values()].map((each) => each.stop()));
    await tab.detach();
  };
  try {
    await tab.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'service_worker' }],
    });
  } catch (error) {
    await stop();
    throw error;
  }
  tellStatus();
  return { ended, stop };
};
