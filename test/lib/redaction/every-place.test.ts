import { beforeAll, describe, expect, test } from 'vitest';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import { exportFormats, exportSession, issueText } from '../../../lib/formats/export-session';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import type { FrameParts, Session, SessionState } from '../../../lib/model/session';
import { redactSession } from '../../../lib/redaction/redact';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries } from '../../support/make-input';
import { makeEntry, makePage, makeSession } from '../../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../../support/make-state';

/*
 * A secret of its own in each place of a session, so that none is known from another place: what is forgotten when the secrets are taken out is
 * found, also in a field that somebody adds tomorrow.
 */

beforeAll(() => provideMessages(english));

const about = { extension: '1.2.3', browser: 'Test/1' };
const error = { name: 'Error', message: 'no', stack: 'at f (https://shop.example/a.js:1:2)' };

/** A state in which everything is: what was read, and what could not be. */
const fullState = (hasFailed: boolean) => {
  const state = makeState({
    cache: { [`${prefix}current_token`]: 'token', _ak_cookie: 'c00kie', other: { a: ['b'] } },
    local: { [`${prefix}current_token`]: 'token' },
    messaging: { '1:2': { token: 'token' } },
    registrations: [
      makeRegistration({
        subscription: hasFailed ? { failed: error } : { ok: makeSubscription() },
        notifications: {
          ok: [{ title: 'a', body: 'b', tag: 'c', icon: 'd', data: { a: 'b' }, actions: [] }],
        },
      }),
      makeRegistration({ scope: 'https://shop.example/push/', subscription: { failed: error } }),
    ],
  });
  return { ...state, open: ['https://shop.example/cart'] };
};

const stateOf = (document: string, hasFailed: boolean): SessionState => ({
  document,
  value: fullState(hasFailed),
  readAt: Date.UTC(2026, 10, 23, 9, 31),
  endpoints: ['https://updates.push.services.mozilla.com/wpush/v2/gAAAAABabcdef'],
});

const partsOf = (document: string, hasFailed: boolean): FrameParts => ({
  connection: 'connected',
  isAnswered: true,
  state: stateOf(document, hasFailed),
  earlierState: { ...stateOf('earlier', hasFailed), origin: 'https://shop.example' },
});

const entriesOf = (): Entry[] => [
  ...healthyEntries(),
  makeEntry('call', {
    id: 39,
    name: 'initSubscription',
    detail: { args: [{ email: 'a' }], error },
  }),
  makeEntry('error', {
    id: 40,
    name: 'TypeError',
    detail: { error, script: 'https://a.example/' },
  }),
  makeEntry('subscription', { id: 41, detail: { options: { a: 'b' }, error } }),
  makeEntry('permission', { id: 42, detail: { error } }),
  makeEntry('push', {
    id: 43,
    detail: { way: 'real', payload: 'a', data: 'b', script: 'c', error },
  }),
  makeEntry('worker-step', {
    id: 44,
    name: 'console',
    detail: { data: ['a'], result: 'b', error },
  }),
  makeEntry('request', { id: 45, name: 'save', detail: { through: 'f', response: 'a', error } }),
  makeEntry('action', { id: 46, name: 'undo', detail: { target: 'a', result: 'b', error } }),
];

/** A session of a page with AKPush in a frame, in which every field has something: the compiler asks for one that is new. `others` is made of the rest. */
const fullSession = (hasFailed: boolean): Required<Omit<Session, 'others'>> => {
  const shop = makeSession(entriesOf(), { document: 'second' });
  const inner = makePage({
    document: 'inner',
    url: 'https://shop.example/inner',
    scripts: ['https://pxl.example.com/ak_container.js?id=MXwz'],
    embedded: { name: 'name', origin: 'https://shop.example', isForeign: false },
  });
  const framed = [
    { type: 'page', info: inner, preserve: true, frame: 7, parent: 0 },
    { type: 'entries', document: 'inner', entries: entriesOf(), lost: 1, frame: 7 },
  ] as const;
  const { pages, entries: all, newest } = framed.reduce(reduce, shop);
  return {
    ...partsOf('second', hasFailed),
    frames: { 7: partsOf('inner', hasFailed) },
    framesLeftOut: 1,
    pages: pages.map((page) => ({ ...page, sdk: page.frame === 7 || !hasFailed })),
    entries: all,
    newest,
    lost: 1,
    lostIn: { 7: 1 },
    recording: true,
    running: ['https://shop.example/service-worker.js'],
    readings: [
      { document: 'second', value: fullState(hasFailed), from: 1, to: 2 },
      { document: 'inner', frame: 7, value: fullState(hasFailed), from: 1, to: 2 },
    ],
    changes: [
      {
        id: 1,
        where: `IndexedDB ${prefix}current_token`,
        before: 'a',
        after: 'b',
        from: 1,
        at: 2,
        page: 1,
        isOverLoad: false,
      },
    ],
    reports: [
      {
        url: 'https://shop.example/service-worker.js?browser=Firefox',
        httpStatus: 404,
        redirectedTo: 'https://shop.example/login',
        mime: 'text/html',
        allowed: '/',
        cacheControl: 'no-cache',
        policy: "default-src 'self'",
        size: 5,
        isEmpty: false,
        imports: [{ url: 'https://pxl.example.com/sw.js', answer: { failed: error } }],
        hasPushHandler: false,
        marks: {
          isSdk: true,
          program: 'a',
          resourceToken: 'token',
          host: 'pxl.example.com',
          firebase: ['a'],
          pull: ['b'],
        },
      },
    ],
    memory: { token: 'token', isSame: true, fate: 'accepted', at: 1 },
    remarks: { [all[1]?.key ?? '']: { note: 'a note', isBookmarked: true } },
    moments: [{ id: 'a', at: 3, page: 1, label: 'here', state: fullState(hasFailed) }],
  };
};

/** Words of the recording's own, which nobody else writes. */
const own = new Set(
  'kind status origin key document parent connection fate how source way $ id'.split(' '),
);

/** What is planted in a place of that number, and what must be nowhere then. */
const secrets = {
  email: (at: number) => ({ text: `anna${at}@planted.example`, sign: '@planted.example' }),
  endpoint: (at: number) => ({
    text: `https://updates.push.services.mozilla.com/wpush/v2/gAAAAABplanted${at}zzzzzzzzzz`,
    sign: 'gAAAAABplanted',
  }),
  token: (at: number) => ({
    text: `planted${at}zz:APA91b${'x7Q'.repeat(40)}`,
    sign: ':APA91bx7Q',
  }),
};
type SecretName = keyof typeof secrets;

/** The value with a secret of its own at the end of each of its texts that are not the recording's own. */
const planted = <T>(whole: T, name: SecretName, at: string): T => {
  let count = 0;
  const plant = (value: unknown, field: string): unknown => {
    if (typeof value === 'string')
      return own.has(field) ? value : `${value} ${secrets[name](++count).text}`;
    if (Array.isArray(value)) return value.map((each) => plant(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plant(each, key)]));
  };
  return plant(whole, at) as T;
};

/** Every way in which a session is given away, told of the page and of the frame. */
const givenAway = (session: Session): Record<string, string> => {
  const options = { withSecrets: false, about };
  const given: Record<string, string> = {
    itself: JSON.stringify(redactSession(session)),
    expectations: JSON.stringify(expectationsFrom(session)),
    'report of the page': exportSession(session, { ...options, format: 'report', frame: 0 }).text,
    issue: issueText(session, { ...options, frame: 7 }),
  };
  for (const format of exportFormats)
    given[format] = exportSession(session, { ...options, format, frame: 7 }).text;
  return given;
};

/** The parts in which secrets are planted: one alone leaves the others as they are, so that more is told of it. */
const parts: readonly (keyof Session | 'all')[] = ['all', 'frames', 'state'];

const plantedIn = (whole: Session, part: keyof Session | 'all', name: SecretName): Session =>
  part === 'all'
    ? planted(whole, name, '')
    : { ...whole, [part]: planted(whole[part], name, part) };

describe.each(Object.keys(secrets) as SecretName[])('a secret in each place: %s', (name) => {
  const { sign } = secrets[name](0);

  test.each(parts.flatMap((part) => [[part, false] as const, [part, true] as const]))(
    '%s, with failed readings: %s',
    (part, hasFailed) => {
      const session = plantedIn(fullSession(hasFailed), part, name);
      for (const [way, text] of Object.entries(givenAway(session))) {
        const at = text.indexOf(sign);
        expect(at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 60), way).toBe('');
      }
    },
    60_000,
  );
});

test('the places are there: what nobody cleans is given away', () => {
  const session = plantedIn(fullSession(true), 'frames', 'email');
  const { text } = exportSession(session, { format: 'report', withSecrets: true, about, frame: 7 });
  expect(text).toContain('@planted.example');
});
