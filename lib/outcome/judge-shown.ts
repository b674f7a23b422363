import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import { phrase, sentences } from '../model/phrase';
import type { EntryWith, SessionEntry } from '../model/session';
import { entriesOf } from './call-context';
import { deliveryRemarks } from './delivery-remarks';
import { isReal } from './is-real';
import { missingParts } from './missing-parts';
import { byEntries, type Outcome } from './outcome';
import { type PushEntry, pushOutcome } from './push-outcome';

/**
 * The reading of the notifications in which one with the tag was there before the push. The browser puts the new one in its place, and calls
 * nobody's attention to it without `renotify` (Notifications API, "replacement steps").
 */
const replacedIn = (
  steps: readonly SessionEntry[],
  shown: Encoded | undefined,
): EntryWith<'worker-step'> | undefined => {
  const { tag, renotify } = fieldsOf(fieldsOf(shown).options);
  if (typeof tag !== 'string' || tag === '' || renotify === true) return undefined;
  return entriesOf(steps, 'worker-step', 'notifications').find(({ detail }) => {
    const { before } = fieldsOf(detail.data);
    return Array.isArray(before) && before.some((each) => fieldsOf(each).tag === tag);
  });
};

/** What is to be said of the notifications that a push has shown; `undefined` where it has shown none. */
export const judgeShown = (
  push: PushEntry,
  steps: readonly SessionEntry[],
  others: () => number,
): Outcome | undefined => {
  const good = entriesOf(steps, 'worker-step', 'showNotification').filter(
    ({ status }) => status === 'ok',
  );
  if (good.length === 0) return undefined;
  if (isReal(push) && good.length > 1 && good.length <= 1 + others())
    return {
      ...pushOutcome('shown', 'ok', phrase('pushShownLate'), byEntries(...good)),
      isGuess: true,
    };
  if (good.length > 1)
    return pushOutcome(
      'shown-twice',
      'warning',
      phrase('pushShownTwice', good.length),
      byEntries(...good),
      phrase('nextShownTwice'),
    );
  const { title, options } = fieldsOf(good[0]?.detail.data);
  const replaced = replacedIn(steps, good[0]?.detail.data);
  if (replaced)
    return {
      ...pushOutcome(
        'replaced',
        'warning',
        sentences(
          phrase('pushReplaced', textOf(fieldsOf(options).tag) ?? ''),
          deliveryRemarks(steps),
        ),
        byEntries(...good, replaced),
        phrase('nextReplaced'),
      ),
      // A notification that is read afterwards does not say how it was shown.
      ...(isReal(push) && { isGuess: true as const }),
    };
  // Nothing that a worker reads becomes this text.
  const isUntitled = title === '' || title === 'undefined';
  const missing = missingParts(push, steps, good[0]?.detail.data);
  const isComplete = !isUntitled && missing.length === 0;
  return pushOutcome(
    'shown',
    isComplete ? 'ok' : 'warning',
    sentences(
      ...(missing.length > 0 ? missing.map(({ text }) => text) : [phrase('pushShown')]),
      isUntitled ? phrase('pushNoTitle') : '',
      deliveryRemarks(steps),
    ),
    byEntries(...good, ...missing.map(({ request }) => request)),
  );
};
