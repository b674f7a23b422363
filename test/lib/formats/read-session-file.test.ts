import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { exportSession } from '../../../lib/formats/export-session';
import { FileError, readSessionText } from '../../../lib/formats/read-session-file';
import { toSession } from '../../../lib/formats/to-session';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import { provideMessages } from '../../../lib/i18n/message';
import type { RequestDetail } from '../../../lib/model/entry';
import { entriesOf } from '../../../lib/outcome/call-context';
import { makerOf } from '../../../lib/outcome/chain';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { fileVersion } from '../../../lib/schema/session-file';
import { summarize } from '../../../lib/text/summary';
import { readFilter } from '../../../lib/timeline/filter';
import { buildRows } from '../../../lib/timeline/rows';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const about = { extension: '1.2.3', browser: 'Test/1' };
const textOf = (session = makeDiagnosed()) =>
  JSON.stringify(toSessionFile(session, { about, isRedacted: false }));

const problemOf = (text: string): string => {
  try {
    readSessionText(text);
    return 'none';
  } catch (error) {
    return error instanceof FileError ? error.problem : `thrown: ${error}`;
  }
};

describe('what is written is read', () => {
  test.each([
    ['a diagnosed page', makeDiagnosed()],
    ['two pages', makeShopSession()],
  ])('%s', (_, session) => {
    const read = toSession(readSessionText(textOf(session)));
    expect(read.entries).toEqual(session.entries);
    expect(read.pages).toEqual(session.pages);
    expect(read.readings).toEqual(session.readings);
    expect(read.state?.value).toEqual(session.state?.value);
    const again = JSON.parse(
      exportSession(read, { format: 'session', withSecrets: true, about }).text,
    );
    expect({ ...again, savedAt: '' }).toEqual({ ...JSON.parse(textOf(session)), savedAt: '' });
  });
});

test('who has answered is read, from older files too', () => {
  const request = (id: number, detail: Partial<RequestDetail>) =>
    makeEntry('request', {
      id,
      name: 'save',
      status: 'failed',
      detail: { httpStatus: 504, ...detail },
    });
  const session = makeDiagnosed({
    entries: [
      ...healthyEntries(),
      request(5, { isMade: true }),
      request(6, { responseType: 'basic', response: '' }),
    ],
  });
  const { entries } = toSession(readSessionText(textOf(session)));
  expect(entriesOf(entries, 'request').map(makerOf)).toEqual(['script', 'worker']);
});

describe('what is no session is refused with a reason', () => {
  const valid = () => JSON.parse(textOf());
  test.each<[string, () => string, string]>([
    ['nothing', () => ' ', 'empty'],
    ['half a file', () => textOf().slice(0, -20), 'not-json'],
    ['an image', () => '\u0089PNG', 'not-json'],
    ['another JSON', () => '{"a":1}', 'foreign'],
    ['a list', () => '[]', 'foreign'],
    ['a HAR', () => '{"log":{"entries":[]}}', 'foreign'],
    ['a later version', () => JSON.stringify({ ...valid(), version: fileVersion + 1 }), 'newer'],
    ['a version that is none', () => JSON.stringify({ ...valid(), version: 1.5 }), 'damaged'],
    [
      'a version without an end',
      () => textOf().replace(/"version":\d/, '"version":-1e300'),
      'damaged',
    ],
    ['no version', () => JSON.stringify({ ...valid(), version: undefined }), 'newer'],
    ['entries that are none', () => JSON.stringify({ ...valid(), entries: [1] }), 'damaged'],
    [
      'a time that is none',
      () => JSON.stringify({ ...valid(), entries: [{ ...valid().entries[0], time: 'now' }] }),
      'damaged',
    ],
    [
      'a state that is none',
      () =>
        JSON.stringify({
          ...valid(),
          readings: [{ document: 'first', value: {}, from: 1, to: 2 }],
        }),
      'damaged',
    ],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text())).toBe(problem);
  });

  test('the place is named', () => {
    const file = valid();
    file.pages[0].timeOrigin = 'now';
    expect(() => readSessionText(JSON.stringify(file))).toThrow('pages.0.timeOrigin');
  });

  test('a prototype cannot be changed by a file', () => {
    const text = textOf().replace('"lost":0', '"lost":0,"__proto__":{"polluted":true}');
    readSessionText(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('a file that somebody has changed anywhere is refused, or shown without harm', () => {
  const junk = fc.constantFrom<unknown>(
    null,
    '',
    'x'.repeat(3_000),
    -1,
    1e300,
    [],
    {},
    { $: 'object', entries: 5 },
    { $: 'bytes' },
    '__proto__',
    true,
  );
  const whole = JSON.parse(textOf(makeShopSession()));
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    places.push(path);
    if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value))
        walk(each, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(whole, []);
  fc.assert(
    fc.property(fc.constantFrom(...places.slice(1)), junk, (path, value) => {
      const file = structuredClone(whole);
      let holder = file;
      for (const step of path.slice(0, -1)) holder = holder[step as never];
      holder[path.at(-1) as never] = value as never;
      let session: ReturnType<typeof toSession>;
      try {
        session = toSession(readSessionText(JSON.stringify(file)));
      } catch (error) {
        expect(error).toBeInstanceOf(FileError);
        return;
      }
      const outcomes = readOutcomes(session);
      diagnoseSession(session, outcomes);
      for (const entry of session.entries) {
        outcomes.of(entry);
        summarize(entry);
      }
      buildRows(session.pages, session.entries, {
        filter: readFilter('tea'),
        hiddenKinds: [],
        folded: new Set(),
      });
    }),
    { numRuns: 400 },
  );
}, 60_000);
