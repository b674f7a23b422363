import { isFirebaseScript, isTagManager } from '../akpush/sdk-address';
import type { MessageKey } from '../model/message-key';
import type { ScriptState } from '../model/page-state';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import { isScriptMime, type ScriptReport } from '../model/script-report';
import type { EntryWith } from '../model/session';
import { fact } from '../outcome/chain';
import { byEntries, type Evidence } from '../outcome/outcome';
import { errorText, readError } from '../outcome/read-error';
import { type Advice, type Diagnosis, forBrowser, forSite } from './finding';
import { sdkGuide } from './guides';
import { type PolicyRefusal, policyRefusal } from './policy-refusal';
import type { Rule } from './rule';
import type { Scene } from './scene';

/** Why a script of the SDK brought no AKPush. */
type Cause =
  | 'sdk-held-back'
  | 'sdk-policy'
  | 'sdk-by-worker'
  | 'sdk-http'
  | 'sdk-html'
  | 'sdk-empty'
  | 'sdk-mime'
  | 'sdk-integrity'
  | 'sdk-syntax'
  | 'sdk-threw'
  | 'sdk-unreachable'
  | 'sdk-tag-manager';

type Found = Diagnosis & { cause: Cause };

/** A script that should have brought the SDK, and all that is known of what came of it. */
interface Attempt {
  tag: ScriptState;
  report: ScriptReport | undefined;
  /** What the page's policy refused of it, and errors in it. */
  refusal: PolicyRefusal | undefined;
  error: EntryWith<'error'> | undefined;
  /** The HTTP status, of the page's own request where the browser tells it. */
  status: number;
  isOfOtherOrigin: boolean;
  /** Whether a worker of the page's site has the page under its control. */
  isControlled: boolean;
}

const attemptOf = (scene: Scene, tag: ScriptState): Attempt => {
  const { session, page, known, of } = scene;
  const report = session.reports.findLast(({ url }) => url === tag.url);
  const errors = of('error');
  return {
    tag,
    report,
    refusal: policyRefusal(scene, tag.url),
    error: errors.find(
      ({ detail }) => detail.source === 'error' && tag.url !== '' && detail.script === tag.url,
    ),
    status: tag.loaded?.status || (report?.httpStatus ?? 0),
    isControlled:
      known !== undefined &&
      'ok' in known.state.workers &&
      known.state.workers.ok.controller !== null,
    isOfOtherOrigin: URL.canParse(tag.url) && new URL(tag.url).origin !== new URL(page.url).origin,
  };
};

/** What browsers run; all other types are data to them. */
const isRun = (type: string): boolean => type === '' || type === 'module' || isScriptMime(type);

const tagFact = ({ tag }: Attempt): Evidence =>
  fact(`<script ${tag.attribute || `type="${tag.type}"`}>`, tag.url || tag.type);

const answerFact = ({ tag, report, status }: Attempt): Evidence[] => {
  const size = tag.loaded?.size || report?.size;
  const parts = [
    status ? `HTTP ${status}` : phrase('factNoAnswer'),
    report?.mime ?? '',
    size === undefined ? '' : phrase('factCharacters', size),
    report?.redirectedTo ? `→ ${report.redirectedTo}` : '',
  ];
  return tag.loaded || report ? [fact(tag.url, joinedBy(', ', ...parts))] : [];
};

const found = (
  attempt: Attempt,
  cause: Cause,
  find: MessageKey,
  values: (Phrase | number)[],
  advice: Advice[],
  more: Partial<Diagnosis> = {},
): Found => {
  const { tag, refusal, error } = attempt;
  return {
    cause,
    sentence: phrase(find, ...values),
    evidence: [
      tagFact(attempt),
      ...(tag.attribute === 'src' ? answerFact(attempt) : []),
      ...byEntries(refusal?.entry, error),
    ],
    advice,
    ...more,
  };
};

const nameOf = (url: string): string =>
  (URL.canParse(url) && new URL(url).pathname.split('/').at(-1)) || url;

/** The tag itself keeps the browser from running it. */
const heldBack = (attempt: Attempt): Found | undefined => {
  const { tag } = attempt;
  const isElsewhere = tag.url !== '' && tag.attribute !== 'src';
  if (!isElsewhere && isRun(tag.type)) return undefined;
  const how = isElsewhere ? tag.attribute : `type="${tag.type}"`;
  return found(
    attempt,
    'sdk-held-back',
    'findSdkHeldBack',
    [how],
    [forBrowser('adviceConsentGive'), forSite('adviceConsentCategory')],
  );
};

/** The policy that refused a script: the page's own, or the one that its server gives it. */
const byPolicy = (attempt: Attempt): Found | undefined => {
  const { tag, refusal, report, isOfOtherOrigin } = attempt;
  if (refusal)
    return found(
      attempt,
      'sdk-policy',
      'findSdkPolicy',
      [refusal.directive],
      [forSite('adviceSdkPolicy', refusal.entry.name, new URL(tag.url).origin)],
    );
  // A browser tells the status of another origin's answer only where that allowed it.
  if (tag.loaded && tag.loaded.status > 0) return undefined;
  if (!isOfOtherOrigin || !report?.tag || report.httpStatus !== 200) return undefined;
  const { resourcePolicy, allowOrigin } = report.tag;
  // A module is always asked for so that its server must allow it (HTML Standard, "fetch a single module script").
  const isModule = tag.type === 'module';
  if (allowOrigin === null && tag.crossOrigin !== null)
    return found(attempt, 'sdk-policy', 'findSdkCors', [], [forSite('adviceSdkCors')]);
  if (allowOrigin === null && isModule)
    return found(attempt, 'sdk-policy', 'findSdkCorsModule', [], [forSite('adviceSdkCorsModule')]);
  if (tag.crossOrigin === null && !isModule && /^same-(?:site|origin)$/.test(resourcePolicy ?? ''))
    return found(
      attempt,
      'sdk-policy',
      'findSdkResourcePolicy',
      [resourcePolicy ?? ''],
      [forSite('adviceSdkResourcePolicy')],
      { isGuess: true },
    );
  return undefined;
};

const byError = (attempt: Attempt): Found | undefined => {
  const { error, tag } = attempt;
  if (!error) return undefined;
  const said = readError(error.detail.error) ?? { name: 'Error', message: '' };
  const line = error.detail.line ?? 1;
  const isSyntax = said.name === 'SyntaxError' || /^(?:Uncaught )?SyntaxError/.test(said.message);
  if (isSyntax && /'<'|"<"/.test(said.message) && line <= 2)
    return found(attempt, 'sdk-html', 'findSdkHtml', [nameOf(tag.url)], [forSite('adviceSdkHtml')]);
  return found(
    attempt,
    isSyntax ? 'sdk-syntax' : 'sdk-threw',
    isSyntax ? 'findSdkSyntax' : 'findSdkThrew',
    [nameOf(tag.url), line, errorText(said)],
    [forSite('adviceSdkBroken')],
  );
};

/** Why a browser runs no script of a MIME type; `undefined`: it does. */
const refusedMime = (
  { tag }: Attempt,
  { mime, tag: headers }: ScriptReport,
): MessageKey | undefined => {
  if (!headers || isScriptMime(mime)) return undefined;
  if (headers.isNosniff) return 'findSdkMime';
  if (tag.type === 'module') return 'findSdkMimeModule';
  // Fetch Standard, "should response to request be blocked due to its MIME type?"
  return /^(?:audio|image|video)\/|^text\/csv\b/i.test(mime) ? 'findSdkMimeMedia' : undefined;
};

const byAnswer = (attempt: Attempt): Found | undefined => {
  const { tag, report, status } = attempt;
  if (status >= 400)
    return found(attempt, 'sdk-http', 'findSdkHttp', [status], [forSite('adviceSdkHttp', tag.url)]);
  if (report?.tag?.isHtml)
    return found(attempt, 'sdk-html', 'findSdkHtml', [nameOf(tag.url)], [forSite('adviceSdkHtml')]);
  // Firefox tells no size of what it has refused: what the server answers now comes first.
  const isEmpty = report ? report.size === 0 : tag.loaded?.size === 0;
  if (status === 200 && isEmpty)
    return found(
      attempt,
      'sdk-empty',
      'findSdkEmpty',
      [nameOf(tag.url)],
      [forSite('adviceSdkEmpty')],
    );
  const refused = report && refusedMime(attempt, report);
  if (refused)
    return found(attempt, 'sdk-mime', refused, [report.mime || '–'], [forSite('adviceSdkMime')]);
  if (report?.tag?.isIntact === false)
    return found(attempt, 'sdk-integrity', 'findSdkIntegrity', [], [forSite('adviceSdkIntegrity')]);
  return undefined;
};

/** A worker of the page's stood between: what it answered is not what the server says. */
const withWorker = (attempt: Attempt, other: Found | undefined): Found | undefined => {
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

const unreachable = (attempt: Attempt): Found | undefined => {
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

const tagManager = (attempt: Attempt): Found | undefined =>
  isTagManager(attempt.tag.url)
    ? found(attempt, 'sdk-tag-manager', 'findSdkTagManager', [], [forSite('adviceSdkTagManager')], {
        isGuess: true,
      })
    : undefined;

const causeOf = (attempt: Attempt): Found | undefined =>
  heldBack(attempt) ??
  byPolicy(attempt) ??
  withWorker(attempt, byAnswer(attempt) ?? byError(attempt)) ??
  unreachable(attempt) ??
  tagManager(attempt);

/** The scripts of a page on which AKPush has not come though it has loaded; `undefined` on any other. */
export const sdkScripts = ({ page, known }: Scene): readonly ScriptState[] | undefined => {
  if (page.sdk || !page.hooked || !known?.state.isLoaded) return undefined;
  const tags = (known.state.scripts ?? []).filter(({ url }) => !isFirebaseScript(url));
  const plain = { attribute: 'src', type: '', integrity: '', crossOrigin: null, loaded: null };
  const others = page.scripts.filter((url) => tags.every((tag) => tag.url !== url));
  return [...tags, ...others.map((url): ScriptState => ({ url, ...plain }))];
};

/** Why AKPush did not come, by the first script that tells; `undefined` where none does. */
export const whyNotStarted = (scene: Scene): Found | undefined => {
  for (const tag of sdkScripts(scene) ?? []) {
    const cause = causeOf(attemptOf(scene, tag));
    if (cause) return cause;
  }
  return undefined;
};

/** A rule for one of the causes. */
export const startRule = (
  id: Cause,
  title: MessageKey,
  passed: MessageKey,
  severity: Rule['severity'] = 'error',
): Rule => ({
  id,
  part: 'page',
  node: 'sdk',
  severity,
  title,
  passed,
  needs: ['sdk'],
  link: sdkGuide,
  find(scene) {
    const why = whyNotStarted(scene);
    if (why?.cause !== id) return null;
    const { cause: _, ...diagnosis } = why;
    return diagnosis;
  },
});
