import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { falseAnchors, falseClaims, missingInTree } from './support/document-claims';
import { falseCommands, falseOptions } from './support/document-commands';
import { layers } from './support/layers';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'store/README.md',
  'store/dashboards.md',
  'store/reviewers.md',
  'store/try/README.md',
  'store/listing/en.md',
  'store/listing/ru.md',
  'test/demo/README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    // Recipes make files that are not there.
    .filter((name) => name.endsWith('.md') && !/\bnew-\w+\.md$/.test(name))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

/** Documents in which a name in backticks is one of the code. */
const isOfCode = (file: string): boolean => ['ARCHITECTURE.md', 'docs/design.md'].includes(file);

test.each(documents)('every path and every name of the code in %s is there', (file) => {
  expect(falseClaims(read(file), path.posix.dirname(file), isOfCode(file))).toEqual([]);
});

test.each(documents)('every command and every option of one in %s is there', (file) => {
  expect(falseCommands(read(file))).toEqual([]);
});

test.each(documents)('every heading that %s links to is there', (file) => {
  expect(falseAnchors(read(file), path.posix.dirname(file))).toEqual([]);
});

test('headings that are not there are found', () => {
  const text =
    '# One & two\n[a](#one--two) [b](#three)\n[c](docs/check.md#exit-codes) [d](docs/check.md#no-such)';
  expect(falseAnchors(text)).toEqual(['line 2: #three', 'line 3: docs/check.md#no-such']);
});

test('the options in docs/check.md are those of the command', () => {
  expect(falseOptions(read('docs/check.md'), 'check')).toEqual([]);
});

test('commands that are not there are found', () => {
  const text = [
    'Run `npm run no-such` or `npm run bench -- --only blank --no-such`, `npm start -- --headless`.',
    '```sh',
    'npx akpush-inspector check https://shop.example/ --html a.html --no-such  # comment --other',
    'npx no-such-tool && npx tsx scripts/no-such.ts; npm publish',
    '```',
    'This npm run is text.',
    '| `--junit`, `--no-such` | not `--this` |',
  ].join('\n');
  expect(falseCommands(text)).toEqual([
    'line 1: npm run no-such: no-such',
    'line 1: npm run bench -- --only blank --no-such: no-such',
    'line 3: npx akpush-inspector check https://shop.example/ --html a.html --no-such: --no-such',
    'line 4: npx no-such-tool: no-such-tool',
    'line 4: npx tsx scripts/no-such.ts: scripts/no-such.ts',
    'line 4: npm publish: publish',
  ]);
  expect(falseOptions(text, 'check')).toEqual(['line 7: --no-such']);
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
