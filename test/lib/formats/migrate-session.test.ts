import { beforeAll, describe, expect, test } from 'vitest';
import { readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import { provideMessages } from '../../../lib/i18n/message';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { fileVersion } from '../../../lib/schema/session-file';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { makeSession } from '../../support/make-session';
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

/** A file as version 1 of the format had it: a push and its steps are of one kind. */
const first = (change: (entry: object) => object = (entry) => entry) => ({
  ...file,
  version: 1,
  entries: file.entries.map((entry) =>
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

test('a file of today is not changed', () => {
  expect(kindsIn(file)).toEqual(now);
});

test('one of a later version is refused, with its number', () => {
  const later = JSON.stringify({ ...file, version: fileVersion + 1 });
  expect(() => readSessionText(later)).toThrow(`version ${fileVersion + 1}`);
});
