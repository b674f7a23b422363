import { beforeAll, describe, expect, test } from 'vitest';
import { readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import { provideMessages } from '../../../lib/i18n/message';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { fileVersion } from '../../../lib/schema/session-file';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makeSession } from '../../support/make-session';
import { request, shownPush, step } from '../../support/seen-session';

beforeAll(() => provideMessages(english));

const session = reduce(makeSession([]), {
  type: 'push',
  push: { ...shownPush, steps: [...shownPush.steps, step('gone'), request('ack')] },
});
const file = toSessionFile(session, {
  about: { extension: '1', browser: 'b' },
  isRedacted: false,
});

/** A file as version 2 of the format had it: what a panel made had fractions of numbers, what it made the page do was a list of numbers. */
const second = (of = file) => ({
  ...of,
  version: 2,
  pages: of.pages.map(({ frame: _, ...page }) => ({
    ...page,
    made: of.entries.flatMap(({ id, origin, page: number }) =>
      id > 0 && origin === 'panel' && number === page.number ? [id] : [],
    ),
  })),
  entries: of.entries.map(({ origin: _, order, ...entry }) => ({ ...entry, id: order / 2 ** 32 })),
  moments: of.moments.map((moment, index) => ({ ...moment, id: index + 1 })),
});
/** A file as version 1 of the format had it: a push and its steps are of one kind. */
const first = (change: (entry: object) => object = (entry) => entry) => ({
  ...second(),
  version: 1,
  entries: second().entries.map((entry) =>
    change({ ...entry, kind: entry.kind === 'worker-step' ? 'push' : entry.kind }),
  ),
});
const kindsIn = (text: object) =>
  readSessionText(JSON.stringify(text)).entries.map(({ kind, name }) => `${kind} ${name}`);
const now = file.entries.map(({ kind, name }) => `${kind} ${name}`);

describe('a file of version 1', () => {
  test('has a push and its steps of two kinds', () => {
    expect(now.filter((each) => each.startsWith('push'))).toEqual(['push push']);
    expect(now.filter((each) => each.startsWith('worker-step'))).toHaveLength(6);
    expect(kindsIn(first())).toEqual(now);
  });

  test('of which the name of `parent` was replaced too', () => {
    const { entries } = first(({ parent, ...entry }: { parent?: string }) => ({
      ...entry,
      ...(parent && { 'value#6': parent }),
    }));
    expect(kindsIn({ ...first(), entries })).toEqual(now);
  });

  test('tells the same of its push', () => {
    const read = readSessionText(JSON.stringify(first()));
    expect(read).toMatchObject({ version: fileVersion, repaired: 0 });
    const told = (of: typeof session) => {
      const push = of.entries.find(({ key }) => key === 'push:1');
      return push && readOutcomes(of).of(push);
    };
    expect(told(toSession(read))).toEqual(told(session));
    expect(told(session)?.id).toBe('shown');
  });
});

describe('a file of version 2', () => {
  const action = { ref: 'x', name: 'update', status: 'ok', time: 5, detail: {} } as const;
  const live = { ...shownPush.push, detail: { way: 'live' as const } };
  let later = makeSession([makeEntry('event', { id: 1 }), makeEntry('event', { id: 2 })]);
  for (const change of [
    { type: 'by-panel', key: '1:2' },
    { type: 'push', push: { ...shownPush, steps: [...shownPush.steps, request('ack')] } },
    { type: 'action', action: { ...action, detail: { target: 'x' } } },
    { type: 'push', push: { ref: 'live', push: live, steps: [step('gone')] } },
    { type: 'moment', id: '1', at: 7, label: 'here' },
  ] as const)
    later = reduce(later, change);
  const today = toSessionFile(later, {
    about: { extension: '1', browser: 'b' },
    isRedacted: false,
  });
  const read = readSessionText(JSON.stringify(second(today)));

  test('has authors, and whole numbers as places', () => {
    expect(read).toMatchObject({ version: fileVersion, repaired: 0 });
    const told = (entries: typeof read.entries) =>
      entries.map(({ key, id, origin, parent }) => [key, id, origin, parent]);
    expect(told(read.entries)).toEqual(told(today.entries));
    const orders = read.entries.map(({ order }) => order);
    expect(orders.every(Number.isSafeInteger)).toBe(true);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
  });

  test('has moments with names, and documents with their frames', () => {
    expect(read.moments).toEqual(today.moments);
    expect(read.pages).toEqual(today.pages);
  });
});

test('a file of today is not changed', () => {
  expect(kindsIn(file)).toEqual(now);
});

test('one of a later version is refused, with its number', () => {
  const later = JSON.stringify({ ...file, version: fileVersion + 1 });
  expect(() => readSessionText(later)).toThrow(`version ${fileVersion + 1}`);
});
