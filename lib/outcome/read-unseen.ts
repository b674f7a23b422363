import { countWhile } from '../model/count-while';
import type { SessionEntry } from '../model/session';
import { entriesOf } from './call-context';

/** How long a push service and a worker may take for a push that was accepted, in milliseconds: what comes later is not expected. */
const mayShowFor = 120_000;

/** Whether a push was accepted by the push service, and no notification of it was seen. */
const isUnseen = (push: SessionEntry, steps: readonly SessionEntry[]): boolean =>
  push.kind === 'push' &&
  push.name === 'push' &&
  entriesOf(steps, 'worker-step', 'push-service').some(({ status }) => status === 'ok') &&
  !entriesOf(steps, 'worker-step', 'showNotification').some(({ status }) => status === 'ok');

/** Tells how many pushes from before a time may still show a notification then. `stepsOf`: their effects. */
export const readUnseen = (
  entries: readonly SessionEntry[],
  stepsOf: (key: string) => readonly SessionEntry[],
): ((at: number) => number) => {
  const times = entries
    .filter((entry) => isUnseen(entry, stepsOf(entry.key)))
    .map(({ time }) => time)
    .sort((a, b) => a - b);
  return (at) =>
    countWhile(times, (time) => time < at) - countWhile(times, (time) => at - time >= mayShowFor);
};
