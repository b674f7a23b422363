import { fromBase64url } from '../model/base64url';
import { field } from '../model/json';
import { findJsonFlaw, placeInText } from '../model/json-problem';
import type { MessageKey } from '../model/message-key';
import { joinedBy, type MessagePhrase, type Phrase, phrase, sentences } from '../model/phrase';

/** What is needed of a service account to speak for its project. */
export interface ServiceAccount {
  email: string;
  projectId: string | undefined;
  keyId: string | undefined;
  /** The private key, PKCS#8 DER. */
  key: Uint8Array<ArrayBuffer>;
  /** Where a signed claim is exchanged for an access token. */
  tokenUri: string;
}

/** Google's own, and what files without `token_uri` mean. */
const defaultTokenUri = 'https://oauth2.googleapis.com/token';
/** A signed claim speaks for the account for an hour: nobody else gets one. */
const tokenOrigins: readonly string[] = [
  'https://oauth2.googleapis.com',
  'https://www.googleapis.com',
  'https://accounts.google.com',
];

const textIn = (value: unknown, name: string): string => {
  const text = field(value, name);
  return typeof text === 'string' ? text.trim() : '';
};

/** What people take for the file, while it is no JSON. */
const otherTexts: readonly (readonly [RegExp, MessageKey])[] = [
  [/^-----BEGIN/, 'accountKeyAlone'],
  [/^(?:Bearer\s|ya29\.|eyJ)/i, 'accountIsToken'],
  [/^AAAA[\w-]{7}:/, 'firebaseServerKey'],
  [/firebaseConfig|initializeApp|messagingSenderId|apiKey\s*:/, 'accountIsWeb'],
  [/<plist/, 'accountIsApp'],
];

/** Other files that Google gives, by what is in them. */
const otherFile = (value: unknown): Phrase | undefined => {
  const has = (name: string) => field(value, name) !== undefined;
  const type = textIn(value, 'type');
  if (type === 'authorized_user') return phrase('accountIsUser');
  if (type !== '' && type !== 'service_account') return phrase('accountIsType', type.slice(0, 60));
  if (has('project_info') || has('configuration_version')) return phrase('accountIsApp');
  if (has('apiKey') || has('messagingSenderId')) return phrase('accountIsWeb');
  if (has('installed') || has('web')) return phrase('accountIsClient');
  return undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Where a text stops being JSON. The line itself is not shown: a private key may be in it. */
const placeIn = (json: string): Phrase => {
  const text = json.replace(/^\ufeff/, '');
  const flaw = findJsonFlaw(text);
  if (!flaw) return '';
  const { line, column } = placeInText(text, flaw.at);
  return joinedBy('', phrase('problemAt', line, column, phrase(flaw.what)), '.');
};

/** The key's bytes, or why they cannot be read. In variables of an environment line breaks are often written as `\n`. */
const readKey = (pem: string): Uint8Array<ArrayBuffer> | MessagePhrase => {
  const text = pem.replaceAll('\\n', '\n').trim();
  const [, label] = /^-----BEGIN ([A-Z\d ]{1,40})-----/.exec(text) ?? [];
  if (!label) return phrase('accountKeyNoPem');
  if (label !== 'PRIVATE KEY') return phrase('accountKeyOther', label);
  const [, body] = /^-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----$/.exec(text) ?? [];
  const key = body === undefined ? undefined : fromBase64url(body.replace(/\s/g, ''));
  return key ?? phrase('accountKeyBroken');
};

/** Why a signed claim is not sent to an address; empty: it is one of Google's. */
const tokenUriProblem = (uri: string): Phrase => {
  if (!URL.canParse(uri)) return phrase('accountTokenUri', uri.slice(0, 100));
  const { origin, username, password } = new URL(uri);
  const isGoogles = tokenOrigins.includes(origin) && username === '' && password === '';
  return isGoogles ? '' : phrase('accountTokenUriForeign', origin);
};

/** Why a file is not a service account's, and what is wanted. */
export const accountProblem = (problem: Phrase): Phrase =>
  sentences(problem, phrase('accountWanted'));

/** Reads the key file of a service account, or says why it is none, and what is wanted. */
export const readServiceAccount = (json: string): ServiceAccount | { problem: Phrase } => {
  const text = json.replace(/^\ufeff/, '').trim();
  const wanted = (problem: Phrase) => ({ problem: accountProblem(problem) });
  if (text === '') return wanted(phrase('accountEmpty'));
  const value = parse(text);
  if (value === undefined) {
    const [, key] = otherTexts.find(([pattern]) => pattern.test(text)) ?? [];
    return wanted(key ? phrase(key) : sentences(phrase('accountNoJson'), placeIn(json)));
  }
  const other = otherFile(value);
  if (other) return wanted(other);
  const email = textIn(value, 'client_email');
  const pem = textIn(value, 'private_key');
  if (email === '' && pem === '') return wanted(phrase('accountIsOther'));
  if (pem === '') return wanted(phrase('accountNoKey'));
  if (email === '') return wanted(phrase('accountNoEmail'));
  const key = readKey(pem);
  if ('key' in key) return wanted(key);
  const tokenUri = textIn(value, 'token_uri') || defaultTokenUri;
  const problem = tokenUriProblem(tokenUri);
  if (problem !== '') return { problem };
  const projectId = textIn(value, 'project_id') || undefined;
  return { email, projectId, keyId: textIn(value, 'private_key_id') || undefined, key, tokenUri };
};
