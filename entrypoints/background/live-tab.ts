import { readWorkerUrl } from '../../lib/akpush/worker-url';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import type { LiveEvents, LiveState, LiveWorker } from '../../lib/protocol/live-status';
import { type LiveWorkerWatch, watchLiveWorker } from './live-worker';
import { attachTab, type TabTarget } from './tab-target';

/** A watch on the workers of a tab's site. */
export interface TabWatch {
  /** Why it ended by itself, once. */
  ended: Promise<{ state: LiveState; why?: string }>;
  /** Lets go of everything; resolves when that is done. */
  stop(): Promise<void>;
}

interface Attached {
  watch: LiveWorkerWatch;
  worker: LiveWorker;
}

interface AttachedEvent {
  sessionId: string;
  targetInfo: { targetId: string; type: string; url: string };
  waitingForDebugger: boolean;
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
  const tab: TabTarget = await attachTab(tabId);
  const attached = new Map<string, Attached>();
  let workers: readonly LiveWorker[] = [];
  let isOver = false;
  let end: (why: { state: LiveState; why?: string }) => void = () => {};
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
  const add = ({ sessionId, targetInfo, waitingForDebugger }: AttachedEvent): void => {
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
    let early: WorkerSignal[] | undefined = [];
    const see = (signal: WorkerSignal): void => {
      const { scope, script } = attached.get(sessionId)?.worker ?? worker;
      if (scope === null) early?.push(signal);
      else events.seen({ scope, script, run: sessionId, signal });
    };
    const watch = watchLiveWorker(
      tab,
      {
        session: sessionId,
        targetId,
        script: url,
        isWaiting: waitingForDebugger,
        isWatched: worker.isOwn,
      },
      {
        onScope(scope) {
          const held = attached.get(sessionId);
          if (!held) return;
          setWorker(held.worker, { ...held.worker, scope });
          for (const signal of early ?? []) see(signal);
          early = undefined;
        },
        onSignal: see,
        onStopped() {
          see({ what: 'stopped', at: Date.now() });
          remove(sessionId);
          // The next start is another target then, which waits before its first line.
          tab.send('Target.detachFromTarget', { sessionId }).catch(() => {});
        },
        onProblem: ({ message }) => end({ state: 'failed', why: message }),
      },
    );
    attached.set(sessionId, { watch, worker });
    tellStatus();
  };
  const remove = (session: string): void => {
    const held = attached.get(session);
    if (!held) return;
    held.watch.forget();
    attached.delete(session);
    setWorker(held.worker, { ...held.worker, isRunning: false });
  };
  tab.onEnded((reason) => end({ state: reasons[reason] ?? 'failed', why: reason }));
  tab.listen((session, method, params) => {
    if (session !== undefined) attached.get(session)?.watch.hear(method, params);
    else if (method === 'Target.attachedToTarget' && !isOver) add(params as AttachedEvent);
    else if (method === 'Target.detachedFromTarget')
      remove((params as { sessionId: string }).sessionId);
  });
  const stop = async (): Promise<void> => {
    isOver = true;
    await Promise.all([...attached.values()].map(({ watch }) => watch.stop()));
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
