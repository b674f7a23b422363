import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { falseClaims, missingInTree } from './support/document-claims';
import { layers } from './support/layers';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

test.each(documents)('every path and every name of the code in %s is there', (file) => {
  expect(falseClaims(read(file), path.posix.dirname(file), file === 'ARCHITECTURE.md')).toEqual([]);
});

test('the tree in ARCHITECTURE.md is the one that is there', () => {
  const [, tree = ''] =
    /## The tree\n[\s\S]*?```\n([\s\S]*?)```/.exec(read('ARCHITECTURE.md')) ?? [];
  expect(tree.split('\n').length).toBeGreaterThan(20);
  expect(missingInTree(tree)).toEqual([]);
  expect(
    missingInTree('lib/   all\n  model/   shapes\n    entry, no-entry\n  nothing/   none\n'),
  ).toEqual(['lib/model/no-entry', 'lib/nothing/']);
});

test('the table in ARCHITECTURE.md has the layers of lib, and what each may import', () => {
  const rows = [...read('ARCHITECTURE.md').matchAll(/^\| `([\w.-]+)` \| .+ \| ([\w., –-]+) \|$/gm)];
  expect(rows.map(([, name, may]) => `${name}: ${may}`)).toEqual(
    layers.map(({ name, may }) => `${name}: ${may.join(', ') || '–'}`),
  );
});

test('what is not there is found', () => {
  const text = [
    'It is in `lib/model/entry.ts` and lib/model, see [rules](docs/diagnosis.md).',
    'It is in lib/model/nothing.ts, `lib/no-such-folder` and `no-such-file.ts`, see [it](docs/nothing.md).',
    '`lib/text/summary.ts` has `summarize` and `summarizeNothing(entry)`, `NoSuchType`.',
    'Elsewhere `summarizeNothing` may be a name of somebody else’s.',
    'All of `test/**/*.test.ts` and `lib/<folder>/no-such-*.ts`.',
  ].join('\n');
  expect(falseClaims(text)).toEqual([
    'line 2: lib/model/nothing.ts',
    'line 2: lib/no-such-folder',
    'line 2: docs/nothing.md',
    'line 2: no-such-file.ts',
    'line 3: summarizeNothing',
    'line 3: NoSuchType',
    'line 5: lib/<folder>/no-such-*.ts',
  ]);
  expect(falseClaims('`reduceAll(session)` and `noSuchName`', '', true)).toEqual([
    'line 1: reduceAll',
    'line 1: noSuchName',
  ]);
});
