import type { WorkerSignal } from '../../lib/protocol/live-signal';

/** So many are kept of what begins something, and as many of what says how it goes on: more than whoever reads them takes in. */
const most = 5_000;

const beginning: readonly WorkerSignal['what'][] = ['event', 'step', 'entry', 'request'];
/** What was seen of a worker, until somebody takes it; of a request what was known last. */
export interface GatheredSignals {
  readonly signals: WorkerSignal[];
  take(signal: WorkerSignal): void;
}

/** Gathers what is seen of a worker; a worker can say as much as it likes. */
export const gatherSignals = (): GatheredSignals => {
  const signals: WorkerSignal[] = [];
  const requests = new Map<string, number>();
  /** Events that have begun here and not ended. */
  const open = new Set<number>();
  let ends = 0;
  const hasRoomFor = (signal: WorkerSignal): boolean => {
    const { what } = signal;
    if (what === 'end') return open.delete(signal.event);
    // How the worker ends is kept where all else is not: it can begin again as often.
    if (what === 'stopped' || what === 'lapsed') return ends++ < most;
    return signals.length < (beginning.includes(what) ? most : 2 * most);
  };
  return {
    signals,
    take(signal) {
      const at = signal.what === 'request' ? requests.get(signal.id) : undefined;
      if (at !== undefined) signals[at] = signal;
      else if (hasRoomFor(signal)) {
        if (signal.what === 'request') requests.set(signal.id, signals.length);
        if (signal.what === 'event') open.add(signal.event);
        signals.push(signal);
      }
    },
  };
};
