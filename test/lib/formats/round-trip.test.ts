import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats, exportSession } from '../../../lib/formats/export-session';
import { readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { tell } from '../../../lib/formats/told';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import type { Session } from '../../../lib/model/session';
import { formatWords } from '../../../lib/redaction/ordinary-words';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeShopSession } from '../../support/make-session';
import { makeRegistration, makeState, prefix } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const about = { extension: '1.2.3', browser: 'Test/1' };
const error = {
  name: 'TypeError',
  message: 'no token',
  stack: 'at f (https://shop.example/a.js:1:2)',
};
const value = { a: [1, { $: 'undefined' }] };

/** Entries with every optional field that each kind has. */
const fullEntries = (): Entry[] => [
  makeEntry('sdk', {
    id: 1,
    name: 'G6',
    stack: error.stack,
    detail: { config: value, unwatched: ['removeToken'], hasPending: true },
  }),
  makeEntry('call', {
    id: 2,
    name: 'initSubscription',
    duration: 3,
    candidates: [1],
    detail: {
      args: [value],
      result: value,
      error,
      thrown: true,
      permission: 'default',
      config: value,
    },
  }),
  makeEntry('event', { id: 3, name: 'subscribe', call: 2, detail: { payload: [value], error } }),
  makeEntry('request', {
    id: 4,
    name: 'save',
    detail: {
      headers: [['X-Cookie', 'c']],
      body: '{"a":1}',
      httpStatus: 200,
      responseHeaders: [['a', 'b']],
      response: value,
      error,
      isReplaced: true,
    },
  }),
  makeEntry('permission', { id: 5, detail: { answer: 'granted', error } }),
  makeEntry('subscription', { id: 6, detail: { options: value, result: value, error } }),
  makeEntry('worker', { id: 7, detail: { options: value, error } }),
  makeEntry('error', { id: 8, name: 'TypeError', detail: { error, line: 1, column: 2 } }),
  makeEntry('action', { id: 9, name: 'undo', detail: { target: value, result: value, error } }),
  ...(['worker', 'real', 'firebase', 'foreground', 'notification', 'live'] as const).map(
    (way, index) =>
      makeEntry('push', {
        id: 10 + index,
        name: 'push',
        detail: {
          way,
          payload: '{"a":1}',
          script: null,
          scope: 'https://shop.example/',
          isGuess: true,
          data: value,
          result: value,
          error,
        },
      }),
  ),
];

/** A subscribed page whose profile has a field. */
const withProfile = (key: string, text: string): Session => {
  const body = {
    provider: 'Firefox',
    resource_token: 'bm9ydGg',
    match: JSON.stringify({ email: 'anna@shop.example' }),
    update: JSON.stringify({ [key]: text }),
  };
  const entries = [
    ...healthyEntries(),
    makeEntry('call', {
      id: 3,
      name: 'initSubscription',
      duration: 900,
      detail: { args: [{ email: 'anna@shop.example' }, { [key]: text }, { [key]: text }] },
    }),
    makeEntry('request', {
      id: 4,
      name: 'save',
      call: 3,
      detail: {
        body: JSON.stringify(body),
        httpStatus: 500,
        response: { error: 500, error_text: 'x' },
      },
    }),
  ];
  const registrations = [makeRegistration()];
  let session = makeDiagnosed({
    entries,
    state: makeState({
      cache: { [`${prefix}current_token`]: 'https://push.example/1' },
      registrations,
    }),
    pushes: [
      {
        ref: 'live.1',
        push: {
          kind: 'push',
          name: 'push',
          status: 'ok',
          time: Date.UTC(2026, 10, 23, 9, 30, 40),
          detail: { way: 'live', payload: '{"data":{}}' },
        },
        steps: [],
      },
    ],
  });
  session = reduce(session, {
    type: 'remark',
    key: '1:3',
    remark: { isBookmarked: true, note: 'see' },
  });
  return reduce(session, { type: 'moment', id: 'a', at: 5, label: 'here' });
};

const read = (session: Session, withSecrets: boolean): Session =>
  toSession(
    readSessionText(exportSession(session, { format: 'session', withSecrets, about }).text),
  );

const toldOf = (session: Session) => {
  const { outcomes, diagnosis } = tell(session);
  return {
    rows: session.entries.map(({ key, kind, name, status, time }) => [
      key,
      kind,
      name,
      status,
      time,
    ]),
    outcomes: session.entries.map((entry) => outcomes.of(entry)?.id),
    findings: diagnosis?.findings.map(({ id, severity }) => [id, severity]),
    chain: diagnosis?.chain.nodes.map(({ id, state }) => [id, state]),
    verdict: diagnosis?.verdict.id,
  };
};

describe('a session can be opened again', () => {
  test.each([
    ['every field of every kind', makeDiagnosed({ entries: fullEntries() })],
    ['a shop', makeShopSession()],
    ['a watched push', withProfile('city', 'Kazan')],
  ])('%s', (_, session) => {
    const whole = read(session, true);
    expect(whole.entries).toEqual(session.entries);
    expect(toldOf(whole)).toEqual(toldOf(session));
    const redacted = read(session, false);
    expect(toldOf(redacted)).toEqual(toldOf(session));
    expect(redacted.entries.map(({ detail }) => Object.keys(detail).sort())).toEqual(
      session.entries.map(({ detail }) => Object.keys(detail).sort()),
    );
  });
});

const holds = (word: string, key: string): void => {
  const session = withProfile(key, word);
  const expected = toldOf(session);
  expect(toldOf(read(session, false)), word).toEqual(expected);
  for (const format of exportFormats)
    expect(exportSession(session, { format, withSecrets: false, about }).text).not.toBe('');
  const { entries } = JSON.parse(
    exportSession(session, { format: 'har', withSecrets: false, about }).text,
  ).log;
  for (const { request } of entries) {
    expect(new URL(request.url).host, word).toBe('pxl.example.com');
    expect(request.method, word).toBe('POST');
  }
};

/** Words that stand in addresses, headers and settings of the session above. */
const siteWords = [
  'shop',
  'example',
  'pxl.example.com',
  'service-worker',
  'pixel',
  'Firefox',
  'https',
  'POST',
  'application',
];

test('no word of the format in a profile changes what is exported of the format', () => {
  for (const word of [...new Set([...formatWords, ...siteWords])]) holds(word, word);
}, 120_000);

test('no ordinary word in a profile does', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(word, word, (text, key) => holds(text, key)),
    { numRuns: 30 },
  );
}, 60_000);
