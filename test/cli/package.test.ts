import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { root } from '../../scripts/run';

const built = path.join(root, '.output/cli/akpush-inspector.js');

test('the package has the command, its texts and the built scripts, and no more', () => {
  expect(existsSync(built), 'run "npm run build:cli" first').toBe(true);
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const packed = JSON.parse(said) as unknown;
  const [pack] = Object.values(packed as object) as { files: { path: string }[] }[];
  const scripts = ['chromium', 'firefox'].flatMap((name) =>
    ['bridge', 'hook', 'keeper', 'reader'].map((file) => `.output/cli/${name}/${file}.js`),
  );
  expect(pack?.files.map((file) => file.path).sort()).toEqual(
    [
      ...scripts,
      ...[
        'akpush-inspector.js',
        'messages.json',
        'version.json',
        'viewer.css',
        'viewer.js',
        'viewer.json',
      ].map((file) => `.output/cli/${file}`),
      ...['LICENSE', 'README.md', 'package.json'],
    ].sort(),
  );
});

test('the command needs nothing but Node and what the package depends on', () => {
  const imports = [...readFileSync(built, 'utf8').matchAll(/^import .*?from "([^"]+)";$/gm)];
  const names = imports.map(([, name = '']) => name).filter((name) => !name.startsWith('node:'));
  const packages = [...new Set(names.map((name) => name.split('/')[0]))];
  expect(packages).toEqual(Object.keys(manifest.dependencies));
});
