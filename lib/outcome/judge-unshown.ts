import { fieldsOf, textOf } from '../model/encoded-value';
import { errorMessage, errorText } from '../model/error-text';
import { phrase, sentences } from '../model/phrase';
import type { EntryWith, SessionEntry, SessionPage } from '../model/session';
import { entriesOf } from './call-context';
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
      phrase('pushShowRefused', errorMessage(failedShow.detail.error)),
      byEntries(failedShow),
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
      phrase('pushHandlerThrew', errorText(broken)),
      byEntries(rejected, thrown),
      phrase(
        /hub_link|JSON|undefined|null/i.test(broken.message)
          ? 'nextHandlerPayload'
          : 'nextHandlerThrew',
      ),
    );
  const posted = entriesOf(steps, 'worker-step', 'postMessage');
  if (posted.length > 0 && isDeaf(page, posted))
    return pushOutcome(
      'posted-nowhere',
      'error',
      sentences(phrase('pushPostedNowhere'), deliveryRemarks(steps)),
      byEntries(...posted),
      phrase('nextPostedNowhere'),
    );
  if (posted.length > 0)
    return pushOutcome(
      'posted-to-page',
      'ok',
      sentences(phrase('pushPosted'), deliveryRemarks(steps)),
      byEntries(...posted),
    );
  if (entriesOf(steps, 'worker-step', 'waitUntil').some(({ status }) => status === 'pending'))
    return pushOutcome(
      'timed-out',
      'error',
      phrase('pushTimedOut'),
      byEntries(...steps.slice(-3)),
      phrase('nextTimedOut'),
    );
  return undefined;
};
