import type { ErrorData } from '../model/entry';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';

/** What an error of the browser means, and what to do about it. */
export interface Explained {
  /** Names the cause for tests and for people who look for it. */
  cause: string;
  meaning: Phrase;
  next: Phrase;
}

type Rule = readonly [cause: string, name: RegExp, text: RegExp, key: MessageKey, next: MessageKey];

const any = /^/;

/**
 * Errors of `register` (Service Workers, "Register" and "Update"), by their name and by the texts of Chromium and of Firefox. Names come first:
 * texts change between versions.
 */
const workerRules: readonly Rule[] = [
  [
    'worker-forbidden',
    any,
    /Content Security Policy|TrustedScriptURL/i,
    'whyWorkerForbidden',
    'nextWorkerForbidden',
  ],
  [
    'worker-http',
    any,
    /bad HTTP response code|failed with (?:status|HTTP)|status \d{3}/i,
    'whyWorkerHttp',
    'nextWorkerHttp',
  ],
  ['worker-mime', any, /MIME type/i, 'whyWorkerMime', 'nextWorkerMime'],
  ['worker-redirect', any, /redirect/i, 'whyWorkerRedirect', 'nextWorkerRedirect'],
  ['worker-certificate', any, /SSL|certificate/i, 'whyWorkerCertificate', 'nextWorkerCertificate'],
  [
    'worker-scope',
    any,
    /max(?:imum)? scope|scope allowed|Service-Worker-Allowed/i,
    'whyWorkerScope',
    'nextWorkerScope',
  ],
  [
    'worker-origin',
    any,
    /origin of the provided|must be .{0,300}same.origin|different origin/i,
    'whyWorkerOrigin',
    'nextWorkerOrigin',
  ],
  [
    'worker-script',
    any,
    /evaluation|ServiceWorker script .{0,300}threw|importScripts/i,
    'whyWorkerScript',
    'nextWorkerScript',
  ],
  // No error of the browser: what became of a worker while it was installed.
  ['worker-script', /^redundant$/, any, 'whyWorkerScript', 'nextWorkerScript'],
  ['worker-install', any, /error during installation/i, 'whyWorkerInstall', 'nextWorkerScript'],
  ['worker-insecure', /SecurityError/, any, 'whyWorkerInsecure', 'nextWorkerInsecure'],
  [
    'worker-unreachable',
    any,
    /fetching the script|load failed|network/i,
    'whyWorkerUnreachable',
    'nextWorkerHttp',
  ],
];

/** Errors of `subscribe` (Push API, "subscribe"), as above. */
const subscribeRules: readonly Rule[] = [
  [
    'subscribe-no-key',
    any,
    /missing applicationServerKey|gcm_sender_id not found|manifest empty/i,
    'whyNoKey',
    'nextNoKey',
  ],
  [
    'subscribe-other-key',
    any,
    /different application ?server ?key/i,
    'whyOtherKey',
    'nextOtherKey',
  ],
  [
    'subscribe-no-worker',
    any,
    /no (?:active )?Service ?Worker/i,
    'whyNoActiveWorker',
    'nextNoActiveWorker',
  ],
  ['subscribe-other-key', /InvalidStateError/, /key|subscription/i, 'whyOtherKey', 'nextOtherKey'],
  ['subscribe-bad-key', /InvalidAccessError|InvalidCharacterError/, any, 'whyBadKey', 'nextBadKey'],
  [
    'subscribe-bad-key',
    any,
    /P-256|applicationServerKey is not valid|invalid character/i,
    'whyBadKey',
    'nextBadKey',
  ],
  ['subscribe-no-service', any, /push service not available/i, 'whyNoService', 'nextNoService'],
  ['subscribe-service-off', any, /push service error/i, 'whyServiceOff', 'nextServiceOff'],
  [
    'subscribe-unreachable',
    any,
    /could not connect|Error retrieving push subscription|network/i,
    'whyServiceUnreachable',
    'nextServiceUnreachable',
  ],
  [
    'subscribe-user-visible',
    any,
    /userVisibleOnly|silent push/i,
    'whyUserVisible',
    'nextUserVisible',
  ],
  ['subscribe-storage', any, /storage (?:error|corrupt)/i, 'whyStorage', 'nextStorage'],
  ['subscribe-limit', any, /limit has been reached/i, 'whyLimit', 'nextLimit'],
  ['subscribe-retry', any, /public key|renderer/i, 'whyBrowserFault', 'nextBrowserFault'],
];

/** URLs and paths are the site's own words: `https://ssl.shop.example/` is no error of SSL. */
const sitesWords = /['‘](?:\/|[a-z][a-z\d+.-]*:\/\/)[^'‘’]*['’]|https?:\/\/\S+/gi;

const find = (
  rules: readonly Rule[],
  { name, message: whole }: ErrorData,
  otherwise: readonly [cause: string, key: MessageKey, next: MessageKey],
): Explained => {
  const text = whole.replace(sitesWords, '');
  const rule = rules.find(([, names, texts]) => names.test(name) && texts.test(text));
  const [cause, key, next] = rule ? [rule[0], rule[3], rule[4]] : otherwise;
  return { cause, meaning: phrase(key), next: phrase(next) };
};

/** What it means that `navigator.serviceWorker.register` or `update` was refused. */
export const explainWorkerError = (error: ErrorData): Explained =>
  find(workerRules, error, ['worker-other', 'whyWorkerOther', 'nextWorkerOther']);

/** What one of the causes of a refused worker means, where it is known by other ways than the browser's words; `undefined` for a cause that is none. */
export const explainWorkerCause = (cause: string): Explained | undefined => {
  const rule = workerRules.find(([each]) => each === cause);
  return rule && { cause, meaning: phrase(rule[3]), next: phrase(rule[4]) };
};

/** What it means that `pushManager.subscribe` was refused, once the permission is known to be no reason. */
export const explainSubscribeError = (error: ErrorData): Explained =>
  find(subscribeRules, error, ['subscribe-other', 'whySubscribeOther', 'nextSubscribeOther']);

/** Whether `subscribe` was refused for want of permission: the name in Firefox and newer Chromium, the text in older ones. */
export const isPermissionError = ({ name, message: text }: ErrorData): boolean =>
  name === 'NotAllowedError' || /permission denied|denied permission/i.test(text);
