import { serverAnswer } from '../akpush/server-answer';
import { tokenKind } from '../akpush/token-kind';
import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import type { ErrorData } from '../model/entry';
import { type Phrase, phrase, sentences } from '../model/phrase';
import type { EntryWith, SessionEntry, SessionPage } from '../model/session';
import { judgeService } from './judge-service';
import { byEntries, type Evidence, type Outcome, type PushOutcomeId } from './outcome';
import { entriesOf } from './trail';

type PushEntry = EntryWith<'push'>;

const outcome = (
  id: PushOutcomeId,
  severity: Outcome['severity'],
  sentence: Phrase,
  evidence: readonly Evidence[],
  next?: Phrase,
): Outcome => ({ id, severity, sentence, evidence, ...(next && { next }) });

/** Each browser has its own means to look at its connection. */
const notDeliveredAdvice = (steps: readonly SessionEntry[]): Phrase => {
  const service = entriesOf(steps, 'worker-step', 'push-service').at(-1);
  const endpoint = textOf(fieldsOf(service?.detail.data).url) ?? '';
  if (tokenKind(endpoint) === 'fcm-endpoint') return phrase('nextNotDeliveredChrome');
  const isMozilla = /^https:\/\/[^/]*\.mozilla\.com\//.test(endpoint);
  return phrase(isMozilla ? 'nextNotDelivered' : 'nextNotDeliveredOther');
};

const remarks = (steps: readonly SessionEntry[]): Phrase => {
  const requests = entriesOf(steps, 'request');
  const isOk = (name: string) =>
    requests.some((each) => each.name === name && each.status === 'ok');
  const asked = requests.some(({ name }) => name === 'ack' || name === 'open');
  if (!asked) return '';
  if (!isOk('ack')) return phrase('ackMissing');
  return isOk('open') ? phrase('openAtDelivery') : '';
};

/** What became of another event than a push or a click. */
const judgeOther = (steps: readonly SessionEntry[]): Outcome => {
  const failed = steps.find(({ status }) => status === 'failed');
  const error = failed && (failed.detail as { error?: ErrorData }).error;
  return failed && error
    ? outcome(
        'handler-threw',
        'error',
        phrase('pushHandledWith', `${error.name}: ${error.message}`),
        byEntries(failed),
        phrase('nextHandlerThrew'),
      )
    : outcome('handled', 'ok', phrase('pushHandled'), byEntries(...steps.slice(0, 5)));
};

const judgeCutOff = (steps: readonly SessionEntry[]): Outcome | undefined => {
  const [stopped, unwatched] = [
    entriesOf(steps, 'worker-step', 'stopped').at(-1),
    entriesOf(steps, 'worker-step', 'unwatched').at(-1),
  ];
  if (stopped)
    return outcome(
      'worker-stopped',
      'error',
      phrase('pushWorkerStopped'),
      byEntries(stopped),
      phrase('nextWorkerStopped'),
    );
  return unwatched
    ? outcome(
        'unwatched',
        'info',
        phrase('pushUnwatched'),
        byEntries(unwatched),
        phrase('nextUnwatched'),
      )
    : undefined;
};

/** Why the answer to `content/get` gives the SDK's worker nothing to show; empty: it does. A body that was not seen has no flaw. */
const contentFlaw = ({ detail }: EntryWith<'request'>): Phrase => {
  const { verdict, reason } = serverAnswer(detail);
  if (verdict !== 'accepted') return verdict === 'pending' ? '' : reason;
  const { response } = detail;
  if (response === undefined) return detail.isReplaced ? phrase('contentNoJson') : '';
  if (typeof response !== 'object' || response === null) return phrase('contentNoJson');
  const { data } = fieldsOf(response);
  return typeof data === 'object' && data !== null ? '' : phrase('contentNoData');
};

/** Why the SDK's worker cannot read a push's text; empty: it can, or its mode reads none. */
export const payloadFlaw = (payload: Encoded | undefined): Phrase => {
  if (typeof payload !== 'string') return '';
  const read = parsedFields(payload);
  if (!read) return phrase('payloadNoJson');
  const data = typeof read.data === 'string' ? parsedFields(read.data) : fieldsOf(read.data);
  return data?.hub_link ? '' : phrase('payloadNoHubLink');
};

const parsedFields = (text: string): Record<string, Encoded | undefined> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? fieldsOf(value as Encoded) : undefined;
  } catch {
    return undefined;
  }
};

/** The notifications that a step of that name found after the push. */
const afterIn = (data: Encoded | undefined): readonly Encoded[] => {
  const { after } = fieldsOf(data);
  return Array.isArray(after) ? after : [];
};

/** The notification that was there before, equal to the one that the push shows: whether it was shown anew cannot be seen from outside. */
const equalShown = (
  push: PushEntry,
  steps: readonly SessionEntry[],
): EntryWith<'worker-step'> | undefined => {
  const content = entriesOf(steps, 'request', 'content/get').at(-1);
  const payload = typeof push.detail.payload === 'string' ? parsedFields(push.detail.payload) : {};
  const wanted = content
    ? fieldsOf(fieldsOf(content.detail.response).data)
    : { ...payload, ...fieldsOf(payload?.notification) };
  return entriesOf(steps, 'worker-step', 'notifications').find(({ detail }) =>
    afterIn(detail.data).some((each) => {
      const { title, tag } = fieldsOf(each);
      return title === wanted.title && (tag ?? '') === (wanted.tag ?? '');
    }),
  );
};

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

/** Whether `provider=` was appended with a second `?`: the SDK's worker does so when the URL has a query; no server reads it then. */
export const hasBrokenProvider = (url: string): boolean => /^[^#?]*\?[^#]*\?provider=/.test(url);

/**
 * Whether nobody who was given a push can show it: the SDK's worker gives it to each window of the site, and the inspected page, which has no
 * SDK, is the only one. A window at another address may have it.
 */
const isDeaf = (
  page: SessionPage | undefined,
  posted: readonly EntryWith<'worker-step'>[],
): boolean =>
  page?.hooked === true &&
  !page.sdk &&
  posted.every(({ detail }) => textOf(fieldsOf(detail.data).client) === page.url);

/** How long a push service and a worker may take for a push that was accepted, in milliseconds: what comes later is not expected. */
const mayShowFor = 120_000;

/** Whether a notification of a push before `at` may still come: the push service has taken it, and none was seen. `steps`: its effects. */
export const mayStillShow = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  at: number,
): boolean =>
  push.kind === 'push' &&
  push.name === 'push' &&
  push.time < at &&
  at - push.time < mayShowFor &&
  entriesOf(steps, 'worker-step', 'push-service').some(({ status }) => status === 'ok') &&
  !entriesOf(steps, 'worker-step', 'showNotification').some(({ status }) => status === 'ok');

/**
 * What became of a push. `steps`: its effects, in order. `page`: the one that was inspected. `others`: how many earlier pushes may be shown meanwhile: a
 * notification that is only read afterwards does not say of which push it is.
 */
export const judgePush = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  page?: SessionPage,
  others: () => number = () => 0,
): Outcome => {
  const judged = judgeSteps(push, steps, page, others);
  return push.kind === 'push' && push.detail.isGuess && push.status !== 'pending'
    ? { ...judged, sentence: sentences(judged.sentence, phrase('pushByTime')) }
    : judged;
};

const isReal = ({ detail }: PushEntry): boolean =>
  detail.way === 'real' || detail.way === 'firebase';

const judgeSteps = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  page: SessionPage | undefined,
  others: () => number,
): Outcome => {
  if (push.kind !== 'push') return outcome('not-sent', 'error', '', []);
  if (push.status === 'pending')
    return outcome('running', 'info', phrase('pushRunning'), byEntries(steps.at(-1)));
  const refused = judgeService(push, steps);
  if (refused) return refused;
  if (push.name === 'foreground' && push.status === 'ok')
    return outcome('sent-to-page', 'ok', phrase('pushSentToPage'), byEntries(push));
  const isSeen = push.detail.way === 'live';
  const cutOff = judgeCutOff(steps);
  if (cutOff) return cutOff;
  if (push.detail.error && steps.length < 2)
    return outcome(
      'not-sent',
      'error',
      phrase('pushNotSent', push.detail.error.message),
      byEntries(push),
    );

  const shown = entriesOf(steps, 'worker-step', 'showNotification');
  const good = shown.filter(({ status }) => status === 'ok');
  const thrown = entriesOf(steps, 'error').at(-1);
  const rejected = entriesOf(steps, 'worker-step', 'waitUntil').find(
    ({ status }) => status === 'failed',
  );
  if (push.name === 'notificationclick') {
    const opened = entriesOf(steps, 'worker-step', 'openWindow', 'focus', 'navigate').at(-1);
    const url = textOf(fieldsOf(opened?.detail.data).url);
    const isBroken = url !== undefined && hasBrokenProvider(url);
    return outcome(
      'clicked',
      isBroken ? 'warning' : opened ? 'ok' : 'info',
      opened
        ? sentences(
            phrase('pushClickOpens', url ?? ''),
            isBroken ? phrase('pushProviderBroken') : '',
          )
        : phrase('pushClickNothing'),
      byEntries(opened),
      opened?.status === 'failed' && !isSeen ? phrase('pushClickUntrusted') : undefined,
    );
  }
  if (push.name !== 'push' && push.name !== 'notification') return judgeOther(steps);
  if (isReal(push) && good.length > 1 && good.length <= 1 + others())
    return {
      ...outcome('shown', 'ok', phrase('pushShownLate'), byEntries(...good)),
      isGuess: true,
    };
  if (good.length > 1)
    return outcome(
      'shown-twice',
      'warning',
      phrase('pushShownTwice', good.length),
      byEntries(...good),
      phrase('nextShownTwice'),
    );
  if (good.length === 1) {
    const { title, options } = fieldsOf(good[0]?.detail.data);
    const replaced = replacedIn(steps, good[0]?.detail.data);
    if (replaced)
      return {
        ...outcome(
          'replaced',
          'warning',
          sentences(phrase('pushReplaced', textOf(fieldsOf(options).tag) ?? ''), remarks(steps)),
          byEntries(...good, replaced),
          phrase('nextReplaced'),
        ),
        // A notification that is read afterwards does not say how it was shown.
        ...(isReal(push) && { isGuess: true as const }),
      };
    // Nothing that a worker reads becomes this text.
    const isUntitled = title === '' || title === 'undefined';
    return outcome(
      'shown',
      isUntitled ? 'warning' : 'ok',
      sentences(phrase('pushShown'), isUntitled ? phrase('pushNoTitle') : '', remarks(steps)),
      byEntries(...good),
    );
  }
  const failedShow = shown.at(-1);
  if (failedShow?.detail.error)
    return outcome(
      'show-refused',
      'error',
      phrase('pushShowRefused', failedShow.detail.error.message),
      byEntries(failedShow),
      phrase('nextDenied'),
    );
  const content = entriesOf(steps, 'request', 'content/get').at(-1);
  const reason = content && contentFlaw(content);
  if (content && reason)
    return outcome(
      'content-failed',
      'error',
      phrase(content.detail.isReplaced ? 'pushAnswerUnread' : 'pushContentFailed', reason),
      byEntries(content),
      phrase('nextContentFailed'),
    );
  const broken = rejected?.detail.error ?? thrown?.detail.error;
  if (broken)
    return outcome(
      'handler-threw',
      'error',
      phrase('pushHandlerThrew', `${broken.name}: ${broken.message}`),
      byEntries(rejected, thrown),
      phrase(
        /hub_link|JSON|undefined|null/i.test(broken.message)
          ? 'nextHandlerPayload'
          : 'nextHandlerThrew',
      ),
    );
  const posted = entriesOf(steps, 'worker-step', 'postMessage');
  if (posted.length > 0 && isDeaf(page, posted))
    return outcome(
      'posted-nowhere',
      'error',
      sentences(phrase('pushPostedNowhere'), remarks(steps)),
      byEntries(...posted),
      phrase('nextPostedNowhere'),
    );
  if (posted.length > 0)
    return outcome(
      'posted-to-page',
      'ok',
      sentences(phrase('pushPosted'), remarks(steps)),
      byEntries(...posted),
    );
  if (entriesOf(steps, 'worker-step', 'waitUntil').some(({ status }) => status === 'pending'))
    return outcome(
      'timed-out',
      'error',
      phrase('pushTimedOut'),
      byEntries(...steps.slice(-3)),
      phrase('nextTimedOut'),
    );
  if (isReal(push)) {
    const equal = equalShown(push, steps);
    const flaw = payloadFlaw(push.detail.payload);
    if (equal && !flaw)
      return {
        ...outcome('shown', 'ok', phrase('pushShownEqual'), byEntries(equal)),
        isGuess: true,
      };
    // What the worker itself did.
    const seen = steps.filter(
      ({ name }) => !['access-token', 'push-service', 'notifications'].includes(name),
    );
    if (flaw && seen.length === 0)
      return {
        ...outcome(
          'handler-threw',
          'error',
          phrase('pushProbablyThrew', flaw),
          byEntries(...steps),
          phrase('nextHandlerPayload'),
        ),
        isGuess: true,
      };
    return seen.length > 0
      ? outcome(
          'nothing-shown',
          'warning',
          phrase('pushNothingShown'),
          byEntries(...steps),
          phrase('nextNothingShown'),
        )
      : outcome(
          'not-delivered',
          'warning',
          phrase('pushNotDelivered', String(Math.round((push.duration ?? 0) / 1000))),
          byEntries(...steps),
          notDeliveredAdvice(steps),
        );
  }
  return outcome(
    'nothing-shown',
    'warning',
    phrase('pushNothingShown'),
    byEntries(...steps.slice(0, 5)),
    phrase('nextNothingShown'),
  );
};
