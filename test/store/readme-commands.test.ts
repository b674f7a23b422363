import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandsIn, whyUntried, withoutWindow } from '../../scripts/store/readme-commands';

const root = path.resolve(import.meta.dirname, '../..');

test('the README’s commands are found, and those that can be are tried', () => {
  const commands = commandsIn(readFileSync(path.join(root, 'README.md'), 'utf8'));
  const tried = commands.filter((each) => whyUntried(each) === undefined);
  expect(tried.length).toBeGreaterThan(2);
  expect(tried.some((each) => each.includes('npm start'))).toBe(true);
  expect(commands.some((each) => /npm test/.test(each))).toBe(true);
  expect(tried.some((each) => /npm test|npm run dev/.test(each))).toBe(false);
});

test('of CONTRIBUTING too, but for what does not end or is a test itself', () => {
  const commands = commandsIn(readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8'));
  const tried = commands.filter((each) => whyUntried(each) === undefined);
  expect(tried).toContain('npm run build && npm run check');
  expect(tried).toContain('npx tsx scripts/draw-icons.ts');
  expect(tried.filter((each) => /look|dev|vite$|e2e|demo\/main|<|truth|bench/.test(each))).toEqual(
    [],
  );
});

test('commands are lines of shell and code in sentences and tables, each once, without comments', () => {
  const text = [
    '```sh\nnpm ci   # once\n\nls\nnpx tsx a.ts\n```',
    '```ts\nnpm.not();\n```',
    '| `npm ci` | again |\n| `npm run check:url -- <url…>` | says |\n| `lib` | a folder |',
  ].join('\n');
  const commands = commandsIn(text);
  expect(commands).toEqual(['npm ci', 'npx tsx a.ts', 'npm run check:url -- <url…>']);
  expect(commands.map((each) => whyUntried(each) !== undefined)).toEqual([false, false, true]);
});

test('what would open a window is tried without', () => {
  expect(withoutWindow('npm ci && npm start')).toBe('npm ci && npm start -- --headless');
  expect(withoutWindow('npm start -- --firefox')).toBe('npm start -- --headless --firefox');
  expect(withoutWindow('npm start -- --headless')).toBe('npm start -- --headless');
});
