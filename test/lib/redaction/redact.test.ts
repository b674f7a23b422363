import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { firebaseDefaultKey } from '../../../lib/akpush/firebase-default-key';
import { exportFormats, exportSession } from '../../../lib/formats/export-session';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry } from '../../../lib/model/entry';
import type { Session, SessionEntry } from '../../../lib/model/session';
import { isOrdinary } from '../../../lib/redaction/ordinary-words';
import { redactSession } from '../../../lib/redaction/redact';
import { reduce } from '../../../lib/session/reduce';
import { searchableText } from '../../../lib/timeline/searchable-text';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeSession, makeShopSession } from '../../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const about = { extension: '1.2.3', browser: 'Test/1' };

/* Secrets as they are met: by their form, or by the place where the SDK has them. */
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const opaque = (min: number, max: number) =>
  fc
    .string({ unit: fc.constantFrom(...`${letters}0123456789-_`), minLength: min, maxLength: max })
    .map((text) => `q${text}7`);
const word = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: min, maxLength: max });
const secrets = fc.record({
  email: fc.tuple(word(3, 9), word(4, 9)).map(([name, host]) => `${name}@${host}.example`),
  phone: fc.integer({ min: 10_000_000_000, max: 99_999_999_999 }).map((number) => `+${number}`),
  token: fc.tuple(opaque(12, 20), opaque(80, 140)).map(([id, rest]) => `${id}:APA91b${rest}`),
  endpoint: opaque(60, 120).map((id) => `https://updates.push.services.mozilla.com/wpush/v2/${id}`),
  p256dh: opaque(84, 85).map((key) => `B${key}`),
  auth: opaque(20, 20),
  cookie: opaque(14, 30),
  resource: opaque(12, 24),
  // Names with spaces, quotes, and letters of other scripts.
  value: fc
    .tuple(word(5, 9), fc.constantFrom(' ', '-', "'", '"', 'ё', '/'), word(4, 9))
    .map((parts) => parts.join(''))
    // Words of programs alone, as `length name`, are no secret: they stand everywhere.
    .filter((value) => !isOrdinary(value)),
  userId: fc.integer({ min: 1_000_000, max: 99_999_999 }),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** As JSON may write it, and some servers do. */
const escaped = (text: string) =>
  [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const percented = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const asEntities = (text: string) => [...text].map((each) => `&#${each.codePointAt(0)};`).join('');
const asFormField = (text: string) => `${new URLSearchParams({ who: text })}`;

/** Ways in which a text stands inside of another. */
const wraps: readonly ((secret: string) => Encoded)[] = [
  (secret) => secret,
  (secret) => `TypeError: no ${secret} at https://shop.example/push.js:1:2`,
  (secret) => `https://shop.example/cart?back=1&who=${encodeURIComponent(secret)}#top`,
  (secret) => JSON.stringify({ deep: [{ text: secret }] }),
  (secret) => JSON.stringify({ outer: JSON.stringify({ inner: secret }) }),
  (secret) => ({ nested: [{ anything: secret }] }),
  (secret) => ({ $: 'object', class: 'Thing', entries: [['field', secret]] }),
  (secret) => ({ $: 'error', name: 'Error', message: secret }),
  (secret) => base64(secret),
  (secret) => base64(JSON.stringify({ text: `prefix ${secret}` })),
  (secret) => encodeURIComponent(JSON.stringify({ text: secret })),
  (secret) => ({ [secret]: true }),
  (secret) => ({ key: secret, value: secret, kind: secret, type: secret, status: secret }),
  (secret) => ({ $: 'object', class: secret, entries: [['key', secret]] }),
  (secret) => `{"text":"${escaped(secret)}"`,
  (secret) => asFormField(secret),
  (secret) => `https://shop.example/#/who?${asFormField(secret)}`,
  (secret) => percented(secret),
  (secret) => `${percented(secret)}%`,
  (secret) => asEntities(secret),
  (secret) => base64(base64(secret)),
  (secret) => base64(asFormField(secret)),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => secret.toUpperCase(),
  (secret) => `<b title="${secret.toLowerCase()}">${secret}</b>, (${secret})`,
  (secret) => [['who', secret], { name: 'who', value: secret }],
  (secret) => `?a=1;who=${secret}&b=2`,
  (secret) => ({
    $: 'string',
    text: `{"note":"${secret.replaceAll('"', '\\"')} and what follo`,
    length: 9_000,
  }),
];

/** Where a page, a worker or a user can have written it. */
const places: readonly ((id: number, value: Encoded) => Entry)[] = [
  (id, value) => makeEntry('event', { id, name: 'demo', detail: { payload: [value] } }),
  (id, value) => makeEntry('call', { id, name: 'constructor', detail: { args: [value] } }),
  (id, value) =>
    makeEntry('request', { id, name: 'content/get', detail: { response: value, body: value } }),
  (id, value) =>
    makeEntry('error', {
      id,
      detail: {
        error: {
          name: 'Error',
          message: String(JSON.stringify(value)),
          stack: String(JSON.stringify(value)),
        },
      },
    }),
  (id, value) => makeEntry('push', { id, detail: { way: 'live', payload: value, data: value } }),
  (id, value) => makeEntry('subscription', { id, detail: { options: value, result: value } }),
  (id, value) => makeEntry('action', { id, detail: { target: value, result: value } }),
  (id, value) => makeEntry('sdk', { id, name: 'G6', detail: { config: { anything: value } } }),
  (id, value) => ({
    ...makeEntry('event', { id, name: 'x', detail: { payload: [] } }),
    stack: `at f (https://shop.example/?x=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))})`,
    url: `https://shop.example/?x=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  }),
];

/** A session in which the SDK had all of the secrets, with more of them at random places. */
const plant = (
  all: Secrets,
  where: readonly (readonly [number, number, keyof Secrets])[],
): Session => {
  const { email, phone, token, endpoint, p256dh, auth, cookie, resource, value, userId } = all;
  const entries: Entry[] = [
    makeEntry('call', {
      id: 1,
      name: 'initSubscription',
      detail: {
        args: [{ email, phone, user_id: userId, db: [17] }, { _fname: value }, { source: value }],
      },
    }),
    makeEntry('request', {
      id: 2,
      name: 'save',
      call: 1,
      detail: {
        headers: [['X-Cookie', cookie]],
        body: JSON.stringify({
          provider: 'Firefox',
          endpoint: token,
          keys: { p256dh, auth },
          resource_token: resource,
          match: JSON.stringify({ email, user_id: userId }),
          update: JSON.stringify({ _fname: value }),
        }),
        httpStatus: 200,
        response: { error: 0 },
      },
    }),
    ...where.map(([place, wrap, name], index) =>
      (places[place % places.length] as (typeof places)[number])(
        index + 3,
        (wraps[wrap % wraps.length] as (typeof wraps)[number])(String(all[name])),
      ),
    ),
  ];
  const state = makeState({
    cache: {
      [`${prefix}current_token`]: token,
      _ak_cookie: cookie,
      [`${prefix}_keys_current_token`]: JSON.stringify({ p256dh, auth }),
    },
    registrations: [
      makeRegistration({ subscription: { ok: makeSubscription({ endpoint, p256dh, auth }) } }),
    ],
  });
  let session = makeDiagnosed({ entries, state });
  session = reduce(session, {
    type: 'remark',
    key: '1:1',
    remark: { note: `Asked ${email} about ${value}` },
  });
  return reduce(session, { type: 'moment', id: 'a', at: 5, label: `${phone} called` });
};

/** The forms in which a secret must be nowhere. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  base64(secret).replace(/=+$/, ''),
  JSON.stringify(escaped(secret)).slice(1, -1),
  asFormField(secret).slice('who='.length),
  percented(secret),
  asEntities(secret),
  base64(base64(secret)).replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  secret.toUpperCase(),
  secret.toLowerCase(),
];

test('no secret in any export, wherever it was', () => {
  const where = fc.array(
    fc.tuple(
      fc.nat(places.length - 1),
      fc.nat(wraps.length - 1),
      fc.constantFrom(
        ...([
          'email',
          'phone',
          'token',
          'endpoint',
          'p256dh',
          'auth',
          'cookie',
          'resource',
          'value',
          'userId',
        ] as const),
      ),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(secrets, where, (all, planted) => {
      const session = plant(all, planted);
      for (const format of exportFormats) {
        const { text, name } = exportSession(session, { format, withSecrets: false, about });
        for (const [kind, secret] of Object.entries(all))
          for (const form of formsOf(String(secret)))
            expect(
              `${name} ${text}`.includes(form),
              `${kind} ${secret} as ${form} in ${format}`,
            ).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

describe('pseudonyms', () => {
  const all: Secrets = {
    email: 'anna@shop.example',
    phone: '+79161234567',
    token: `abcdefgh12:APA91b${'x1'.repeat(50)}`,
    endpoint:
      'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA123456789012345678901234567890',
    p256dh: `B${'a1'.repeat(43)}`,
    auth: 'q1w2e3r4t5y6u7i8o9p0AB',
    cookie: 'c00kie-c00kie-1234',
    resource: 'fGZkMzc2ZDM5Y2Q',
    value: 'Anna Karenina',
    userId: 1234567,
  };

  test('the same secret has the same name everywhere, in any case and form', () => {
    const session = redactSession(
      plant({ ...all, email: 'Anna@Shop.example' }, [
        [0, 1, 'email'],
        [2, 3, 'email'],
      ]),
    );
    const text = JSON.stringify(session);
    expect(text.match(/email#\d+/g)?.every((name) => name === 'email#1')).toBe(true);
    expect(text).toContain('email#1');
  });

  test('an endpoint keeps its push service, and ids of databases stay', () => {
    const text = JSON.stringify(redactSession(plant(all, [])));
    expect(text).toContain('https://updates.push.services.mozilla.com/endpoint#');
    expect(text).toContain('"db":[17]');
  });

  test('the container’s id is a resource', () => {
    const entry = makeEntry('sdk', {
      id: 1,
      name: 'G6',
      detail: { script: 'https://pxl.example.com/ak_container.js?id=MXwz' },
    });
    const text = JSON.stringify(redactSession(makeDiagnosed({ entries: [entry] })));
    expect(text).not.toContain('MXwz');
    expect(text).toMatch(/ak_container\.js\?id=resource#1/);
  });

  test('what is no secret stays: kinds, names, statuses, times, scripts', () => {
    const before = makeShopSession();
    const after = redactSession(before);
    expect(
      after.entries.map(({ key, kind, name, status, time, page, id }) => [
        key,
        kind,
        name,
        status,
        time,
        page,
        id,
      ]),
    ).toEqual(
      before.entries.map(({ key, kind, name, status, time, page, id }) => [
        key,
        kind,
        name,
        status,
        time,
        page,
        id,
      ]),
    );
    expect(JSON.stringify(after)).toContain('https://shop.example/assets/push.js:42:13');
  });

  test('an address in the prefix of the SDK’s keys has one name in the keys, their changes and the configuration', () => {
    const own = 'anna@shop.example_';
    const state = (token: string) => makeState({ cache: { [`${own}current_token`]: token } });
    const session = makeDiagnosed({
      entries: healthyEntries({ randomPrefix: own }),
      state: state('one'),
      next: state('two'),
    });
    const text = JSON.stringify(redactSession(session));
    expect(text).not.toContain('anna');
    expect(text).toContain('"where":"IndexedDB email#1current_token"');
    expect(text).toContain('"key":"email#1current_token"');
    expect(text).toContain('"randomPrefix":"email#1"');
  });

  test('what is redacted already stays as it is', () => {
    const once = redactSession(plant(all, [[0, 1, 'token']]));
    expect(redactSession(once).entries).toEqual(once.entries);
  });

  test('with sensitive data, when that is asked for', () => {
    const { text } = exportSession(plant(all, []), { format: 'session', withSecrets: true, about });
    expect(text).toContain('anna@shop.example');
    expect(JSON.parse(text).redacted).toBe(false);
  });
});

test.each([
  ['one long word', 'a'.repeat(200_000)],
  ['a long word with digits', 'a1-'.repeat(70_000)],
  ['beginnings of tokens', 'eyJeyJ'.repeat(35_000)],
  ['halves of tokens', 'abcdefgh:'.repeat(22_000)],
  ['encoded letters', '%41'.repeat(70_000)],
  ['escaped letters', '\\u0041'.repeat(35_000)],
  ['a long word beside encoded and escaped ones', `${'a'.repeat(200_000)} %41 \\u0041`],
  ['backslashes before a quote', `"${'\\'.repeat(200_000)}x`],
  ['quotes that are escaped', `{"${'\\"'.repeat(100_000)}`],
  ['brackets that do not close', '['.repeat(200_000)],
  ['brackets that close', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['many small objects', '{"a":1}'.repeat(30_000)],
  ['names without values', 'token='.repeat(35_000)],
  ['numbers of a list', '1,'.repeat(100_000)],
  ['digits', '7 '.repeat(100_000)],
  ['entities', '&#38;'.repeat(40_000)],
  ['addresses without an end', 'a@b.'.repeat(50_000)],
  ['words that name a secret', 'token, '.repeat(30_000)],
  ['elements', '<token>a1'.repeat(25_000)],
  ['fields of forms', 'name="token" value="'.repeat(10_000)],
  ['profiles that do not end', 'match:{'.repeat(30_000)],
  ['hosts of push services', '//push.a/'.repeat(25_000)],
  ['slashes and letters', 'aB1/'.repeat(50_000)],
])(
  'text that is made to be slow is read once: %s',
  (_, text) => {
    const entry = makeEntry('event', {
      id: 1,
      name: 'demo',
      detail: { payload: [text, { $: 'string', text, length: 500_000 }] },
    });
    const { entries } = redactSession(makeDiagnosed({ entries: [entry] }));
    expect(entries[0]?.kind).toBe('event');
    expect(searchableText(makeSession([entry]).entries[0] as SessionEntry)).toContain('demo');
  },
  60_000,
);

test('the diagnosis and the outcomes are the same without the secrets', () => {
  const save = makeEntry('request', {
    id: 3,
    name: 'save',
    status: 'failed',
    detail: { httpStatus: 500, body: '{}' },
  });
  const session = makeDiagnosed({ entries: [...makeDiagnosed().entries, save] });
  const read = (withSecrets: boolean) => {
    const file = JSON.parse(exportSession(session, { format: 'session', withSecrets, about }).text);
    return { findings: file.findings.map(({ id }: { id: string }) => id), outcomes: file.outcomes };
  };
  expect(read(false)).toEqual(read(true));
  expect(read(true).findings).toEqual(['server-refused']);
});

test('the key of Firebase’s library is no secret: it tells what a subscription is bound to', () => {
  const subscription = { ok: makeSubscription({ applicationServerKey: firebaseDefaultKey }) };
  const state = makeState({ registrations: [makeRegistration({ subscription })] });
  expect(JSON.stringify(redactSession(makeDiagnosed({ state })))).toContain(
    `"applicationServerKey":"${firebaseDefaultKey}"`,
  );
});
