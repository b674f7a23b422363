import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeZip, readZip } from '../../scripts/store/make-zip';
import { sourceFiles, sourceNames } from '../../scripts/store/source-files';

const files = [
  { name: 'b.txt', data: 'two' },
  { name: 'a/run', data: Buffer.from('one'), isExecutable: true },
  { name: 'B.txt', data: 'three' },
];

afterEach(() => {
  vi.useRealTimers();
});

test('an archive has the same bytes at another time and with its files in another order', async () => {
  vi.useFakeTimers({ now: Date.UTC(2001, 0, 1), toFake: ['Date'] });
  const first = await makeZip(files);
  vi.setSystemTime(Date.UTC(2033, 5, 6));
  expect((await makeZip([...files].reverse())).equals(first)).toBe(true);
  expect((await makeZip([...files, { name: 'c', data: '' }])).equals(first)).toBe(false);
});

test('what was put into an archive comes out of it, in order', async () => {
  const read = await readZip(await makeZip(files));
  expect(read.map(({ name, data, isExecutable }) => [name, `${data}`, isExecutable])).toEqual([
    ['B.txt', 'three', false],
    ['a/run', 'one', true],
    ['b.txt', 'two', false],
  ]);
});

test('in an unpacked archive the sources are what is not ignored', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'akpush-sources-'));
  try {
    const write = (name: string) => {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), name);
    };
    for (const name of ['lib/a.ts', '.ci/run', 'examples/x/node_modules/y.js', 'npm.log'])
      write(name);
    for (const name of ['.output/z.zip', 'lib/output/b.ts']) write(name);
    writeFileSync(path.join(folder, '.gitignore'), 'node_modules/\n.output/\n*.log\n');
    expect(sourceNames(folder)).toEqual(['.ci/run', '.gitignore', 'lib/a.ts', 'lib/output/b.ts']);
    expect(sourceFiles(folder, 'top')[2]).toMatchObject({ name: 'top/lib/a.ts' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
