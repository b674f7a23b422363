import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import { expectationsText, readExpectations } from '../../../lib/expectations/read-expectations';
import { saidOf } from '../../../lib/model/said-error';
import { emptySession } from '../../../lib/model/session';
import { redactSession } from '../../../lib/redaction/redact';
import { inWords } from '../../../lib/text/in-words';
import { provideEnglish } from '../../../scripts/provide-english';
import { expectationsSchemaText } from '../../../scripts/schema-text';
import { givenTo, recorded } from '../../support/expectation-sessions';

beforeAll(provideEnglish);

const file = { format: 'akpush-inspector-expectations', version: 1 };
const problemOf = (text: string): string => {
  try {
    readExpectations(text);
    return '';
  } catch (error) {
    return inWords(saidOf(error));
  }
};

test('what was made from a session is read again, to the letter', () => {
  const made = expectationsFrom(recorded('chromium', 'suspended'));
  expect(readExpectations(expectationsText(made))).toEqual(made);
  expect(readExpectations(`\ufeff${expectationsText(made, 'a.json')}`)).toEqual({
    $schema: 'a.json',
    ...made,
  });
});

test.each([
  ['', 'The file is empty.'],
  ['{', 'not valid JSON'],
  ['[]', 'This is not a file of expectations.'],
  ['{"format":"akpush-inspector-session","version":2}', 'This is not a file of expectations.'],
  [JSON.stringify({ ...file, version: 2 }), 'version 2'],
  [JSON.stringify({ ...file, cals: [] }), 'cals: there is no such field'],
  [JSON.stringify({ ...file, calls: [{}] }), 'calls.0.method: '],
  [
    JSON.stringify({
      ...file,
      calls: [{ method: 'x', match: { required: { email: { type: 'text' } } } }],
    }),
    'calls.0.match.required.email.type: ',
  ],
  [
    JSON.stringify({ ...file, requests: [{ name: 'save', anwser: 'accepted' }] }),
    'requests.0.anwser: there is no such field',
  ],
  [JSON.stringify({ ...file, pushes: [{ outcome: 'seen' }] }), 'pushes.0.outcome: '],
  [JSON.stringify({ ...file, never: { calls: ['*'.repeat(301)] } }), 'never.calls.0: '],
  [`${JSON.stringify(file).slice(0, -1)},"never":{"__proto__":[]}}`, '__proto__'],
  [JSON.stringify({ ...file, name: 'x'.repeat(500_000) }), 'too large'],
])('%.60s: %s', (text, told) => {
  const problem = problemOf(text);
  expect(problem).toContain(told);
  expect(problem.length).toBeLessThan(450);
});

test('nothing that a person or a browser is known by goes into the file', () => {
  const session = givenTo(recorded('chromium', 'suspended'), 'initSubscription', {
    match: { email: 'mira@example.com', phone: '+79991234567', db: [17] },
    update: { _fname: 'Mira', 'mira@example.com': true, city: 'Kazan', token: 'abc12345xyz' },
    customData: { code: 'Zx81-11', count: 3 },
  });
  const text = expectationsText(expectationsFrom(session));
  for (const secret of ['mira', 'Mira', '7999', 'Kazan', 'abc12345', 'Zx81', 'fcm/send', 'ak-0'])
    expect(text).not.toContain(secret);
  for (const said of ['"email"', '"phone"', '"city"', '"value": [', '17', '*@*.*', '"count"'])
    expect(text).toContain(said);
});

test('a session without secrets makes the same expectations, less the types of what is hidden', () => {
  const session = recorded('firefox', 'suspended');
  const made = expectationsFrom(redactSession(session));
  expect(made.calls?.[0]?.match).toEqual({
    required: { email: { type: 'string', pattern: '*@*.*' } },
  });
  expect(made.calls?.map(({ method }) => method)).toEqual([
    'initSubscription',
    'suspendSubscription',
  ]);
});

test('of a session in which nothing was done nothing is made', () => {
  expect(() => expectationsFrom(emptySession)).toThrow();
});

test('the schema in the documents is the one by which files are read', () => {
  const written = path.resolve(import.meta.dirname, '../../../docs/expectations.schema.json');
  expect(JSON.parse(readFileSync(written, 'utf8'))).toEqual(JSON.parse(expectationsSchemaText()));
});
