import { fieldsOf, textOf } from '../model/encoded-value';
import { errorText } from '../model/error-text';
import { noticeTag } from '../model/notice-tag';
import { phrase, sentences } from '../model/phrase';
import type { EntryWith, SessionEntry, SessionPage } from '../model/session';
import { entriesOf } from './call-context';
import { saidBy, saidError } from './chain';
import { contentFlaw } from './content-flaw';
import { deliveryRemarks } from './delivery-remarks';
import { byEntries, type Outcome } from './outcome';
import { pushOutcome } from './push-outcome';

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

/** How many of the notifications are not the browser's own. */
const ownOf = (list: unknown): number =>
  Array.isArray(list) ? list.filter((each) => fieldsOf(each).tag !== noticeTag).length : 0;

/** The reading of the notifications in which there are more than before the push. */
const grownIn = (steps: readonly SessionEntry[]): EntryWith<'worker-step'> | undefined =>
  entriesOf(steps, 'worker-step', 'notifications').find(({ detail }) => {
    const { before, after } = fieldsOf(detail.data);
    return ownOf(after) > ownOf(before);
  });

/** The handler was still at work when it was not watched any longer: what a slow server answers later may still be shown. */
const unfinished = (steps: readonly SessionEntry[]): Outcome => {
  // Of other requests it is not known that the handler waits for them.
  const awaited = entriesOf(steps, 'request', 'content/get').findLast(
    ({ status }) => status === 'pending',
  );
  return pushOutcome(
    'timed-out',
    awaited ? 'warning' : 'error',
    awaited ? phrase('pushAwaitsAnswer', awaited.name) : phrase('pushTimedOut'),
    byEntries(...(awaited ? [awaited] : steps.slice(-3))),
    phrase('nextTimedOut'),
  );
};

/** Why a push has shown nothing, where a step of the worker tells. */
export const judgeUnshown = (
  steps: readonly SessionEntry[],
  page: SessionPage | undefined,
): Outcome | undefined => {
  const shown = entriesOf(steps, 'worker-step', 'showNotification');
  const thrown = entriesOf(steps, 'error').at(-1);
  const rejected = entriesOf(steps, 'worker-step', 'waitUntil').find(
    ({ status }) => status === 'failed',
  );
  const failedShow = shown.at(-1);
  if (failedShow?.detail.error)
    return pushOutcome(
      'show-refused',
      'error',
      phrase('pushShowRefused'),
      [...byEntries(failedShow), ...saidError(failedShow.detail.error)],
      phrase('nextDenied'),
    );
  const content = entriesOf(steps, 'request', 'content/get').at(-1);
  const reason = content && contentFlaw(content);
  if (content && reason)
    return pushOutcome(
      'content-failed',
      'error',
      phrase(content.detail.isReplaced ? 'pushAnswerUnread' : 'pushContentFailed', reason),
      byEntries(content),
      phrase('nextContentFailed'),
    );
  const broken = rejected?.detail.error ?? thrown?.detail.error;
  if (broken)
    return pushOutcome(
      'handler-threw',
      'error',
      phrase('pushHandlerThrew'),
      [...byEntries(rejected, thrown), ...saidBy('sdk', errorText(broken))],
      phrase(
        /hub_link|JSON|undefined|null/i.test(broken.message)
          ? 'nextHandlerPayload'
          : 'nextHandlerThrew',
      ),
    );
  const posted = entriesOf(steps, 'worker-step', 'postMessage');
  if (posted.length > 0 && isDeaf(page, posted)) {
    const grown = grownIn(steps);
    // Who has shown it is not known; that it was shown is.
    if (grown) return pushOutcome('shown', 'ok', phrase('pushShown'), byEntries(...posted, grown));
    return pushOutcome(
      'posted-nowhere',
      'error',
      sentences(phrase('pushPostedNowhere'), deliveryRemarks(steps)),
      byEntries(...posted),
      phrase('nextPostedNowhere'),
    );
  }
  if (posted.length > 0)
    return pushOutcome(
      'posted-to-page',
      'ok',
      sentences(phrase('pushPosted'), deliveryRemarks(steps)),
      byEntries(...posted),
    );
  if (entriesOf(steps, 'worker-step', 'waitUntil').some(({ status }) => status === 'pending'))
    return unfinished(steps);
  return undefined;
};
