import type { ErrorData } from '../model/entry';
import { errorText } from '../model/error-text';
import { phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { saidBy } from './chain';
import { byEntries, type Outcome } from './outcome';
import { pushOutcome } from './push-outcome';

/** What became of another event than a push or a click. */
export const judgeOther = (steps: readonly SessionEntry[]): Outcome => {
  const failed = steps.find(({ status }) => status === 'failed');
  const error = failed && (failed.detail as { error?: ErrorData }).error;
  return failed && error
    ? pushOutcome(
        'handler-threw',
        'error',
        phrase('pushHandledWith'),
        [...byEntries(failed), ...saidBy('sdk', errorText(error))],
        phrase('nextHandlerThrew'),
      )
    : pushOutcome('handled', 'ok', phrase('pushHandled'), byEntries(...steps.slice(0, 5)));
};
