import { readStorageKey } from '../akpush/storage-keys';
import type { PageFacts } from '../facts/page-facts';
import { textOf } from '../model/encoded-value';
import { errorText } from '../model/error-text';
import { phrase } from '../model/phrase';
import { type CallContext, firstOf, resultField } from './call-context';
import { fact } from './chain';
import { doneOutcome } from './done-outcome';
import type { Outcome } from './outcome';
import { readError } from './read-error';

/** Keys of the prefix that a reading has: what `removeToken` left. */
const keysLeft = (known: PageFacts | undefined, prefix: string | undefined): string[] => {
  if (!known) return [];
  const { values, legacy, others } = known.cache;
  // Those of another prefix than the configured one are among the others.
  const all = [...Object.values(values), ...Object.values(legacy), ...others];
  return all
    .map(({ key }) => key)
    .filter((key) => {
      const read = readStorageKey(key);
      return read && read.role !== 'cookie' && read.prefix === (prefix ?? known.cache.prefix);
    });
};

/** The static `removeToken`. */
export const outcomeOfRemove = (context: CallContext): Outcome | undefined => {
  const { call } = context;
  const after = context.after?.cache.problem ? undefined : context.after;
  const result = textOf(resultField(call.detail.result, 'result'));
  if (result === 'error') {
    const error = readError(resultField(call.detail.result, 'error'));
    return {
      id: 'remove-failed',
      severity: 'error',
      sentence: phrase('outcomeRemoveFailed', error ? errorText(error) : ''),
      evidence: [],
      next: phrase('nextRemoveFailed'),
    };
  }
  if (result !== 'success' && result !== 'not-found') return undefined;
  const left = keysLeft(after, textOf(firstOf(call.detail.args)));
  if (result === 'not-found')
    return {
      id: 'not-found',
      severity: 'info',
      sentence: phrase('outcomeNotFound'),
      evidence: left.map((key) => fact(key, phrase('evidenceStays'))),
      next: phrase('nextNotFound'),
    };
  if (left.length > 0)
    return {
      id: 'partly-removed',
      severity: 'info',
      sentence: phrase('outcomePartlyRemoved', left.join(', ')),
      evidence: left.map((key) => fact(key, phrase('evidenceStays'))),
      next: phrase('nextPartlyRemoved'),
    };
  return doneOutcome(
    'removed',
    phrase(after ? 'outcomeRemoved' : 'outcomeRemovedUnread'),
    after ? [fact(phrase('factToken'), phrase('none'))] : [],
  );
};
