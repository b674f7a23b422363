import { expect, test } from 'vitest';
import { loadAtOnce } from '../../scripts/load-at-once';

const transform = loadAtOnce().transform as (
  code: string,
  id: string,
) => { code: string } | undefined;

test('what would be loaded later is imported', () => {
  const made = transform("const load = () => import('./tools');", '/p/components/list.ts');
  expect(made?.code.split('\n')).toEqual([
    'const load = () => Promise.resolve(loaded1);',
    "import * as loaded1 from './tools';",
  ]);
});

test('types, packages and files without an import() stay', () => {
  expect(transform("type T = typeof import('./tools');", '/p/lib/a.ts')).toBeUndefined();
  expect(transform("const a = import('preact');", '/p/lib/a.ts')).toBeUndefined();
  expect(transform("import('./x')", '/p/node_modules/x/a.ts')).toBeUndefined();
});
