import type { WorkerSignal } from '../../lib/protocol/live-signal';

/** So many are kept of what begins something, and as many of what says how it goes on: more than whoever reads them takes in. */
const most = 5_000;

const beginning: readonly WorkerSignal['what'][] = ['event', 'step', 'entry', 'request'];
const ending: readonly WorkerSignal['what'][] = ['end', 'stopped', 'lapsed'];

/** What was seen of a worker, until somebody takes it; of a request what was known last. */
export interface GatheredSignals {
  readonly signals: WorkerSignal[];
  take(signal: WorkerSignal): void;
}

/** Gathers what is seen of a worker; a worker can say as much as it likes. */
export const gatherSignals = (): GatheredSignals => {
  const signals: WorkerSignal[] = [];
  const requests = new Map<string, number>();
  const hasRoomFor = ({ what }: WorkerSignal): boolean =>
    ending.includes(what) || signals.length < (beginning.includes(what) ? most : 2 * most);
  return {
    signals,
    take(signal) {
      const at = signal.what === 'request' ? requests.get(signal.id) : undefined;
      if (at !== undefined) signals[at] = signal;
      else if (hasRoomFor(signal)) {
        if (signal.what === 'request') requests.set(signal.id, signals.length);
        signals.push(signal);
      }
    },
  };
};
