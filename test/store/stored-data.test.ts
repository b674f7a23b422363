import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { permissions } from '../../store/permissions';

/* What the extension keeps on the disk is what its documents say that it keeps. */

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Places of `storage.local`, and a word for each that every document has. */
const words: Readonly<Record<string, RegExp>> = {
  settings: /settings/i,
  preferences: /settings/i,
  calls: /calls/i,
  pushes: /pushes/i,
  mutes: /mute/i,
  contracts: /contract/i,
  tokens: /hash/i,
};

const code = readdirSync(path.join(root, 'entrypoints'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => read(`entrypoints/${file}`));

const placesIn = (text: string): string[] => {
  const own = text.includes('storage.local') ? /^const place = '(\w+)'/gm : /(?!)/g;
  const saved = /\b(?:load|save)\('(\w+)'/g;
  return [...text.matchAll(own), ...text.matchAll(saved)].map(([, place = '']) => place);
};

test('every place of the storage has its words', () => {
  const places = new Set(code.flatMap(placesIn));
  expect([...places].sort()).toEqual(Object.keys(words).sort());
  expect(placesIn("const place = 'more';\nbrowser.storage.local.set({ [place]: 1 })")).toEqual([
    'more',
  ]);
});

test.each([
  ['PRIVACY.md', read('PRIVACY.md')],
  [
    'docs/reference/permissions.md',
    /^\| `storage` .*$/m.exec(read('docs/reference/permissions.md'))?.[0] ?? '',
  ],
  ['store/permissions.ts', permissions.find(({ name }) => name === 'storage')?.why ?? ''],
])('%s tells of all that is kept', (_, text) => {
  const missing = Object.entries(words).filter(([, word]) => !word.test(text));
  expect(missing.map(([place]) => place)).toEqual([]);
});

test('sessions and keys are told of where they are kept, and the README leads there', () => {
  const privacy = read('PRIVACY.md').replace(/\s+/g, ' ');
  expect(privacy).toMatch(/Sessions that you save .*database of the extension/);
  expect(privacy).toMatch(/VAPID private key is kept in memory only, unless you tick/);
  expect(read('README.md')).toMatch(/\[PRIVACY\.md\]\(PRIVACY\.md\) says what is read and stored/);
});
