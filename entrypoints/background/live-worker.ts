import { watchRealm } from '../../lib/injected/realm-watcher';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import { readRealmSignal } from '../../lib/push/read-realm-signal';
import type { TabTarget } from './tab-target';
import { watchWorker } from './watch-worker';
import { isBusy, whenIdle } from './worker-target';

/** A worker that was attached to by its tab. */
export interface AttachedWorker {
  session: string;
  targetId: string;
  script: string;
  /** It waits before its first line until somebody lets it go on. */
  isWaiting: boolean;
  /** Whether it is to be looked into, or only named. */
  isWatched: boolean;
}

/** The watch on one worker, for as long as it runs. */
export interface LiveWorkerWatch {
  hear(method: string, params: unknown): void;
  /** Takes out of the worker what was put in, when no job of the panel's is at work there. */
  stop(): Promise<void>;
  /** The worker is gone: nothing can be taken out. */
  forget(): void;
}

interface Told {
  /** Its scope is known: its script has run. */
  onScope(scope: string): void;
  onSignal(signal: WorkerSignal): void;
  onStopped(): void;
  onProblem(error: Error): void;
}

/** How long the watcher in the worker stays without a word of the background, and how often it gets one, milliseconds. */
const lease = 12_000;
const renewEvery = 4_000;

/** How long a worker may take to run its script, milliseconds. */
const loadPatience = 30_000;

interface Evaluated {
  result?: { objectId?: string; value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Until it is so, or too late. */
const inTime = async (done: Promise<unknown>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, loadPatience);
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
};

/** Watches a worker: puts the watcher into its realm, before its first line where it has just been started. */
export const watchLiveWorker = (
  tab: TabTarget,
  { session, targetId, script, isWaiting, isWatched }: AttachedWorker,
  { onScope, onSignal, onStopped, onProblem }: Told,
): LiveWorkerWatch => {
  const binding = `akpushInspector${crypto.randomUUID().replaceAll('-', '')}`;
  const ignored = new Set<string>();
  let hearMore: (method: string, params: unknown) => void = () => {};
  let load: () => void = () => {};
  let onHeld: () => void = () => {};
  let handle: string | undefined;
  let isGone = false;
  const loaded = new Promise<void>((resolve) => {
    load = resolve;
  });
  const send = <T = unknown>(method: string, params?: object, timeoutMs?: number): Promise<T> =>
    tab.send<T>(method, params, { session, ...(timeoutMs !== undefined && { timeoutMs }) });
  const see = (signal: WorkerSignal): void => {
    // What a job of the panel's brings about is its own to tell.
    if (!isGone && !isBusy(targetId)) onSignal(signal);
  };

  /** Puts the watcher in; false while the realm is not complete. */
  const putIn = async (): Promise<boolean> => {
    const expression = `(${watchRealm})(${JSON.stringify(binding)},${lease})\n//# sourceURL=akpush-inspector.js`;
    const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', { expression });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    handle = result?.objectId;
    return handle !== undefined;
  };
  /**
   * A worker that waits at its start has no complete realm yet: that comes with its script. So it is let go on to the first line of that, held there
   * for the moment that the watcher needs, and let go on again. Nothing may be asked of it in between: that would hold it where it is.
   */
  const putInAtFirstLine = async (): Promise<void> => {
    const held = new Promise<void>((resolve) => {
      onHeld = resolve;
    });
    try {
      await Promise.all([
        send('Debugger.enable'),
        send('Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptExecution' }),
        send('Runtime.runIfWaitingForDebugger'),
      ]);
      // Loaded: somebody else's debugger had let it go on before.
      await Promise.race([held.then(putIn), inTime(loaded)]);
    } finally {
      await send('Debugger.disable').catch(() => {});
    }
    if (!handle && !isGone && !(await putIn()))
      throw new Error('The worker’s realm was not complete in time.');
  };
  const inject = async (): Promise<void> => {
    const bound = send('Runtime.addBinding', { name: binding });
    const [isIn] = await Promise.all([putIn(), bound]);
    if (!isIn && !isGone) await putInAtFirstLine();
  };
  const call = async (name: 'renew' | 'stop'): Promise<unknown> => {
    const { result } = await send<Evaluated>('Runtime.callFunctionOn', {
      objectId: handle,
      functionDeclaration: `function(){return this.${name}()}`,
      returnByValue: true,
    });
    return result?.value;
  };
  const renew = async (): Promise<void> => {
    if (!handle || isGone) return;
    try {
      if ((await call('renew')) !== false || isGone) return;
      // It has gone by itself: the worker was held at a breakpoint, or the machine slept.
      await whenIdle(targetId);
      await inject();
    } catch {
      // The worker stops, or is let go: that is told of otherwise.
    }
  };
  const renewing = setInterval(() => void renew(), renewEvery);

  const enter = async (): Promise<void> => {
    const entering = [send('Inspector.enable')];
    if (isWatched) {
      // One that runs may have a job at work in it, whose wrapping would be mixed with this one's.
      if (!isWaiting) await whenIdle(targetId);
      entering.push(inject());
      const listen = (listener: typeof hearMore) => {
        hearMore = listener;
      };
      const watching = watchWorker({ send, listen }, new URL(script).origin, null, (news) => {
        if ('entry' in news) return see({ what: 'entry', ...news });
        if (isBusy(targetId) && news.request.ended === undefined) ignored.add(news.id);
        if (!ignored.has(news.id)) see({ what: 'request', ...news });
      });
      entering.push(watching);
    }
    // In any case: a site's worker is not to wait for a debugger that has failed.
    await Promise.allSettled(entering);
    await send('Runtime.runIfWaitingForDebugger');
    await Promise.all(entering);
  };
  const entered = enter();
  const begin = async (): Promise<void> => {
    await entered;
    await inTime(loaded);
    const { result } = await send<Evaluated>('Runtime.evaluate', {
      expression: 'self.registration.scope',
      returnByValue: true,
    });
    if (typeof result?.value === 'string' && !isGone) onScope(result.value);
  };
  const end = (): void => {
    isGone = true;
    clearInterval(renewing);
  };
  begin().catch((error: Error) => {
    if (!isGone) onProblem(error);
  });

  return {
    hear(method, params) {
      if (isGone) return;
      if (method === 'Inspector.workerScriptLoaded') load();
      else if (method === 'Debugger.paused') onHeld();
      else if (method === 'Inspector.targetCrashed') {
        end();
        onStopped();
      } else if (method === 'Runtime.bindingCalled') {
        const { name, payload } = params as { name: string; payload: string };
        const signal = name === binding ? readRealmSignal(payload) : undefined;
        if (signal) see(signal);
      } else hearMore(method, params);
    },
    async stop() {
      if (isGone) return;
      end();
      await entered.catch(() => {});
      if (!handle) return;
      await whenIdle(targetId);
      await call('stop').catch(() => {});
    },
    forget: end,
  };
};
