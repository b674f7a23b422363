import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cutLengths } from '../../../lib/model/cut-lengths';
import { redactSession } from '../../../lib/redaction/redact';
import { makeEntry, makeSession } from '../../support/make-session';

const root = new URL('../../../', import.meta.url);

/** Where texts of a page, a worker or a server become part of an entry. */
const cutters = [
  'entrypoints/background',
  'entrypoints/hook',
  'entrypoints/reader',
  'lib/calls',
  'lib/injected',
  'lib/push',
];

const lengthsIn = (source: string): number[] =>
  [...source.matchAll(/slice\((?:\w+, )?0, ([\d_]+)\)|\bmax(?:Text|Body) = ([\d_]+);/g)]
    .map(([, cut, most]) => Number((cut ?? most ?? '').replaceAll('_', '')))
    // Lists, keys of a curve and what is only shown.
    .filter((length) => length >= 200 && length !== 4_096);

const files = cutters.flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

test.each(files)('%s cuts texts at lengths that redaction knows', (file) => {
  const lengths = lengthsIn(readFileSync(new URL(file, root), 'utf8'));
  expect(lengths.filter((length) => !cutLengths.has(length))).toEqual([]);
});

test('the lengths in the files are found', () => {
  const found = files.flatMap((file) => lengthsIn(readFileSync(new URL(file, root), 'utf8')));
  expect(new Set(found)).toEqual(cutLengths);
});

test.each([...cutLengths])('a text that is cut at %d keeps no beginning of a secret', (length) => {
  const half = 'Karen';
  const message = `${'ab '.repeat(length).slice(0, length - half.length - 1)} ${half}`;
  expect(message).toHaveLength(length);
  const error = makeEntry('error', {
    id: 2,
    name: 'Error',
    detail: { source: 'error', error: { name: 'Error', message }, script: null },
  });
  const call = makeEntry('call', {
    id: 1,
    name: 'initSubscription',
    detail: { args: [{ email: 'karenina@example.com' }, { _lname: 'Karenina' }] },
  });
  const redacted = redactSession(makeSession([call, error]));
  expect(JSON.stringify(redacted)).not.toContain(half);
});
