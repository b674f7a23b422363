import type * as v from 'valibot';
import { entryKinds, kinds } from '../model/kinds';
import { databaseNames } from '../model/page-state';
import { wordsOf } from '../model/schema/schema-leaf';
import { sessionSchema } from '../schema/session-schema';
import { shapeOf } from '../schema/shape';

/** Words of the SDK, of its servers and of browsers, which the panel reads values and errors by; names of entries aside. */
const sdkWords = `
  http https ws wss blob data file about javascript
  events fcm connect request
  provider browser browsers endpoint_old keys_old resource_token match inexclusive sup_old_subscr fields customData
  error_text message_id title body icon image click_action url actions tag options fulfilled rejected before after
  resourceToken apiServerHost serverURL swPath vapidKey expirationSWChrome randomPrefix debug isTest allFirebase isFirebase firebase
  appId apiKey projectId messagingSenderId authDomain storageBucket container resource account pixel _push_pix current_token tokenCached
  keyvaluepairs firebase-messaging-store firebase-installations-store firebase-heartbeat-store fcm-token-object-Store
  Chrome Chromium Firefox Safari Opera Edge Yandex Samsung Internet Mozilla WebKit Google Apple Windows Android
  ChromeFirebase FirefoxFirebase OperaFirebase YandexFirebase EdgeFirebase SafariFirebase pull
  undefined bigint symbol function string array object class date bytes getter circular deep cut unreadable boolean null true false
  items length entries more text type value
  TypeError RangeError SyntaxError AbortError NetworkError NotAllowedError NotSupportedError SecurityError InvalidStateError
  InvalidAccessError InvalidCharacterError NotFoundError TimeoutError Promise
  bad response code status failed with MIME redirect SSL certificate maximum scope allowed origin provided must same different
  evaluation threw importScripts during installation fetching load network missing gcm_sender_id found manifest empty key P-256 valid
  invalid character service available could not connect retrieving silent storage corrupt limit has been reached public renderer
  visible user permission abort unexpected token JSON unsupported server internal`;

/** The parts of a text, in small letters: `applicationServerKey` is three words. */
export const partsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** All names and words that a schema knows. */
const wordsIn = (schema: v.GenericSchema, seen = new Set<v.GenericSchema>()): string[] => {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const all = (schemas: Iterable<v.GenericSchema>) =>
    [...schemas].flatMap((each) => wordsIn(each, seen));
  const { entries, item, wrapped, options = [], value, literal } = shapeOf(schema);
  const words: readonly unknown[] = options;
  return [
    ...wordsOf(schema),
    ...(typeof literal === 'string' ? [literal] : []),
    ...Object.keys(entries ?? {}),
    ...words.filter((each) => typeof each === 'string'),
    ...all(Object.values(entries ?? {})),
    ...all([item, wrapped, value, ...options].filter((each) => typeof each === 'object')),
  ];
};

/** Every name and literal of the session file's format. */
export const formatWords: readonly string[] = [
  ...new Set(wordsIn(sessionSchema)),
  ...databaseNames,
];

/** What entries are called, by the declarations of their kinds. */
const entryNames = entryKinds.flatMap((kind): readonly string[] => kinds[kind].names);

const ordinaryParts = new Set(
  [...formatWords, ...entryNames, ...sdkWords.split(/\s+/)].flatMap(partsOf),
);

/** Whether a text has nothing but words of the format, of the SDK and of browsers, or of `others`: what is said so often names nobody. */
export const isOrdinary = (text: string, others: ReadonlySet<string> = new Set()): boolean =>
  partsOf(text).every((part) => ordinaryParts.has(part) || others.has(part));
