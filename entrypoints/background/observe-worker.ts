import {
  type DispatchOptions,
  dispatchEvent,
  type SentEvent,
} from '../../lib/injected/dispatch-event';
import type { ReplacedAnswer } from '../../lib/protocol/delivery';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import { observeTraffic } from '../../lib/push/observe-traffic';
import { readRealmSignal } from '../../lib/push/read-realm-signal';
import { askObserver, newBinding, putObserver } from '../../lib/push/realm-observer';
import type { DebuggerSession } from './debugger-session';
import { inTime } from './in-time';

/** How a worker is observed. */
export interface ObserveOptions {
  origin: string;
  /** What the panel answers in the server's place. */
  replaced?: ReplacedAnswer | null;
  /** Resolves when nobody else of this extension is at work in the realm, whose wrapping would be mixed with this one's. */
  whenFree?(): Promise<void>;
  /** It waits before its first line until somebody lets it go on. */
  isWaiting?: boolean;
}

/** What observes a worker: its realm, its network, what it says. */
export interface WorkerObserver {
  /** From then on all is seen. */
  ready: Promise<void>;
  /** Dispatches an event; resolves at its end with why it could not be dispatched, or `null`. */
  dispatch(event: SentEvent, options: DispatchOptions): Promise<string | null>;
  /** Everything that is not seen to end is waited for a moment. */
  settle(): Promise<void>;
  /** Takes out of the worker what was put in; nothing is told from now on. */
  stop(): Promise<void>;
}

/** How long the observer in the realm stays without a word of the background, and how often it gets one, milliseconds. */
const lease = 12_000;
const renewEvery = 4_000;

/** How long a worker may take to run its script, milliseconds. */
const loadTimeoutMs = 30_000;
/** What a dispatch may take beyond its handler, milliseconds. */
const dispatchMs = 5_000;

/** Observes a worker until it is stopped, or the session ends: from its first line where it has just been started. */
export const observeWorker = (
  session: DebuggerSession,
  { origin, replaced, whenFree = async () => {}, isWaiting = false }: ObserveOptions,
  onSignal: (signal: WorkerSignal) => void,
): WorkerObserver => {
  const { send, on } = session;
  const binding = newBinding();
  let handle: string | undefined;
  let isOver = false;
  const tell = (signal: WorkerSignal): void => {
    if (!isOver) onSignal(signal);
  };
  const loaded = new Promise<void>((resolve) => on('Inspector.workerScriptLoaded', resolve));
  on('Runtime.bindingCalled', ({ name, payload }) => {
    const signal = name === binding ? readRealmSignal(payload) : undefined;
    if (signal) tell(signal);
  });

  /** Puts the observer in; false while the realm is not complete. */
  const putIn = async (): Promise<boolean> => {
    handle = await putObserver(send, binding, lease);
    return handle !== undefined;
  };
  /**
   * A worker that waits at its start has no complete realm yet: that comes with its script. So it is let go on to the first line of that, held there
   * for the moment that the observer needs, and let go on again. Nothing may be asked of it in between: that would hold it where it is.
   */
  const putInAtFirstLine = async (): Promise<void> => {
    const held = new Promise<void>((resolve) => on('Debugger.paused', () => resolve()));
    try {
      await Promise.all([
        send('Debugger.enable'),
        send('Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptExecution' }),
        send('Runtime.runIfWaitingForDebugger'),
      ]);
      // Loaded: somebody else's debugger had let it go on before.
      const late = inTime(loaded, 'its script', loadTimeoutMs).catch(() => {});
      await Promise.race([held.then(putIn), late]);
    } finally {
      await send('Debugger.disable').catch(() => {});
    }
    if (!handle && !isOver && !(await putIn()))
      throw new Error('The worker’s realm was not complete in time.');
  };
  const inject = async (): Promise<void> => {
    const bound = send('Runtime.addBinding', { name: binding });
    const [isIn] = await Promise.all([putIn(), bound]);
    if (!isIn && !isOver) await putInAtFirstLine();
  };
  const call = (
    act: Parameters<typeof askObserver>[2],
    given?: readonly unknown[],
    timeoutMs?: number,
  ): Promise<unknown> => askObserver(send, handle ?? '', act, given, timeoutMs);
  let isRenewed = false;
  const renew = async (): Promise<void> => {
    if (!handle || isOver || isRenewed) return;
    isRenewed = true;
    try {
      if ((await call('renew')) !== false || isOver) return;
      // It has gone by itself: the worker was held at a breakpoint, or the machine slept.
      tell({ what: 'lapsed', at: Date.now() });
      await whenFree();
      if (!isOver) await inject();
    } catch {
      // The worker stops, or is let go: that is told of otherwise.
    } finally {
      isRenewed = false;
    }
  };
  const renewing = setInterval(() => void renew(), renewEvery);
  const end = (): void => {
    isOver = true;
    clearInterval(renewing);
  };
  void session.ended.then(end);

  const traffic = observeTraffic(session, origin, replaced ?? null, tell);
  const enter = async (): Promise<void> => {
    if (!isWaiting) await whenFree();
    await Promise.all([inject(), traffic.ready]);
  };
  const ready = enter();
  for (const each of [ready, traffic.ready]) each.catch(() => {});
  return {
    ready,
    settle: traffic.settle,
    dispatch: async (event, options) =>
      (await call(dispatchEvent, [event, options], options.timeout + dispatchMs)) as string | null,
    async stop() {
      if (isOver) return;
      end();
      if (replaced) void send('Fetch.disable').catch(() => {});
      await ready.catch(() => {});
      if (!handle) return;
      await whenFree();
      await call('stop').catch(() => {});
    },
  };
};
