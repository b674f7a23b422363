import { phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { entriesOf } from './call-context';
import { byEntries, type Outcome } from './outcome';
import { pushOutcome } from './push-outcome';

/** What is to be said of a push whose worker was stopped, or not watched to its end. */
export const judgeCutOff = (steps: readonly SessionEntry[]): Outcome | undefined => {
  const [stopped, unwatched] = [
    entriesOf(steps, 'worker-step', 'stopped').at(-1),
    entriesOf(steps, 'worker-step', 'unwatched').at(-1),
  ];
  if (stopped)
    return pushOutcome(
      'worker-stopped',
      'error',
      phrase('pushWorkerStopped'),
      byEntries(stopped),
      phrase('nextWorkerStopped'),
    );
  return unwatched
    ? pushOutcome(
        'unwatched',
        'info',
        phrase('pushUnwatched'),
        byEntries(unwatched),
        phrase('nextUnwatched'),
      )
    : undefined;
};
