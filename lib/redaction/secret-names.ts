import type { SecretKind } from '../model/pseudonym';

/** Names of fields, headers and parameters whose values are not given away, as `plainName` writes them: those of the SDK, Firebase and HTTP, and what sites call alike. */
const names: readonly (readonly [RegExp, SecretKind])[] = [
  [/email|mail(s|address)?$|^(эл|электронная)?почта$/, 'email'],
  [
    /phone|msisdn|^(user|contact|home|work)?(tel|gsm|mobile|whatsapp|viber)(no|number)?$|^тел(ефон)?$/,
    'phone',
  ],
  [/^resource(token|id)?$/, 'resource'],
  [/endpoint/, 'endpoint'],
  [
    /p256dh|^auth$|^keys?(old)?$|vapid|application(server|pub)key|(api|auth|private|priv|access|encryption|signing|client|user|sess|license|ssh|hmac|aes|pass)key|^ключ$/,
    'key',
  ],
  [/cookie|^куки$/, 'cookie'],
  [
    /token|^to?kn?$|^fid$|^(installation|registration|device)(id|uuid)$|passw|^pass$|pwd|passphrase|passcode|secret|authorization|authcode|installationsauth|authdata|initdata|credential|csrf|xsrf|jwt|bearer|signature|^x?(vk)?sig(n)?$|^hmac$|assertion$|^saml|oauthverifier|^otp$|^pin(code)?$|^code$|^code(verifier|challenge)$|(verif(y|ication)|confirm(ation)?|activation|reset|sms|otp|onetime|security|login|invite|access|personal|unsubscribe)(code|hash|link)$|(user|auth|session)hash$|magiclink|^sso$|^sess$|sid$|sess(ion)?id$|session(key|hash)?$|^(токен|парол|секрет)\p{L}?$|^пин(код)?$|^код$|^сесси[яи]$/u,
    'token',
  ],
  [
    /^(card|pan|cvv|cvc|iban|ssn|snils|inn|passport)(no|num|number|code)?$|cardn(o|um)|^(паспорт|снилс|инн)$/,
    'secret',
  ],
  [
    /^(user|customer|client|contact|recipient)?(first|last|middle|second|given|family|maiden|full|display|nick|f|l|m|sur)name$|^(user|customer|client|contact|recipient|cardholder)name$|^patronymic$|^birth(day|date)$|^dateofbirth$|^dob$|^fio$|^(фио|имя|фамилия|отчество)$/,
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
const weak =
  /session$|^(code|auth|pass|pin|keys|sign?|sso|sess|inn|pan|card|ключ|код|инн|сесси[яи])$|(?<!sess|^s?)sid$/;

/** What stands in the place of a secret that is not there, or says something of it. */
const noSecret =
  /^(?:true|false|null|none|undefined|nan|yes|no|ok|empty|missing|required|invalid|expired|-?\d{1,4}|\[object object\])$/i;

/** Times and versions have digits, too, and tell nothing. */
const plainNumber = /^v?\d{1,4}(?:[.:/-]\d{1,4}){1,3}(?:T[\d:.Z+-]*)?$/i;

/** Whether a value could be opaque: a word with a digit in it, or one that nobody writes. */
const isOpaque = (value: string): boolean =>
  /^[^\s/]{4,}$/.test(value) &&
  (/\d/.test(value) || value.length >= 16) &&
  !plainNumber.test(value);

/** Names of files, and of things of which there are two. */
const readable = /\.[a-z]{2,4}$|^[a-z_-]+\d$/i;

/** The same of what stands behind a name with a break, a comma or a slash between: letters and digits. */
export const isCode = (value: string): boolean =>
  /^[\w.~+=-]{6,}$/.test(value) &&
  /\d/.test(value) &&
  /[a-z]/i.test(value) &&
  !readable.test(value);

/** The sort of secret that a value is by the name in front of it; `undefined` for one that the name says nothing of, as an error's `code`. */
export const kindOfNamed = (name: string, value: string): SecretKind | undefined => {
  const kind = kindOfName(name);
  if (!kind || noSecret.test(value)) return undefined;
  const plain = plainName(name);
  // Keys of a keyboard, of a store, of a map have names.
  if (plain === 'key') return /^[a-z\d]{8,}$/i.test(value) && isCode(value) ? kind : undefined;
  return weak.test(plain) && !isOpaque(value) ? undefined : kind;
};

/** Fields of the SDK whose values are a profile's, wherever they are: in a configuration, an event, an answer. */
export const profileFields = /^(?:match|update|custom_?data)$/i;

/** What sites call a person: an object of that name is a profile, too. */
const people =
  /^(?:user|customer|subscriber|person|contact|profile)(?:_?(?:data|info|profile|fields|attributes))?$|^matching$/i;

/** Whether a field holds values of a profile. */
export const isOfProfile = (name: string, value: unknown): boolean =>
  profileFields.test(name) || (people.test(name) && typeof value === 'object');

/** Private parts of a JSON Web Key (RFC 7517), which have names of one or two letters. */
export const privateParts: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']);

/** The name that a value has beside it: `['token', 'abc12345']`, `{name: 'token', value: 'abc12345'}`. */
export const nameIn = (value: object): string | undefined => {
  const [name, said] = Array.isArray(value) ? value : [];
  if (Array.isArray(value))
    return value.length === 2 &&
      typeof name === 'string' &&
      typeof said === 'string' &&
      (/\d/.test(said) || said.length >= 16) &&
      kindOfName(name)
      ? name
      : undefined;
  const fields = value as Record<string, unknown>;
  return ['name', 'key', 'field', 'header', 'id']
    .map((each) => fields[each])
    .find((each): each is string => typeof each === 'string' && kindOfName(each) !== undefined);
};

const general = /^(?:values?|val|v|id|raw|text|data|string|str|content|result)$/i;

/** The name that says what a value is: its own, unless that says nothing and the name that it lies under does, as in `{token: {value: …}}`. */
export const tellingName = (name: string, outer: string): string =>
  general.test(name) && outer !== '' && kindOfName(outer) ? outer : name;

const technical =
  /sender|project(id|number)|(app|campaign|order|message|multicast|build|container|client|tracking|counter)_?id$|time|date|(created|updated|expires?|expiration|modified)(at|in|on)?$|^ts$|version|build|duration|size|length|timestamp/i;

/** Whether numbers of a field of that name are times, sizes or ids of things, however long they are. */
export const isTechnicalNumber = (name: string): boolean => technical.test(name);
