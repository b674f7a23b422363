import { readWorkerUrl } from '../akpush/worker-url';
import { message } from '../i18n/message';
import { answerOf, fact } from '../outcome/chain';
import { byEntries, type Evidence } from '../outcome/outcome';
import type { EntryWith } from '../outcome/trail';
import { type Advice, forBrowser, forSite } from './finding';
import { firebaseRestriction } from './firebase-restriction';
import { policyRefusal } from './policy-refusal';
import type { Scene } from './scene';

/** Something that is known of an answer, or of why there is none, beyond the server's own words. */
export interface WhoAnswered {
  sentence: string;
  advice: readonly Advice[];
  evidence: readonly Evidence[];
  isGuess?: true;
}

/** Headers that the SDK itself sends, and those that need no preflight. */
const ownHeader =
  /^(?:accept|accept-language|content-language|content-type|x-cookie|x-goog-[\w-]+|range)$/i;

/** Names of headers in a script's text: those that monitoring adds to requests, and whatever begins with `x-`. */
const headerName =
  /\b(?:traceparent|tracestate|baggage|sentry-trace|uber-trace-id|newrelic|authorization|x-[a-z\d]+(?:-[a-z\d]+)*)\b/gi;

/** Headers that scripts of the page add to the SDK's request: those that were seen, else those that their `fetch` speaks of. */
const addedHeaders = ({ detail }: EntryWith<'request'>): readonly string[] => {
  const seen = detail.headers.map(([name]) => name).filter((name) => !ownHeader.test(name));
  if (seen.length > 0) return seen;
  const named = detail.through?.match(headerName) ?? [];
  return [...new Set(named)].filter((name) => !ownHeader.test(name));
};

/** Whether a host is one of a private network, which Chrome lets a public page reach only with a permission. */
const isPrivate = (url: string): boolean =>
  URL.canParse(url) &&
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd])|\.local$/.test(
    new URL(url).hostname,
  );

/** The worker of another program that controls the page, where an answer looks like one that such workers make: an error without JSON. */
const workerBetween = ({ known }: Scene, { detail }: EntryWith<'request'>): string | undefined => {
  const workers = known?.state.workers;
  const controller = workers && 'ok' in workers ? workers.ok.controller : null;
  const isError = (detail.httpStatus ?? 0) >= 500 && typeof detail.response !== 'object';
  return controller !== null && isError && !readWorkerUrl(controller).isOwn
    ? controller
    : undefined;
};

/** Who made an answer that is not the server's, or what kept the request from it; `undefined`: nothing but the answer itself is known. */
export const whoAnswered = (
  scene: Scene,
  request: EntryWith<'request'>,
): WhoAnswered | undefined => {
  const { detail, name } = request;
  const { verdict, reason } = answerOf(request);
  if (name === 'fcm/connect/subscribe')
    return {
      sentence: message('findOldFirebase'),
      advice: [forSite('adviceOldFirebase')],
      evidence: [],
    };
  const restriction = firebaseRestriction(scene, request);
  if (restriction) return restriction;
  const worker = workerBetween(scene, request);
  if (detail.isMade || worker)
    return {
      sentence: message('findAnswerMade', name, reason),
      advice: [forSite('adviceAnswerMade')],
      evidence: [worker ? fact('controller', worker) : fact('response.url', message('valueEmpty'))],
      ...(!detail.isMade && { isGuess: true as const }),
    };
  if (verdict !== 'failed') return undefined;
  const refusal = policyRefusal(scene, detail.url);
  if (refusal)
    return {
      sentence: message('findAnswerPolicy', name, refusal.directive),
      advice: [forSite('adviceAnswerPolicy', refusal.directive, new URL(detail.url).origin)],
      evidence: byEntries(refusal.entry),
    };
  // Chrome alone asks the visitor about it.
  if (scene.engine === 'chromium' && isPrivate(detail.url) && !isPrivate(scene.page.url))
    return {
      sentence: message('findAnswerPrivate', name, new URL(detail.url).host),
      advice: [forBrowser('adviceAnswerPrivate')],
      evidence: [],
      isGuess: true,
    };
  const added = addedHeaders(request);
  if (added.length === 0 && detail.through === undefined) return undefined;
  return {
    sentence: added.length
      ? message('findFetchAdds', name, added.join(', '))
      : message('findFetchReplaced', name),
    advice: [forSite('adviceFetchAdds')],
    evidence: detail.through === undefined ? [] : [fact('fetch', detail.through.slice(0, 300))],
    isGuess: true,
  };
};
