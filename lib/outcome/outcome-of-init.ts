import { hasMethod } from '../akpush/methods';
import { currentToken } from '../facts/current-token';
import type { PageFacts } from '../facts/page-facts';
import { sdkRegistersBefore } from '../facts/sdk-registers';
import { countWhile } from '../model/count-while';
import type { MessageKey } from '../model/message-key';
import { phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import type { EpochMs } from '../model/time';
import { type CallContext, type CallEntry, endOf, entriesOf, isPutOff } from './call-context';
import { putOffCalls } from './call-effects';
import { answerOf, brokenLink, brokenRequest, fact, noPushHere } from './chain';
import { endsIn } from './ends-in';
import { byEntries, type Evidence, type Outcome } from './outcome';
import { renewalKey } from './renewal-key';

const cachedToken = ({ cache }: PageFacts): string | undefined =>
  (cache.values.token ?? cache.legacy.token)?.text;

/** Whether the cached token is the current one; `undefined` when one of them is not known. */
const isTokenSame = (known: PageFacts | undefined): boolean | undefined => {
  const cached = known && cachedToken(known);
  const current = known && currentToken(known);
  return cached === undefined || current === undefined ? undefined : cached === current;
};

const hasPendingFlag = ({ page }: CallContext): boolean =>
  page.chosen('sdk', 'pending', ({ detail }) => detail.hasPending === true).length > 0;

/** The first earlier call that was put off to the page's load, and whose work had not ended when this one began. */
const callAtWork = ({ call, page }: CallContext): CallEntry | undefined => {
  const waiting = putOffCalls(page, call.name);
  const count = countWhile(waiting, ({ order }) => order < call.order);
  if (count === 0) return undefined;
  if (isPutOff(call) || call.detail.readyState === 'interactive') return waiting[0];
  const saves = page.chosen(
    'request',
    'by itself',
    (entry) => entry.name === 'save' && entry.call === undefined,
  );
  const endOfWork = ({ order }: CallEntry) => {
    const save = saves[countWhile(saves, (each) => each.order <= order)];
    return save ? endOf(save) : Number.NEGATIVE_INFINITY;
  };
  const isLate = (end: EpochMs): boolean => end > call.time;
  return (
    endsIn(waiting, endOfWork)(count, isLate) && waiting.find((each) => isLate(endOfWork(each)))
  );
};

/** An earlier `initSubscription` that had not ended when this one began. */
const pendingInit = (context: CallContext): CallEntry | undefined => {
  const { call, page } = context;
  const own = context.effects.some((effect) => effect.call === call.id);
  if (own || !hasPendingFlag(context)) return undefined;
  // Put off, the first one works when the page has loaded, and is pending until then.
  const waiting = callAtWork(context);
  if (waiting) return waiting;
  const calls = page.of('call', 'initSubscription');
  return endsIn(calls)(
    countWhile(calls, ({ order }) => order < call.order),
    (end) => end > call.time && end >= endOf(call),
  );
};

/** What matches the profile all the same: what there is for that in the build. */
const afterUnchanged = (known: PageFacts | undefined): MessageKey =>
  renewalKey(
    known,
    !known || hasMethod('updateSubscription', known.sdk) ? 'nextUnchanged' : 'nextUnchangedOld',
  );

const unchanged = (context: CallContext): Outcome | undefined => {
  const { call, effects, before, after } = context;
  // The SDK says `subscribe` of a token that was new, also where its request was not seen.
  if (call.status !== 'ok' || entriesOf(effects, 'event', 'subscribe').length > 0) return undefined;
  const asked = entriesOf(effects, 'subscription').filter(
    ({ status, detail }) => status === 'ok' && detail.result !== null,
  );
  const isSame = isTokenSame(after) ?? isTokenSame(before);
  // Only a subscription that is there can give the token that the cache has: without one seen or read, nothing is concluded.
  if (isSame === false || (isSame === undefined && asked.length === 0)) return undefined;
  // What was read since, and is empty, has no token that could be the same.
  if (after && !after.token && !after.cache.problem && (after.sdk.generation ?? '') >= 'G3')
    return undefined;
  const token = (after && cachedToken(after)) ?? (before && cachedToken(before));
  const evidence: Evidence[] = byEntries(asked.at(-1));
  if (isSame && token) evidence.push(fact(phrase('evidenceSameToken'), ''));
  return {
    id: 'token-unchanged',
    severity: 'warning',
    sentence: phrase(isSame ? 'outcomeUnchanged' : 'outcomeUnchangedGuess'),
    evidence,
    next: phrase(afterUnchanged(after ?? before)),
    ...(!isSame && { isGuess: true as const }),
  };
};

const noWorker = (context: CallContext): Outcome | undefined => {
  // One that rejects says itself what it met.
  if (context.call.status !== 'ok') return undefined;
  const known = context.after ?? context.before;
  if (!known || known.own || entriesOf(context.effects, 'worker').length > 0) return undefined;
  if ('failed' in known.state.workers) return undefined;
  // The reading may be from before page load had registered it.
  const since = context.after ? endOf(context.call) : Number.NEGATIVE_INFINITY;
  const { all, count } = sdkRegistersBefore(context.page, known.sdk, Number.POSITIVE_INFINITY);
  const endOfGood = (entry: EntryWith<'worker'>) =>
    entry.status === 'failed' ? Number.NEGATIVE_INFINITY : endOf(entry);
  if (endsIn(all, endOfGood)(count, (end) => end > since)) return undefined;
  // In Firebase mode the SDK registers once it is allowed to notify.
  const isUnasked =
    context.call.detail.permission === 'default' &&
    known.state.permission.notification === 'default' &&
    known.sdk.mode === 'firebase' &&
    (known.sdk.generation ?? '') >= 'G3';
  if (isUnasked)
    return {
      id: 'unknown',
      severity: 'warning',
      sentence: phrase('outcomeAskedUnseen'),
      evidence: [fact('Notification.permission', 'default')],
      next: phrase('nextAskedUnseen'),
    };
  return {
    id: 'worker-missing',
    severity: 'error',
    sentence: phrase('outcomeNoWorker'),
    evidence: [fact('navigator.serviceWorker', phrase('evidenceNoWorker'))],
    next: phrase('nextNoWorker'),
  };
};

/** Generations of which builds subscribe only while the permission is not asked for; seen in builds of 2022 to 2023. */
const askingOnly: readonly (string | undefined)[] = ['G1', 'G2', 'G3', 'G4', 'G5'];

/** The site asked for the permission itself, before the call: in Firebase mode no build subscribes then. */
const siteAsked = ({ call, page, effects, after: known }: CallContext): Outcome | undefined => {
  if (!known || call.status !== 'ok' || known.token) return undefined;
  // The first builds subscribe whoever has asked.
  if (known.sdk.mode !== 'firebase' || (known.sdk.generation ?? '') < 'G3') return undefined;
  const given = page.chosen(
    'permission',
    'given to the site',
    (each) => each.call === undefined && !each.candidates && each.detail.answer === 'granted',
  );
  const asked = given[countWhile(given, ({ order }) => order < call.order) - 1];
  const isTried = entriesOf(effects, 'subscription', 'subscribe').length > 0;
  if (asked?.detail.before !== 'default' || isTried) return undefined;
  return {
    id: 'granted-before',
    severity: 'warning',
    sentence: phrase('outcomeSiteAsked'),
    evidence: byEntries(asked),
    next: phrase((known.sdk.generation ?? '') >= 'G5' ? 'nextSiteAsked' : 'nextSiteAskedOld'),
  };
};

/** Nothing was done on a page that has the permission and no token: many builds before G6 subscribe only while the permission is `default`. */
const grantedBefore = ({ call, page, effects, after: known }: CallContext): Outcome | undefined => {
  // A reading from before the call may be older than a token that page load has cached.
  if (!known || call.status !== 'ok' || effects.length > 0 || known.token) return undefined;
  // The first builds return before they have done anything: what they do then has no call.
  const isTried = (page.last('subscription', 'subscribe')?.order ?? 0) > call.order;
  if (isTried) return undefined;
  if (known.state.permission.notification !== 'granted') return undefined;
  if (!askingOnly.includes(known.sdk.generation)) return undefined;
  return {
    id: 'granted-before',
    severity: 'warning',
    sentence: phrase('outcomeGrantedBefore'),
    evidence: [
      fact('Notification.permission', 'granted'),
      fact(phrase('factToken'), phrase('none')),
    ],
    next: phrase(renewalKey(known, 'nextGrantedBefore')),
    isGuess: true,
  };
};

/** `initSubscription`, and `subscribe` of G1. */
export const outcomeOfInit = (context: CallContext): Outcome | undefined => {
  const { call, effects } = context;
  const save = entriesOf(effects, 'request', 'save').at(-1);
  if (save) {
    const { verdict, reason } = answerOf(save);
    if (save.status !== 'pending' && verdict === 'accepted')
      return {
        id: 'saved',
        severity: 'ok',
        sentence: phrase(isPutOff(call) ? 'outcomeSavedAfterLoad' : 'outcomeSaved', reason),
        evidence: byEntries(save, entriesOf(effects, 'event', 'subscribe').at(-1)),
      };
    return brokenRequest(save);
  }
  const earlier = pendingInit(context);
  if (earlier)
    return {
      id: 'init-pending',
      severity: 'warning',
      sentence: phrase('outcomePendingInit'),
      evidence: byEntries(earlier),
      next: phrase('nextPendingInit'),
    };
  const broken = noPushHere(context) ?? brokenLink(context);
  if (broken) return broken;
  if (isPutOff(call) && isTokenSame(context.after) !== true)
    return {
      id: 'waiting-for-load',
      severity: 'info',
      sentence: phrase('outcomeWaiting'),
      evidence: [fact('document.readyState', 'loading'), ...byEntries(effects.at(-1))],
      next: phrase('nextWaiting'),
    };
  return unchanged(context) ?? siteAsked(context) ?? noWorker(context) ?? grantedBefore(context);
};
