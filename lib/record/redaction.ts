import { readStorageKey, type StorageRole } from '../akpush/storage-keys';
import { isTagged, toBase64Url } from '../encoded-value';
import type { Encoded } from '../protocol';
import { cleanAddress, wordsOfAddress } from './address-parts';
import type { KnownSecrets } from './known-secrets';
import { parseJsonObject } from './parse-json-object';
import type { Pseudonyms, SecretKind } from './pseudonym';
import { redactText, withoutCutWord } from './redact-text';
import { kindOfName } from './secret-names';

/** Where a value stands: among the values of a profile, which are all secret, in the SDK's request, or anywhere else. */
type Place = 'plain' | 'profile' | 'request';

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

/** Requests whose body is the SDK's own. */
const sdkRequests = new Set(['save', 'update', 'suspend', 'delete']);
/** Methods whose arguments are profile values. */
const profileCalls = new Set([
  'initSubscription',
  'updateSubscription',
  'suspendSubscription',
  'subscribe',
  'unsubscribe',
]);

/** How many texts are remembered while a session is redacted. */
const mostKnown = 50_000;

/** The lengths at which the hook cuts an error's texts. */
const cutLengths = new Set([1_000, 4_000]);

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

  private redact(
    text: string,
    known: Map<string, string>,
    match: (text: string) => string,
  ): string {
    const before = known.get(text);
    if (before !== undefined) return before;
    const clean = redactText(text, this.pseudonyms, match);
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

  /** A row of a store: its key says what it holds. */
  row(key: string, value: Encoded): { key: string; value: Encoded } {
    const role = readStorageKey(key)?.role;
    return role && typeof value === 'string'
      ? { key, value: this.secret(kindOfRole[role], value) }
      : { key: role ? key : this.name(key), value: this.value(value, key) };
  }

  /** A stored value that changed, by where it is stored. */
  stored(where: string, text: string): string {
    return this.secret(kindOfRole[readStorageKey(where)?.role ?? 'token'], text);
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
    // The same key is met as base64, base64url and bytes, padded or not.
    const plain = kind === 'key' ? toBase64Url(text) : kind === 'email' ? text.toLowerCase() : text;
    if (plain !== text) this.pseudonyms.of(kind, plain);
    return this.pseudonyms.of(kind, plain);
  }

  /** A text that may be JSON, under a name. */
  string(text: string, name = '', place: Place = 'plain'): string {
    const kind = kindOfName(name) ?? (place === 'profile' && name !== 'db' ? 'value' : undefined);
    if (kind) return this.secret(kind, text, place);
    const json = parseJsonObject(text, deepestValue);
    if (json) return JSON.stringify(this.value(json, name, place));
    return /^\s*[[{]/.test(text) ? this.cutString(text, name, place) : this.text(text);
  }

  private number(value: number, name: string, place: Place): Encoded {
    const kind = kindOfName(name);
    const isSecret = (place === 'profile' && name !== 'db') || kind === 'phone';
    if (isSecret) return this.pseudonyms.of(kind ?? 'value', String(value));
    // Short numbers are counts, statuses and versions.
    return Math.abs(value) < 10_000 ? value : (this.pseudonyms.secrets.get(String(value)) ?? value);
  }

  /** A field of a page's object. */
  field(name: string, value: Encoded, place: Place = 'plain'): Encoded {
    if (place !== 'request') return this.value(value, name, place);
    const isProfile = name === 'match' || name === 'update' || !requestFields.has(name);
    return this.value(value, name, isProfile ? 'profile' : 'plain');
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
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => this.value(each, name, place));
    if (isTagged(value)) {
      if (value.$ === 'bytes' && typeof value.text === 'string')
        return { ...value, text: this.secret('key', value.text, place) };
      if (value.$ === 'string' && typeof value.text === 'string')
        return { ...value, text: withoutCutWord(this.cutString(value.text, name, place)) };
      if (value.$ === 'object' && Array.isArray(value.entries))
        return {
          ...value,
          ...(typeof value.class === 'string' && { class: this.text(value.class) }),
          entries: value.entries.map(
            (pair): Encoded =>
              Array.isArray(pair) && typeof pair[0] === 'string'
                ? [this.text(pair[0]), this.field(pair[0], pair[1] ?? null, place)]
                : pair,
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
        if ((role && key === 'key') || (key === '$' && isTagged(value))) return [key, each];
        return [this.text(key), this.field(key, each, place)];
      }),
    );
  }

  /** JSON text that was cut cannot be parsed: what stands behind the names of secret fields is taken away by its form. */
  private cutString(text: string, name: string, place: Place): string {
    if (place === 'profile' || kindOfName(name))
      return this.secret(kindOfName(name) ?? 'value', text, place);
    const named = text.replace(
      /\\*"([\w-]{1,64})\\*"\s*:\s*\\*"((?:[^"\\]|\\(?!"))*)/g,
      (all, field: string, value: string) => {
        const kind =
          kindOfName(field) ??
          (place === 'request' && !requestFields.has(field) ? 'value' : undefined);
        return kind && value
          ? all.slice(0, all.length - value.length) + this.pseudonyms.of(kind, value)
          : all;
      },
    );
    return this.text(named);
  }

  /** The body of a request: by its name one of the SDK's own. */
  body(request: string, value: Encoded): Encoded {
    if (!sdkRequests.has(request)) return this.value(value, 'body');
    if (typeof value !== 'string') return this.value(value, '', 'request');
    const json = parseJsonObject(value, deepestValue);
    return json
      ? JSON.stringify(this.value(json, '', 'request'))
      : this.cutString(value, '', 'request');
  }

  /** A header. */
  header([name, value]: readonly [string, string]): [string, string] {
    return [this.name(name), this.string(value, name)];
  }
}
