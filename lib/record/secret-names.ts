import type { SecretKind } from './pseudonym';

/** Names of fields, headers and parameters whose values are not given away, as `plainName` writes them: those of the SDK, Firebase and HTTP, and what sites call alike. */
const names: readonly (readonly [RegExp, SecretKind])[] = [
  [/email|mail(s|address)?$/, 'email'],
  [/phone|msisdn|^(user|contact|home|work)?(tel|gsm|mobile|whatsapp|viber)(no|number)?$/, 'phone'],
  [/^resource(token|id)?$/, 'resource'],
  [/endpoint/, 'endpoint'],
  [
    /p256dh|^auth$|^keys(old)?$|vapid|application(server|pub)key|(api|auth|private|access|encryption|signing|client|license|ssh|hmac|aes)key/,
    'key',
  ],
  [/cookie/, 'cookie'],
  [
    /token|^fid$|passw|^pass$|pwd|passphrase|passcode|secret|authorization|authcode|installationsauth|credential|csrf|xsrf|jwt|bearer|signature|^x?sig$|^hmac$|^otp$|^pin(code)?$|^code$|^code(verifier|challenge)$|^s?sid$|sess(ion)?id$|^x?(user)?session(key|hash)?$/,
    'token',
  ],
  [/^(card|pan|cvv|cvc|iban|ssn|snils|inn|passport)(no|num|number|code)?$|cardn(o|um)/, 'secret'],
  [
    /^(user|customer|client)?(first|last|middle|second|given|family|maiden|full|f|l|m|sur)name$|^patronymic$|^birth(day|date)$|^dateofbirth$|^dob$/,
    'value',
  ],
];

/** A name as it counts: `user[accessToken]`, `X-Access-Token` and `access_token` are one. A number in brackets names an item of a list. */
const plainName = (name: string): string => {
  const parts = name.split(/[[\]]/).filter((part) => part !== '' && !/^\d+$/.test(part));
  return (parts.at(-1) ?? name).replace(/[^\p{L}\d]/gu, '').toLowerCase();
};

/** The sort of secret that a field of that name holds; `undefined` for one that holds none. */
export const kindOfName = (name: string): SecretKind | undefined => {
  if (name.length > 200) return undefined;
  const plain = plainName(name);
  return names.find(([pattern]) => pattern.test(plain))?.[1];
};

/** Names whose value is as often a word for a person to read: `code: 'messaging/permission-blocked'`, `session: active`. */
const weak = /^(code|session|auth|pass|pin|keys?|sig|x?session)$/;

/** What stands in the place of a secret that is not there, or says something of it. */
const noSecret =
  /^(?:true|false|null|none|undefined|nan|yes|no|ok|empty|missing|required|invalid|expired|-?\d{1,4}|\[object object\])$/i;

/** Whether a value could be opaque: a word with a digit in it, or one that nobody writes. */
const isOpaque = (value: string): boolean =>
  /^[^\s/]{4,}$/.test(value) && (/\d/.test(value) || value.length >= 16);

/** The sort of secret that a value is by the name in front of it; `undefined` for one that the name says nothing of, as an error's `code`. */
export const kindOfNamed = (name: string, value: string): SecretKind | undefined => {
  const kind = kindOfName(name);
  if (!kind || noSecret.test(value)) return undefined;
  return weak.test(plainName(name)) && !isOpaque(value) ? undefined : kind;
};

const technical =
  /sender|project(id|number)|(app|campaign|order|message|multicast|build|container|client|tracking|counter)_?id$|time|date|(created|updated|expires?|expiration|modified)(at|in|on)?$|^ts$|version|build|duration|size|length|timestamp/i;

/** Whether numbers of a field of that name are times, sizes or ids of things, however long they are. */
export const isTechnicalNumber = (name: string): boolean => technical.test(name);
