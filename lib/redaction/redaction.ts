import { readStorageKey, type StorageRole, usualPrefix } from '../akpush/storage-keys';
import { cutLengths } from '../model/cut-lengths';
import { type Encoded, isTagged } from '../model/encoded-value';
import type { SecretKind } from '../model/pseudonym';
import type { StoredChange } from '../model/stored-change';
import { cleanAddress, wordsOfAddress } from './address-parts';
import { bytesOf } from './bytes-of';
import { kindOfNumber } from './find-numbers';
import type { KnownSecrets } from './known-secrets';
import { parseJsonObject } from './parse-json-object';
import type { Pseudonyms } from './pseudonyms';
import { type Knowledge, redactText, withoutCutWord } from './redact-text';
import type { SecretMatcher } from './secret-matcher';
import {
  isOfProfile,
  isTechnicalNumber,
  kindOfName,
  kindOfNamed,
  nameIn,
  privateParts,
  profileFields,
  tellingName,
} from './secret-names';

/** Where a value stands: among the values of a profile, which are all secret, in the SDK's request, in what a call resolves to, or anywhere else. */
type Place = 'plain' | 'profile' | 'request' | 'result';

const kindOfRole: Record<StorageRole, SecretKind> = {
  token: 'token',
  endpoint: 'endpoint',
  keys: 'key',
  cookie: 'cookie',
};

/** Fields of a request of the SDK that are none of the site's own (`customData`). */
const requestFields = new Set([
  'provider',
  'browser',
  'endpoint',
  'endpoint_old',
  'keys',
  'keys_old',
  'resource_token',
  'match',
  'update',
  'inexclusive',
  'sup_old_subscr',
]);

/** Fields of what a call resolves to that are none of the site's own. */
const resultFields = /^(?:status|success|ok|result|code|message|error\w*)$/;

/** Requests of Firebase: what they send is no profile. */
const firebaseRequests = new Set(['installations', 'registrations']);
/** Methods whose arguments are profile values. */
const profileCalls = new Set([
  'initSubscription',
  'updateSubscription',
  'suspendSubscription',
  'subscribe',
  'unsubscribe',
  'removeToken',
]);

/** How many texts are remembered while a session is redacted. */
const mostKnown = 50_000;

/** How deep a value is read: no page shows so much, and what is made to be deeper must not end the walk. */
export const deepestValue = 64;

/** Takes secrets out of leaves of a session, and remembers them: what is met for the second time has the same name. */
export class Redaction {
  /** Words of the addresses that the site's developers chose. */
  readonly siteWords = new Set<string>();

  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly secrets: KnownSecrets,
  ) {}

  /** Texts that were met before: addresses, stacks, names and messages come again and again. */
  private readonly knownTexts = new Map<string, string>();
  private readonly knownNames = new Map<string, string>();
  private depth = 0;

  private knowledge(matcher: SecretMatcher): Knowledge {
    const json = (value: object, name: string) => this.field(name, value as Encoded);
    return { pseudonyms: this.pseudonyms, matcher, json };
  }

  private redact(text: string, known: Map<string, string>, matcher: SecretMatcher): string {
    const before = known.get(text);
    if (before !== undefined) return before;
    const clean = redactText(text, this.knowledge(matcher));
    const out = cutLengths.has(text.length) ? withoutCutWord(clean) : clean;
    if (known.size < mostKnown) known.set(text, out);
    return out;
  }

  /** Free text. */
  text(text: string): string {
    return this.redact(text, this.knownTexts, this.secrets.inTexts);
  }

  /** A name: no word of a profile is looked for in it. */
  name(text: string): string {
    return this.redact(text, this.knownNames, this.secrets.inNames);
  }

  /** A URL. */
  address(url: string, isScript: boolean): string {
    for (const word of wordsOfAddress(url, isScript)) this.siteWords.add(word);
    return cleanAddress(url, (text) => this.text(text));
  }

  /** A key of a store. The prefix of one of the SDK's is the site's: somebody's address can be in it, and the configuration has it too. */
  private stored(key: string): string {
    const prefix = readStorageKey(key)?.prefix;
    if (prefix === undefined) return this.name(key);
    return prefix === usualPrefix ? key : this.string(prefix) + key.slice(prefix.length);
  }

  /** A row of a store: its key says what it holds. */
  row(key: string, value: Encoded): { key: string; value: Encoded } {
    const role = readStorageKey(key)?.role;
    return {
      key: this.stored(key),
      value:
        role && typeof value === 'string'
          ? this.secret(kindOfRole[role], value)
          : this.value(value, key),
    };
  }

  /** A stored value that changed: where it is stored says what it is. */
  change<C extends Pick<StoredChange, 'where' | 'before' | 'after'>>(change: C): C {
    const [place = '', ...words] = change.where.split(' ');
    const kind = kindOfRole[readStorageKey(change.where)?.role ?? 'token'];
    const clean = (text: string | null) => text && this.secret(kind, text);
    return {
      ...change,
      where: [place, this.stored(words.join(' '))].join(' '),
      before: clean(change.before),
      after: clean(change.after),
    };
  }

  /** The arguments of a call. */
  args(method: string, args: readonly Encoded[]): Encoded[] {
    const place = profileCalls.has(method) ? 'profile' : 'plain';
    return args.map((each) => this.value(each, '', place));
  }

  /** A secret as a whole. */
  secret(kind: SecretKind, text: string, place: Place = 'plain'): string {
    const json = parseJsonObject(text, deepestValue);
    if (json) return JSON.stringify(this.value(json, kind === 'key' ? 'keys' : '', place));
    if (text === '') return text;
    return this.pseudonyms.of(kind, text);
  }

  /** A text that may be JSON, under a name. */
  string(text: string, name = '', place: Place = 'plain'): string {
    const kind =
      place === 'profile' ? (kindOfName(name) ?? 'value') : kindOfNamed(name, text.trim());
    if (kind) return this.secret(kind, text, place);
    const json = parseJsonObject(text, deepestValue);
    if (json) return JSON.stringify(this.value(json, name, place));
    const isNumber = /^\d+$/.test(text) && isTechnicalNumber(name);
    return this.secrets.inTexts.nameOf(text) ?? (isNumber ? text : this.text(text));
  }

  private number(value: number, name: string, place: Place): Encoded {
    const kind = kindOfName(name);
    const isSecret = (place === 'profile' && name !== 'db') || kind === 'phone';
    const text = String(value);
    if (isSecret) return this.pseudonyms.of(kind ?? 'value', text);
    // Short numbers are counts, statuses and versions.
    if (Math.abs(value) < 1_000 || isTechnicalNumber(name)) return value;
    const form = Number.isInteger(value) ? kindOfNumber(text) : undefined;
    return this.secrets.inTexts.nameOf(text) ?? (form ? this.pseudonyms.of(form, text) : value);
  }

  /** A field of a page's object. */
  field(name: string, value: Encoded, place: Place = 'plain'): Encoded {
    if (place === 'plain')
      return this.value(value, name, isOfProfile(name, value) ? 'profile' : place);
    if (place === 'profile') return this.value(value, name, place);
    const isOwn =
      place === 'result'
        ? resultFields.test(name)
        : requestFields.has(name) && !profileFields.test(name);
    return this.value(value, name, isOwn ? 'plain' : 'profile');
  }

  /** A name of a field. In what lies inside of a profile it can be data, too: `{customers: {'Anna K.': 5}}`. */
  private key(key: string, name: string, place: Place): string {
    const isData = place === 'profile' && name !== '' && !/^[a-z_$][\w$-]*$/.test(key);
    return isData && !profileFields.test(name) ? this.secret('value', key, place) : this.text(key);
  }

  /** A value of a page, encoded by the hook, or of the panel. */
  value(value: Encoded, name = '', place: Place = 'plain'): Encoded {
    if (this.depth >= deepestValue) return { $: 'deep' };
    this.depth += 1;
    try {
      return this.anyValue(value, name, place);
    } finally {
      this.depth -= 1;
    }
  }

  private anyValue(value: Encoded, name: string, place: Place): Encoded {
    if (typeof value === 'string') return this.string(value, name, place);
    if (typeof value === 'number') return this.number(value, name, place);
    if (typeof value === 'boolean')
      return place === 'profile' ? this.pseudonyms.of('value', String(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    const bytes = bytesOf(value, kindOfName(name) === 'key');
    if (bytes !== undefined) return this.secret('key', bytes, place);
    const telling = nameIn(value) ?? name;
    if (Array.isArray(value))
      return value.map((each, at) => this.value(each, at === 1 ? telling : name, place));
    if (isTagged(value)) {
      if (value.$ === 'bytes' && typeof value.text === 'string')
        return { ...value, text: this.secret('key', value.text, place) };
      if (value.$ === 'string' && typeof value.text === 'string')
        return { ...value, text: withoutCutWord(this.unparsed(value.text, name, place)) };
      if (value.$ === 'object' && Array.isArray(value.entries))
        return {
          ...value,
          ...(typeof value.class === 'string' && { class: this.text(value.class) }),
          entries: value.entries.map(
            (pair): Encoded =>
              Array.isArray(pair) && typeof pair[0] === 'string'
                ? [this.key(pair[0], name, place), this.field(pair[0], pair[1] ?? null, place)]
                : this.value(pair, name, place),
          ),
        };
    }
    const role =
      typeof value.key === 'string' && 'value' in value ? readStorageKey(value.key) : null;
    return Object.fromEntries(
      Object.entries(value).map(([key, each = null]): [string, Encoded] => {
        if (role && key === 'value' && typeof each === 'string')
          return [key, this.secret(kindOfRole[role.role], each, place)];
        // Names of the SDK's stored values and of the encoding: the diagnosis reads them.
        if (role && key === 'key') return [key, this.stored(value.key as string)];
        if (key === '$' && isTagged(value)) return [key, each];
        const isPrivate = typeof value.kty === 'string' && privateParts.has(key);
        return [
          this.key(key, name, place),
          this.field(isPrivate ? 'private_key' : tellingName(key, telling), each, place),
        ];
      }),
    );
  }

  /** Text that is no JSON, or was and is cut: what stands behind names is taken away by them. */
  private unparsed(text: string, name: string, place: Place): string {
    const kind = kindOfName(name);
    if (place === 'profile' || kind) return this.secret(kind ?? 'value', text, place);
    if (place === 'plain') return this.text(text);
    return redactText(text, {
      ...this.knowledge(this.secrets.inTexts),
      kindOf: (field, value) =>
        kindOfNamed(field, value) ??
        (requestFields.has(field) && !profileFields.test(field) ? undefined : 'value'),
    });
  }

  /** What a call resolved to. */
  result(method: string, value: Encoded): Encoded {
    return this.value(value, '', profileCalls.has(method) ? 'result' : 'plain');
  }

  /** The body of a request: of all but Firebase's one with a profile. */
  body(request: string, value: Encoded): Encoded {
    if (firebaseRequests.has(request)) return this.value(value, 'body');
    if (typeof value !== 'string') return this.value(value, '', 'request');
    const json = parseJsonObject(value, deepestValue);
    return json
      ? JSON.stringify(this.value(json, '', 'request'))
      : this.unparsed(value, '', 'request');
  }

  /** A header. */
  header([name, value]: readonly [string, string]): [string, string] {
    return [this.name(name), this.string(value, name)];
  }
}
