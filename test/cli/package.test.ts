import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runnerNames } from '../../cli/runners/runner-names';
import manifest from '../../package.json';
import { root } from '../../scripts/run';
import { installPackage } from '../support/install-package';
import { temporaryFolder } from '../support/temporary-folder';

const built = path.join(root, '.output/cli/akpush-inspector.js');

const files = readdirSync(path.dirname(built));
/** What the command and the parts for test runners have in common; the build names these files. */
const shared = files.filter((file) => file.startsWith('shared-'));

test('the package has the command, the parts for test runners, their texts, types and the built scripts, and no more', () => {
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
        ...runnerNames.flatMap((name) => [`${name}.js`, `${name}.d.ts`]),
        ...['inspected.d.ts', 'inspect-error.d.ts', ...shared],
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

test('the package needs nothing but Node and what it depends on', () => {
  const code = files.filter((file) => file.endsWith('.js') && file !== 'viewer.js');
  const imports = code.flatMap((file) => [
    ...readFileSync(path.join(path.dirname(built), file), 'utf8').matchAll(
      /^(?:import|export) .*?from "([^"]+)";$/gm,
    ),
  ]);
  const names = imports.map(([, name = '']) => name);
  const packages = names.filter((name) => !/^(?:node:|\.\/shared-)/.test(name));
  expect([...new Set(packages.map((name) => name.split('/')[0]))].sort()).toEqual(
    Object.keys(manifest.dependencies).sort(),
  );
});

test('each test runner is a path of the package, with its types', () => {
  const built = (name: string) => `./.output/cli/${name}`;
  expect(manifest.exports).toEqual({
    ...Object.fromEntries(
      runnerNames.map((name) => [
        `./${name}`,
        { types: built(`${name}.d.ts`), default: built(`${name}.js`) },
      ]),
    ),
    './package.json': './package.json',
  });
});

test('installed into an empty folder, the command runs with what it depends on and nothing else', () => {
  const command = installPackage(temporaryFolder());
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--preserve-symlinks', command, ...args], {
      cwd: path.dirname(command),
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: '' },
    });
  expect(run('--version')).toMatchObject({
    status: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
  const wrong = run('check');
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^No address: /);
  const nowhere = run('check', 'https://shop.example/', '--sitemap', 'http://127.0.0.1:1/');
  expect(nowhere.stderr).toContain('--sitemap http://127.0.0.1:1/: ');
  expect(nowhere.status).toBe(3);
}, 60_000);
