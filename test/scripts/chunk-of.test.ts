import { expect, test } from 'vitest';
import { chunkOf } from '../../scripts/chunk-of';

const panel = '/entrypoints/panel/index.html';
const popup = '/entrypoints/popup/index.html';
const devtools = '/entrypoints/devtools/index.html';
const background = '/entrypoints/background/index.ts';

/** Modules, by who imports them; those of the second list by `import()`. */
const graph: Record<string, readonly [at: readonly string[], later?: readonly string[]]> = {
  [panel]: [[]],
  [popup]: [[]],
  [devtools]: [[]],
  [background]: [[]],
  'model.ts': [['rows.ts', background]],
  'browser.ts': [['model.ts', devtools]],
  'main.ts': [[panel]],
  'rows.ts': [['main.ts', popup]],
  'own.ts': [[background]],
  'theme.ts': [[devtools, panel]],
  'view.ts': [[], [panel]],
  'of-the-view.ts': [['view.ts']],
  'of-two.ts': [['view.ts', popup]],
  // A circle ends.
  'a.ts': [['b.ts']],
  'b.ts': [['a.ts', 'main.ts']],
};

const getModuleInfo = (id: string) => {
  const [importers, dynamicImporters = []] = graph[id] ?? [[]];
  return { isEntry: id.startsWith('/'), importers, dynamicImporters };
};

test.each([
  ['model.ts', 'base'],
  ['browser.ts', 'start'],
  ['theme.ts', null],
  ['rows.ts', 'core'],
  ['a.ts', null],
  ['main.ts', null],
  ['own.ts', null],
  ['of-the-view.ts', null],
  ['of-two.ts', null],
])('%s is in %s', (id, chunk) => {
  expect(chunkOf(id, { getModuleInfo })).toBe(chunk);
});
