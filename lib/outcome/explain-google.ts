import type { MessageKey } from '../model/message-key';
import { oneLine } from '../model/one-line';
import { type Phrase, phrase, sentences } from '../model/phrase';

/** Why Google refused, and what to do. */
export interface GoogleRefusal {
  sentence: Phrase;
  next: Phrase;
}

type Texts = readonly [why: MessageKey, next: MessageKey];

const busy: Texts = ['fcmUnavailable', 'nextFcmUnavailable'];
const quota: Texts = ['fcmQuota', 'nextFcmQuota'];
const unregistered: Texts = ['fcmUnregistered', 'nextFcmUnregistered'];

/** Codes of FCM, reasons and statuses of Google's interfaces. */
const sending: Readonly<Record<string, Texts>> = {
  UNREGISTERED: unregistered,
  NOT_FOUND: unregistered,
  SENDER_ID_MISMATCH: ['fcmSenderMismatch', 'nextFcmSenderMismatch'],
  INVALID_ARGUMENT: ['fcmInvalid', 'nextFcmInvalid'],
  THIRD_PARTY_AUTH_ERROR: ['fcmThirdParty', 'nextFcmThirdParty'],
  QUOTA_EXCEEDED: quota,
  RESOURCE_EXHAUSTED: quota,
  UNAVAILABLE: busy,
  INTERNAL: busy,
  SERVICE_DISABLED: ['fcmDisabled', 'nextFcmDisabled'],
  UNAUTHENTICATED: ['fcmUnauthenticated', 'nextFcmUnauthenticated'],
  PERMISSION_DENIED: ['fcmDenied', 'nextFcmDenied'],
  400: ['fcmInvalid', 'nextFcmInvalid'],
  401: ['fcmUnauthenticated', 'nextFcmUnauthenticated'],
  403: ['fcmDenied', 'nextFcmDenied'],
};

/** What both interfaces answer. */
const anywhere: Readonly<Record<string, Texts>> = {
  429: quota,
  500: busy,
  502: busy,
  503: busy,
  504: busy,
};

/** What is wrong with a claim is told by words only. */
const grants: readonly (readonly [RegExp, Texts])[] = [
  [/timeframe|short-lived|\biat\b|\bexp\b/i, ['oauthClock', 'nextOauthClock']],
  [/signature/i, ['oauthKey', 'nextOauthKey']],
  [/account not found|not found|disabled|deleted/i, ['oauthAccount', 'nextOauthAccount']],
];

interface Answer {
  codes: readonly string[];
  words: string;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const textsOf = (...values: unknown[]): string[] =>
  values.filter((value) => typeof value === 'string' && value !== '') as string[];

const read = (text: string): Answer => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A page of a proxy or a server that is down.
    return { codes: [], words: text };
  }
  const error = fieldOf(value, 'error');
  const details = fieldOf(error, 'details');
  const said = Array.isArray(details) ? details : [];
  return {
    codes: textsOf(
      ...said.map((each) => fieldOf(each, 'errorCode')),
      ...said.map((each) => fieldOf(each, 'reason')),
      fieldOf(error, 'status'),
      error,
    ),
    words: textsOf(fieldOf(error, 'message'), fieldOf(value, 'error_description'))[0] ?? '',
  };
};

/** Explains a refusal of Google: of the exchange (`access-token`) or of FCM's HTTP v1. What is not known is told in Google's words. */
export const explainGoogle = (step: string, status: number, answer: string): GoogleRefusal => {
  const { codes, words } = read(answer);
  const isExchange = step === 'access-token';
  const keys = [...codes, String(status)];
  const known = isExchange ? anywhere : { ...anywhere, ...sending };
  const key = keys.find((each) => Object.hasOwn(known, each));
  const grant: Texts | undefined =
    isExchange && codes[0] === 'invalid_grant'
      ? (grants.find(([pattern]) => pattern.test(words))?.[1] ?? ['oauthGrant', 'nextOauthGrant'])
      : undefined;
  const texts = grant ?? (key === undefined ? undefined : known[key]);
  const code = `${codes[0] ?? ''} ${status}`.trim();
  const told = oneLine(words).trim().slice(0, 300);
  const why = texts ? phrase(texts[0]) : phrase(isExchange ? 'oauthOther' : 'fcmOther');
  return {
    sentence: sentences(phrase('googleRefused', code, why), told && phrase('googleSays', told)),
    next: phrase(texts ? texts[1] : 'nextGoogleOther'),
  };
};
