import { readStorageKey } from '../akpush/storage-keys';
import type { PageFacts } from '../facts/page-facts';
import { fieldsOf, textOf } from '../model/encoded-value';
import { errorText } from '../model/error-text';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import { answerOf, brokenLink, brokenRequest, fact, noPushHere } from './chain';
import { byEntries, type Evidence, type Outcome, type OutcomeId } from './outcome';
import { readError } from './read-error';
import { renewalKey } from './renewal-key';
import { entriesOf, firstOf, isPutOff, resultField, type Trail } from './trail';

/** How the last request of a name ended a call; `undefined` when there was none, or while it is open. */
const byRequest = (
  { effects }: Trail,
  name: string,
  accepted: (status: Phrase, evidence: Evidence[]) => Outcome,
): Outcome | undefined => {
  const request = entriesOf(effects, 'request', name).at(-1);
  if (!request || request.status === 'pending') return undefined;
  const { verdict, reason } = answerOf(request);
  const events = entriesOf(effects, 'event').filter(({ name: event }) => event.includes('_sub'));
  return verdict === 'accepted'
    ? accepted(reason, byEntries(request, events.at(-1)))
    : brokenRequest(request);
};

const done = (id: OutcomeId, sentence: Phrase, evidence: readonly Evidence[]): Outcome => ({
  id,
  severity: 'ok',
  sentence,
  evidence,
});

/** Whether a reading shows that nothing was cached; `undefined` when there is no reading. */
const hasNoToken = (known: PageFacts | undefined): boolean | undefined =>
  known && !known.cache.problem
    ? !known.cache.values.token && !known.cache.legacy.token
    : undefined;

/** `initSubscription` brings a token: not where it was called already and brought none, nor in builds that are done with it. */
const afterNoToken = ({ call, page, before, after }: Trail): MessageKey => {
  const last = page
    .of('call', 'initSubscription', 'removeToken')
    .findLast(({ id }) => id < call.id);
  const isTried = last?.name === 'initSubscription';
  return renewalKey(after ?? before, isTried ? 'nextNoTokenAfterInit' : 'nextNoToken');
};

const noToken = (trail: Trail, sentence: Phrase): Outcome | undefined => {
  const isKnown = hasNoToken(trail.before) ?? hasNoToken(trail.after);
  if (isKnown === false) return undefined;
  return {
    id: 'no-token',
    severity: 'warning',
    sentence,
    evidence: isKnown ? [fact(phrase('factToken'), phrase('none'))] : [],
    next: phrase(afterNoToken(trail)),
    ...(!isKnown && { isGuess: true as const }),
  };
};

const isNullToken = (trail: Trail): boolean =>
  entriesOf(trail.effects, 'event', 'update_subscription').some(
    ({ detail }) => fieldsOf(firstOf(detail.payload)).token === null,
  );

/** Where `initSubscription` does nothing, `updateSubscription` is what has just been called. */
const afterNull = ({ after, before }: Trail): MessageKey => {
  const key = renewalKey(after ?? before, 'nextTokenNull');
  return key === 'nextTokenNull' ? key : 'renewReset';
};

/** `updateSubscription`. */
export const judgeUpdate = (trail: Trail): Outcome | undefined => {
  const { call } = trail;
  const sent = byRequest(trail, 'update', (status, evidence) =>
    isNullToken(trail)
      ? {
          id: 'token-null',
          severity: 'warning',
          sentence: phrase('outcomeTokenNull', status),
          evidence,
          // It is what has just been called.
          next: phrase(afterNull(trail)),
        }
      : done('updated', phrase('outcomeUpdated', status), evidence),
  );
  if (sent) return sent;
  const broken = noPushHere(trail) ?? brokenLink(trail);
  if (broken) return broken;
  if (call.status === 'ok' && textOf(resultField(call.detail.result, 'status')) === 'fail')
    return noToken(trail, phrase('outcomeUpdateNoToken'));
  return undefined;
};

/** `suspendSubscription`. */
export const judgeSuspend = (trail: Trail): Outcome | undefined => {
  const sent = byRequest(trail, 'suspend', (status, evidence) =>
    done('suspended', phrase('outcomeSuspended', status), evidence),
  );
  if (sent) return sent;
  const broken = noPushHere(trail) ?? brokenLink(trail);
  if (broken) return broken;
  if (isPutOff(trail.call) && !trail.after?.state.isLoaded)
    return {
      id: 'waiting-for-load',
      severity: 'info',
      sentence: phrase('outcomeWaiting'),
      evidence: [fact('document.readyState', 'loading')],
      next: phrase('nextWaiting'),
    };
  return trail.call.status === 'ok' ? noToken(trail, phrase('outcomeSuspendNoToken')) : undefined;
};

/** `unsubscribe` of G1. */
export const judgeUnsubscribe = (trail: Trail): Outcome | undefined => {
  const sent = byRequest(trail, 'delete', (status, evidence) =>
    done('unsubscribed', phrase('outcomeUnsubscribed', status), evidence),
  );
  if (sent) return sent;
  const ended = entriesOf(trail.effects, 'subscription', 'unsubscribe').at(-1);
  if (ended?.status === 'ok' && ended.detail.result === true)
    return done('unsubscribed', phrase('outcomeUnsubscribedHere'), byEntries(ended));
  return trail.call.status === 'ok'
    ? noToken(trail, phrase('outcomeUnsubscribeNoToken'))
    : undefined;
};

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
export const judgeRemove = (trail: Trail): Outcome | undefined => {
  const { call } = trail;
  const after = trail.after?.cache.problem ? undefined : trail.after;
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
  return done(
    'removed',
    phrase(after ? 'outcomeRemoved' : 'outcomeRemovedUnread'),
    after ? [fact(phrase('factToken'), phrase('none'))] : [],
  );
};

/** `new AKPush()`. */
export const judgeConstructor = ({ call }: Trail): Outcome | undefined => {
  if (call.status === 'ok') return done('created', phrase('outcomeCreated'), byEntries(call));
  const text = readError(call.detail.error)?.message ?? '';
  if (!/detect browser/i.test(text)) return undefined;
  return {
    id: 'unsupported',
    severity: 'error',
    sentence: phrase('outcomeBrowserUnknown', text),
    evidence: byEntries(call),
    next: phrase('nextBrowserUnknown'),
  };
};
