import { forBrowser, forSite } from './finding';
import type { Attempt } from './start-attempt';
import { type Found, found } from './start-finding';

/** A worker of the page's stood between: what it answered is not what the server says. */
export const withWorker = (attempt: Attempt, other: Found | undefined): Found | undefined => {
  const { tag, report, isControlled } = attempt;
  const { status = 0, size = 0, workerStart = 0 } = tag.loaded ?? {};
  // Firefox tells no start of the worker: there the page was told otherwise than the panel, whom no worker answers.
  const isSeen =
    workerStart > 0 ||
    (isControlled && status > 0 && report !== undefined && report.httpStatus !== status);
  if (!isSeen || (!other && status < 400 && size > 0)) return other;
  return found(
    attempt,
    'sdk-by-worker',
    'findSdkByWorker',
    [other?.sentence ?? ''],
    [forSite('adviceSdkByWorker')],
  );
};

/** Nobody answered. */
export const unreachable = (attempt: Attempt): Found | undefined => {
  const { tag, report, status } = attempt;
  const isMissed = report
    ? report.httpStatus === 0
    : tag.loaded?.status === 0 && tag.loaded.size === 0;
  // A browser tells no status of another origin's answers: without the panel's own request nothing is known of them.
  if (status > 0 || !isMissed || (!report && attempt.isOfOtherOrigin)) return undefined;
  return found(
    attempt,
    'sdk-unreachable',
    'findSdkUnreachable',
    [],
    [forSite('adviceSdkUnreachable'), forBrowser('adviceSdkBlocked')],
  );
};
