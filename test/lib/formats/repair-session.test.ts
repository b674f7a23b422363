import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats, exportSession } from '../../../lib/formats/export-session';
import { FileError, readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import { provideMessages } from '../../../lib/i18n/message';
import { redactSession } from '../../../lib/redaction/redact';
import english from '../../../public/_locales/en/messages.json';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeShopSession } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const about = { extension: '0.1.0', browser: 'Test/1' };
const valid = () =>
  toSessionFile(
    makeDiagnosed({
      entries: [
        makeEntry('call', {
          id: 1,
          name: 'removeToken',
          detail: { error: { name: 'E', message: 'm' } },
        }),
        makeEntry('push', { id: 2, name: 'push', detail: { way: 'real' } }),
      ],
      state: makeState({ registrations: [makeRegistration()] }),
    }),
    { about, isRedacted: true },
  );

/** What version 0.1.0 did to a word of a profile: in names of the state's fields, in errors, and in texts. */
const damage = (word: string, file: object): string => {
  const mark = (text: string) =>
    text.replace(word.length < 8 ? new RegExp(`\\b${word}\\b`, 'g') : word, 'value#6');
  const walk = (value: unknown, isKeyKept: boolean): unknown => {
    if (typeof value === 'string') return mark(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, false));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [isKeyKept ? key : mark(key), walk(each, false)]),
    );
  };
  const { readings, entries, ...rest } = file as ReturnType<typeof valid>;
  return JSON.stringify({
    ...rest,
    readings: readings.map((reading) => ({ ...reading, value: walk(reading.value, false) })),
    entries: entries.map((entry) => ({ ...entry, detail: walk(entry.detail, true) })),
  });
};

describe('what 0.1.0 has damaged is opened', () => {
  test.each([
    'active',
    'name',
    'scope',
    'waiting',
    'workers',
    'localforage',
    'application',
    'registrations',
    'real',
    'message',
    'endpoint',
    'rows',
    'stores',
    'permission',
    'scriptURL',
  ])('a profile with the word %s', (word) => {
    const file = readSessionText(damage(word, valid()));
    expect(file.repaired).toBeGreaterThan(0);
    expect(file.entries).toHaveLength(2);
    expect(file.lost).toBe(0);
    const names = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(names)
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .sort(([a], [b]) => a.localeCompare(b))
              .map(([key, each]) => [key, names(each)])
          : typeof value;
    expect(names(file.readings[0]?.value)).toEqual(names(valid().readings[0]?.value));
  });
});

/** Redacted files that version 0.1.0 has written and refused to read: each of a profile with one word of the format. */
const oldFiles = readFileSync(
  new URL('../../support/files-of-0.1.0.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n');

test.each(oldFiles)('a file of 0.1.0 is opened with all that it has: %#', (text) => {
  const file = readSessionText(text);
  expect(file.entries).toHaveLength(6);
  expect(file.lost).toBe(0);
  expect(file.pages).toHaveLength(1);
  expect(file.readings[0]?.value.workers).toHaveProperty('ok.registrations.0.active.state');
  expect(JSON.stringify(file.readings)).not.toMatch(/value#\d+\w*":/);
  const session = toSession(file);
  for (const format of exportFormats)
    expect(exportSession(session, { format, withSecrets: false, about }).text).not.toBe('');
});

test.each([
  ['lost', -1],
  ['name', 5],
  ['savedAt', null],
  ['redacted', 'yes'],
  ['about', 'me'],
  ['remarks', 'none'],
  ['outcomes', 'x'],
  ['findings', {}],
  ['moments', 7],
  ['changes', 'x'],
  ['reports', undefined],
])('a bad %s is not the end of the file', (field, value) => {
  const file = readSessionText(JSON.stringify({ ...valid(), [field]: value }));
  expect(file.repaired).toBe(1);
  expect(file.entries).toHaveLength(2);
  if (field === 'redacted') expect(file.redacted).toBe(false);
  const session = toSession(file);
  for (const format of exportFormats)
    expect(exportSession(session, { format, withSecrets: false, about }).text).not.toBe('');
});

test('one bad entry is lost, and not the file', () => {
  const file = JSON.parse(
    JSON.stringify(toSessionFile(makeShopSession(), { about, isRedacted: false })),
  );
  const { length } = file.entries;
  file.entries[0].kind = 'other';
  file.entries[1].time = 8.65e15;
  file.entries[2] = 5;
  const read = readSessionText(JSON.stringify(file));
  expect(read.entries).toHaveLength(length - 3);
  expect(read.lost).toBe(3);
});

describe('what is made to harm is shown cut, or refused with a reason', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const withArgs = (args: string) =>
    JSON.stringify(valid()).replace('"args":[]', () => `"args":[${args}]`);
  test.each([100, 5_000, 50_000, 1_000_000])(
    'arguments %i deep',
    (depth) => {
      const session = toSession(readSessionText(withArgs(nested(depth))));
      expect(session.entries).toHaveLength(2);
      for (const format of exportFormats)
        for (const withSecrets of [true, false])
          expect(exportSession(session, { format, withSecrets, about }).text).not.toBe('');
    },
    60_000,
  );
  test('a text of 50 million characters', () => {
    const session = toSession(readSessionText(withArgs(JSON.stringify('x'.repeat(50_000_000)))));
    expect(session.entries[0]).toHaveProperty(
      'detail.args.0',
      expect.stringMatching(/^x{200000}… characters not shown: 49,800,000$/),
    );
  }, 60_000);
  test.each([1e300, 8.65e15, -8.65e15])('a session that began at %f', (timeOrigin) => {
    const file = JSON.parse(JSON.stringify(valid()));
    file.pages[0].timeOrigin = timeOrigin;
    expect(() => readSessionText(JSON.stringify(file))).toThrow(FileError);
  });
});

test.each(['[', '{"a":'])(
  'an event with %s nested 4,999 times is exported in every format',
  (open) => {
    const close = open === '[' ? ']' : '}';
    const text = open.repeat(4_999) + (open === '[' ? '' : '1') + close.repeat(4_999);
    const entry = makeEntry('event', { id: 1, name: 'x', detail: { payload: [text] } });
    const session = makeDiagnosed({ entries: [entry] });
    for (const format of exportFormats)
      expect(exportSession(session, { format, withSecrets: false, about }).text).not.toBe('');
  },
);

test('an entry that cannot be redacted says so, and nothing else', () => {
  const session = makeShopSession();
  const [first, second, ...rest] = session.entries;
  const broken = {
    ...second,
    detail: {
      get args(): never {
        throw new RangeError('Maximum call stack size exceeded');
      },
    },
  };
  const given = { ...session, entries: [first, broken, ...rest] } as typeof session;
  const { text } = exportSession(given, { format: 'har', withSecrets: false, about });
  expect(text).not.toBe('');
  const { entries } = redactSession(given);
  expect(entries).toHaveLength(session.entries.length);
  expect(JSON.stringify(entries[1])).toContain('NotRedacted');
  // A file of it has as many as there were.
  const { origin, order } = second ?? {};
  expect(entries[1]).toMatchObject({ origin, order });
});

test('an entry of which a page had taken a word away is there, and nothing counts as lost', () => {
  const file = valid();
  const permission = makeEntry('permission', { id: 3 });
  const detail = { ...permission.detail, before: { $: 'undefined' } };
  const entry = { ...file.entries[0], ...permission, key: '1:3', detail };
  const text = JSON.stringify({ ...file, entries: [...file.entries, entry] });
  const read = readSessionText(text);
  expect([read.lost, read.repaired]).toEqual([0, 1]);
  expect(read.entries.at(-1)?.detail).toMatchObject({ before: '' });
});
