import { readStorageKey, type StorageRole } from '../akpush/storage-keys';
import { isTagged, toBase64Url } from '../encoded-value';
import type { Encoded } from '../protocol';
import type { Session, SessionEntry } from '../session';
import type { StoredChange } from '../state/stored-changes';
import { Pseudonyms, type SecretKind } from './pseudonym';
import { redactText, withoutCutWord } from './redact-text';
import { secretMatcher } from './secret-matcher';
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

/** Fields of the session that name something of the recording itself: never changed. */
const structural = new Set(['key', 'parent', 'kind', 'status', 'document', 'connection', 'type']);

/** What JSON text of an object or a list says; `undefined` for other text. */
const parseJson = (text: string): Encoded | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Encoded;
  } catch {
    return undefined;
  }
};

/** How many texts are remembered while a session is redacted. */
const mostKnown = 50_000;

/** The lengths at which the hook cuts an error's texts. */
const cutLengths = new Set([1_000, 4_000]);

/** One walk over a session. Done twice: the first time it learns the secrets, the second time it knows them wherever they are. */
class Redaction {
  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly match: (text: string) => string,
  ) {}

  /** Texts that were met before: addresses, stacks and messages come again and again. */
  private readonly known = new Map<string, string>();

  text(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const clean = redactText(text, this.pseudonyms, this.match);
    const out = cutLengths.has(text.length) ? withoutCutWord(clean) : clean;
    if (this.known.size < mostKnown) this.known.set(text, out);
    return out;
  }

  private secret(kind: SecretKind, text: string, place: Place): string {
    const json = parseJson(text);
    if (typeof json === 'object' && json !== null)
      return JSON.stringify(this.value(json, kind === 'key' ? 'keys' : '', place));
    if (text === '') return text;
    // The same key is met as base64, base64url and bytes, padded or not.
    const plain = kind === 'key' ? toBase64Url(text) : kind === 'email' ? text.toLowerCase() : text;
    if (plain !== text) this.pseudonyms.of(kind, plain);
    return this.pseudonyms.of(kind, plain);
  }

  private string(text: string, name: string, place: Place): string {
    const kind = kindOfName(name) ?? (place === 'profile' && name !== 'db' ? 'value' : undefined);
    if (kind) return this.secret(kind, text, place);
    const json = parseJson(text);
    if (typeof json === 'object' && json !== null)
      return JSON.stringify(this.value(json, name, place));
    return this.text(text);
  }

  private number(value: number, name: string, place: Place): Encoded {
    const kind = kindOfName(name);
    const isSecret = (place === 'profile' && name !== 'db') || kind === 'phone';
    if (isSecret) return this.pseudonyms.of(kind ?? 'value', String(value));
    // Short numbers are counts, statuses and versions.
    return Math.abs(value) < 10_000 ? value : (this.pseudonyms.secrets.get(String(value)) ?? value);
  }

  private field(name: string, value: Encoded, place: Place): Encoded {
    if (place !== 'request') return this.value(value, name, place);
    const isProfile = name === 'match' || name === 'update' || !requestFields.has(name);
    return this.value(value, name, isProfile ? 'profile' : 'plain');
  }

  /** A value of a page, encoded by the hook, or of the panel. */
  value(value: Encoded, name = '', place: Place = 'plain'): Encoded {
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

  entry(entry: SessionEntry): SessionEntry {
    const { kind, name, detail } = entry;
    const out = this.plain({
      ...entry,
      detail: null,
    } as unknown as Encoded) as unknown as SessionEntry;
    const made = Object.fromEntries(
      Object.entries(detail as unknown as Record<string, Encoded>).map(([field, value]) => {
        if (kind === 'call' && field === 'args' && profileCalls.has(name) && Array.isArray(value))
          return [field, value.map((each) => this.value(each, '', 'profile'))];
        if (kind === 'request' && field === 'body' && sdkRequests.has(name))
          return [field, this.body(value)];
        // Headers are pairs: the first says what the second is.
        if ((field === 'headers' || field === 'responseHeaders') && Array.isArray(value))
          return [field, value.map((pair) => this.header(pair))];
        return [field, this.value(value, field)];
      }),
    );
    return {
      ...out,
      name: kind === 'event' || kind === 'error' ? this.text(name) : name,
      detail: made,
    } as SessionEntry;
  }

  change(change: StoredChange): StoredChange {
    const kind = kindOfRole[readStorageKey(change.where)?.role ?? 'token'];
    const text = (each: string | null) => each && this.secret(kind, each, 'plain');
    return { ...change, before: text(change.before), after: text(change.after) };
  }

  private body(value: Encoded): Encoded {
    if (typeof value !== 'string') return this.value(value, '', 'request');
    const json = parseJson(value);
    return typeof json === 'object' && json !== null
      ? JSON.stringify(this.value(json, '', 'request'))
      : this.cutString(value, '', 'request');
  }

  private header(pair: Encoded): Encoded {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string')
      return this.value(pair);
    return [pair[0], this.string(pair[1], pair[0], 'plain')];
  }

  /** A value of the recording itself: its own words stay. */
  plain(value: Encoded): Encoded {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.value(value);
    return Object.fromEntries(
      Object.entries(value).map(([key, each = null]) => [
        key,
        structural.has(key) || key === 'name' || typeof each === 'number'
          ? each
          : this.value(each, key),
      ]),
    );
  }
}

const walk = (session: Session, redaction: Redaction): Session => {
  const whole = <T>(value: T): T => redaction.value(value as Encoded) as T;
  return {
    ...session,
    pages: session.pages.map(
      (page) => redaction.plain(page as unknown as Encoded) as unknown as typeof page,
    ),
    entries: session.entries.map((entry) => redaction.entry(entry)),
    state: session.state && {
      ...session.state,
      value: whole(session.state.value),
      endpoints: session.state.endpoints.map((each) => redaction.value(each, 'endpoint') as string),
    },
    earlierState: null,
    readings: session.readings.map((reading) => ({ ...reading, value: whole(reading.value) })),
    changes: session.changes.map((change) => redaction.change(change)),
    reports: session.reports.map((report) => whole(report)),
    remarks: Object.fromEntries(
      Object.entries(session.remarks).map(([key, remark]) => [key, whole(remark)]),
    ),
    moments: session.moments.map((moment) => ({
      ...moment,
      label: redaction.text(moment.label),
      state: whole(moment.state),
    })),
  };
};

/** A redaction that has learned the session's secrets. */
const knowing = (session: Session): Redaction => {
  const pseudonyms = new Pseudonyms();
  walk(session, new Redaction(pseudonyms, (text) => text));
  return new Redaction(pseudonyms, secretMatcher(pseudonyms.secrets));
};

/**
 * A session without what names a person, a browser or a resource: tokens, endpoints, keys, cookies, emails, phones, the values of profiles, resource
 * tokens and the ids of containers. Each is replaced by a name (`email#1`), the same wherever it is met.
 */
export const redactSession = (session: Session): Session => walk(session, knowing(session));

/** Takes the secrets of a session, and all that are known by their form, out of a text that is not in it, as its name or a finding of it. */
export const textRedactor = (session: Session): ((text: string) => string) => {
  const redaction = knowing(session);
  return (text) => redaction.text(text);
};
