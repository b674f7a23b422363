import { readWorkerUrl } from '../akpush/worker-url';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import { webOrigin } from '../model/web-origin';
import { answerOf, fact, makerOf } from '../outcome/chain';
import { byEntries, type Evidence } from '../outcome/outcome';
import type { DiagnosisInput } from './diagnosis-input';
import { type Advice, forBrowser, forSite } from './finding';
import { firebaseRestriction } from './firebase-restriction';
import { policyRefusal } from './policy-refusal';
import { shortAddress } from './short-address';

/** Something that is known of an answer, or of why there is none, beyond the server's own words. */
export interface WhoAnswered {
  title?: Phrase;
  sentence: Phrase;
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

/** `X-Cookie`, where a request that has it got no answer, and those to the same server that have none were answered: browsers ask the server whether it allows it. */
const headerUnlikeOthers = (
  { of }: DiagnosisInput,
  { detail }: EntryWith<'request'>,
): string | undefined => {
  const cookieIn = ({ detail: { headers } }: Pick<EntryWith<'request'>, 'detail'>) =>
    headers.find(([name]) => /^x-cookie$/i.test(name))?.[0];
  const accepted = of('request').filter(
    (each) =>
      webOrigin(each.detail.url) === webOrigin(detail.url) && answerOf(each).verdict === 'accepted',
  );
  return accepted.length > 0 && !accepted.some(cookieIn) ? cookieIn({ detail }) : undefined;
};

/** Whether a host is one of a private network, which Chrome lets a public page reach only with a permission. */
const isPrivate = (url: string): boolean =>
  URL.canParse(url) &&
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd])|\.local$/.test(
    new URL(url).hostname,
  );

/** The script of the worker that controls the page. */
const controllerOf = ({ known }: DiagnosisInput): string | undefined => {
  const workers = known?.state.workers;
  return (workers && 'ok' in workers ? workers.ok.controller : null) ?? undefined;
};

/**
 * The worker of another program that controls the page, where nothing tells who has answered and an answer looks like one that such workers
 * make: an error without JSON.
 */
const workerBetween = (
  input: DiagnosisInput,
  request: EntryWith<'request'>,
): string | undefined => {
  const { detail } = request;
  const isError = (detail.httpStatus ?? 0) >= 500 && typeof detail.response !== 'object';
  if (!isError || makerOf(request) !== undefined) return undefined;
  const controller = controllerOf(input);
  return controller !== undefined && !readWorkerUrl(controller).isOwn ? controller : undefined;
};

/** What the page's own worker, or a script of the page, has made in the server's place. */
const madeAnswer = (
  input: DiagnosisInput,
  request: EntryWith<'request'>,
): WhoAnswered | undefined => {
  const { name, detail } = request;
  const maker = makerOf(request);
  const status = `${detail.httpStatus}`;
  const evidence = [fact('response.type', detail.responseType ?? phrase('valueEmpty'))];
  if (maker === 'script')
    return {
      title: phrase('titleAnswerScript', name),
      sentence: phrase('findAnswerScript', name, status),
      advice: [forSite('adviceAnswerScript')],
      evidence,
    };
  if (maker !== 'worker') return undefined;
  const script = controllerOf(input);
  // A worker may have got an answer and have given another one in its place.
  const isError = (detail.httpStatus ?? 0) >= 400;
  return {
    title: phrase('titleAnsweredByWorker', name),
    sentence: script
      ? phrase(
          isError ? 'findAnswerWorker' : 'findAnswerWorkerOk',
          name,
          shortAddress(script, input.page.url),
          status,
        )
      : phrase(isError ? 'findAnswerUnnamed' : 'findAnswerUnnamedOk', name, status),
    advice: [forSite('adviceAnswerMade'), ...(isError ? [] : [forSite('adviceAnswerLater')])],
    evidence: [...evidence, ...(script ? [fact('controller', script)] : [])],
    ...(!isError && { isGuess: true as const }),
  };
};

/** Who made an answer that is not the server's, or what kept the request from it; `undefined`: nothing but the answer itself is known. */
export const whoAnswered = (
  input: DiagnosisInput,
  request: EntryWith<'request'>,
): WhoAnswered | undefined => {
  const { detail, name } = request;
  const { verdict, code } = answerOf(request);
  if (name === 'fcm/connect/subscribe')
    return {
      sentence: phrase('findOldFirebase'),
      advice: [forSite('adviceOldFirebase')],
      evidence: [],
    };
  const restriction = firebaseRestriction(input, request);
  if (restriction) return restriction;
  const made = madeAnswer(input, request);
  if (made) return made;
  const worker = workerBetween(input, request);
  if (worker)
    return {
      title: phrase('titleAnsweredByWorker', name),
      sentence: phrase('findAnswerMade', name, code),
      advice: [forSite('adviceAnswerMade')],
      evidence: [fact('controller', worker)],
      isGuess: true,
    };
  if (verdict !== 'failed') return undefined;
  if (!URL.canParse(detail.url, input.page.url))
    return {
      title: phrase('titleAnswerNoUrl', name),
      sentence: phrase('findAnswerNoUrl', name, detail.url.slice(0, 200)),
      advice: [forSite('adviceConfigAddress')],
      evidence: [],
    };
  const refusal = policyRefusal(input, detail.url);
  if (refusal)
    return {
      title: phrase('titleAnswerPolicy', name),
      sentence: phrase('findAnswerPolicy', name, refusal.directive),
      advice: [forSite('adviceAnswerPolicy', refusal.directive, new URL(detail.url).origin)],
      evidence: byEntries(refusal.entry),
    };
  // Chrome alone asks the visitor about it.
  if (input.engine === 'chromium' && isPrivate(detail.url) && !isPrivate(input.page.url))
    return {
      title: phrase('titleAnswerPrivate'),
      sentence: phrase('findAnswerPrivate', name, new URL(detail.url).host),
      advice: [forBrowser('adviceAnswerPrivate')],
      evidence: [],
      isGuess: true,
    };
  const added = addedHeaders(request);
  const unlike = added.length === 0 && headerUnlikeOthers(input, request);
  if (unlike)
    return {
      sentence: phrase('findHeaderUnlike', name, unlike),
      advice: [forSite('nextUnanswered'), forSite('adviceHeaderUnlike', unlike)],
      evidence: [],
      isGuess: true,
    };
  if (added.length === 0 && detail.through === undefined) return undefined;
  return {
    title: phrase(added.length ? 'titleFetchAdds' : 'titleFetchReplaced', name),
    sentence: added.length
      ? phrase('findFetchAdds', name, added.join(', '))
      : phrase('findFetchReplaced', name),
    advice: [forSite('adviceFetchAdds')],
    evidence: detail.through === undefined ? [] : [fact('fetch', detail.through.slice(0, 300))],
    isGuess: true,
  };
};
