import { phrase } from '../model/phrase';
import type { CallContext } from './call-context';
import { saidBy } from './chain';
import { doneOutcome } from './done-outcome';
import { byEntries, type Outcome } from './outcome';
import { readError } from './read-error';
/** `new AKPush()`. */
export const outcomeOfConstructor = ({ call }: CallContext): Outcome | undefined => {
  if (call.status === 'ok')
    return doneOutcome('created', phrase('outcomeCreated'), byEntries(call));
  const text = readError(call.detail.error)?.message ?? '';
  if (!/detect browser/i.test(text)) return undefined;
  return {
    id: 'unsupported',
    severity: 'error',
    sentence: phrase('outcomeBrowserUnknown'),
    evidence: [...byEntries(call), ...saidBy('sdk', text)],
    next: phrase('nextBrowserUnknown'),
  };
};
