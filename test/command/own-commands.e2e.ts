import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run';
import { digestOf } from '../../scripts/store/archives';
import { readZip } from '../../scripts/store/make-zip';
import {
  commandDocuments,
  commandsIn,
  whyUntried,
  withoutWindow,
} from '../../scripts/store/readme-commands';
import { runIn } from '../../scripts/store/rebuild';
import { sourceFiles } from '../../scripts/store/source-files';
import { poll } from '../e2e/support/poll';
import { truthOptions } from '../truth/truth-options';

/*
 * The documents' commands for who has the sources, as they stand, in a folder with nothing but those and the packages: what `npm ci` gives, which whoever
 * runs the tests has done. `npm run store` tries all of them once more in an unpacked source archive, with an `npm ci` there. Of those that are not tried as
 * they stand, the rest is below: with what a reader puts in, as short as it can be, or until they answer.
 */

/** Commands that are run anyway: by `.ci/run`, and by tests of their own. */
const isElsewhere = (command: string): boolean => {
  const steps = readFileSync(path.join(root, '.ci/run'), 'utf8');
  const byItself = command.split(' && ').every((each) => steps.includes(each));
  return byItself || /^npm run check:demo$|^npm pack /.test(command);
};

const all = commandDocuments
  .flatMap((file) => commandsIn(readFileSync(path.join(root, file), 'utf8')))
  .map((each) => withoutWindow(each.replace(/^npm ci(?: && |$)/, '')))
  .filter((each) => each !== '' && whyUntried(each) === undefined && !isElsewhere(each));

/** One that another one goes on from is tried with it. */
const commands = [...new Set(all)].filter(
  (each) => !all.some((other) => other.startsWith(`${each} `)),
);

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** What takes long as it stands: its name in the documents, its shortest run, and what that is to say, or the file that it is to make. */
const shortRuns: readonly (readonly [named: string, command: string, proof: RegExp | string])[] = [
  ['npm run truth', 'npm run truth -- chromium --built --only no-sdk', /\| all \| 1 \| 1 \|/],
  [
    'npm run truth -- --command',
    'npm run truth -- chromium --built --command --only no-sdk',
    /1 passed/,
  ],
  ['npm run repeat', 'npm run repeat -- chromium --times 1 --only no-sdk', /: 1 times, 0 wrong/],
  [
    'npm run repeat -- firefox --times 5',
    'npm run repeat -- firefox --times 1 --only no-sdk',
    /firefox, no-sdk: 1 times, 0 wrong/,
  ],
  ['npm run bench', 'npm run bench -- --built --only blank --rounds 1', '.bench/results.json'],
  [
    'npm run bench -- --rounds 30',
    'npm run bench -- --built --only blank --rounds 2',
    '.bench/results.json',
  ],
  ['npm run store', 'npm run store -- --only texts', '.output/store/listing/ru/name.txt'],
  ['npm run store', 'npm run store -- --only try', '.output/store/try/index.html'],
  ['npm run look', 'npm run look -- --lang ru --only state', '.output/look/ru/state-1280-dark.png'],
  [
    'npm run look -- --documents',
    'npm run look -- --documents --lang ru --only state',
    'docs/pictures/ru/state-dark.png',
  ],
];

const ofThese = 'runs these tests';
const below = 'below';

/** Where what is tried in no short run is tried. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm test': ofThese,
  'npm ci && npm test': ofThese,
  'npm test -- unit': ofThese,
  'npm test -- e2e firefox': ofThese,
  'npm run build && npx vitest run --config vitest.e2e.config.ts --project chromium test/e2e/generations.e2e.ts':
    'is one of these tests',
  'npm run dev': below,
  'npx vite': below,
  'npx tsx test/demo/main.ts': below,
  'npm run release -- <version>': 'test/store/release.test.ts',
  'npm run release -- <version> --dry-run': below,
  'npx tsx scripts/write-updates.ts <signed.xpi> https://example.org/<its name>': below,
  'cd ~/checks': 'a shell’s own',
  'npx akpush-inspector check https://shop.example/ --html push.html --junit push.xml':
    'test/command/documents.e2e.ts',
};

const whole = { recursive: true, verbatimSymlinks: true };

describe.runIf(truthOptions.browser === 'chromium')('the project’s own commands', () => {
  let folder = '';
  let home = '';

  beforeAll(async () => {
    const made = mkdtempSync(path.join(os.tmpdir(), 'akpush-commands-'));
    home = path.join(made, 'home');
    mkdirSync(home);
    for (const { name, data, isExecutable } of sourceFiles(root, 'sources')) {
      const file = path.join(made, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, data, { mode: isExecutable ? 0o755 : 0o644 });
    }
    folder = path.join(made, 'sources');
    // Not by a link to the folder: bundlers would take a package by two paths.
    const packages = [path.join(root, 'node_modules'), path.join(folder, 'node_modules')];
    const copied = spawnSync('cp', ['-al', ...packages]);
    if (copied.status !== 0) cpSync(packages[0] as string, packages[1] as string, whole);
    const { code, output } = await runIn(folder, 'npm run prepare');
    expect(code, output).toBe(0);
  });
  afterAll(() => {
    if (folder) rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  test('are found', () => {
    expect(commands).toContain('npx tsx scripts/draw-icons.ts');
    expect(commands.length).toBeGreaterThan(6);
  });

  const runHere = (command: string, more: Readonly<Record<string, string>> = {}) => {
    const npm_config_cache = process.env.npm_config_cache ?? path.join(os.homedir(), '.npm');
    return runIn(folder, command, { HOME: home, npm_config_cache, ...more });
  };
  const here = (file: string): string => path.join(folder, file);
  const selfHosted = `.output/${name}-${version}-firefox-self-hosted.zip`;

  /** What some have to have done besides. */
  const proofs: Readonly<Record<string, (output: string) => Promise<void> | void>> = {
    'npm start -- --headless --firefox': (output) => {
      const lines = output.split('\n').filter((line) => line.trim() !== '' && line[0] !== '>');
      const verdict = lines.findIndex((line) => line.includes('service worker script not found'));
      expect(verdict, output).toBeGreaterThan(-1);
      // What a newcomer came for is not below a builder's log.
      expect(verdict, output).toBeLessThan(5);
      for (const picture of ['diagnosis.png', 'timeline.png']) {
        expect(output).toContain(`Picture: ${here(path.join('.start', picture))}`);
        expect(existsSync(here(path.join('.start', picture)))).toBe(true);
      }
    },
    'npm run zip -- --update-url https://example.org/updates.json': async () => {
      const files = await readZip(readFileSync(here(selfHosted)));
      const packed = files.find((each) => each.name === 'manifest.json')?.data.toString() ?? '';
      const { gecko } = JSON.parse(packed).browser_specific_settings;
      expect(gecko.update_url).toBe('https://example.org/updates.json');
      expect(gecko.id).toBe('akpush-inspector@altcraft-tools.org');
    },
  };

  test('have what is to be proved of some', () => {
    expect(commands).toEqual(expect.arrayContaining(Object.keys(proofs)));
  });

  test.each(commands)('%s', { timeout: 300_000 }, async (command) => {
    const { code, output } = await runHere(command);
    expect(code, output).toBe(0);
    await proofs[command]?.(output);
  });

  test('npx tsx scripts/write-updates.ts, of an archive that is not signed', async () => {
    const link = 'https://example.org/a.xpi';
    const { code, output } = await runHere(
      `npx tsx scripts/write-updates.ts ${selfHosted} ${link}`,
    );
    expect(code, output).toBe(0);
    const { addons } = JSON.parse(readFileSync(here('.output/updates.json'), 'utf8'));
    expect(addons['akpush-inspector@altcraft-tools.org'].updates).toEqual([
      expect.objectContaining({
        version,
        update_link: link,
        update_hash: `sha256:${digestOf(readFileSync(here(selfHosted)))}`,
      }),
    ]);
  });

  test('npm run release -- 9.9.9 --dry-run, without the checks that have been run', async () => {
    const { stdout } = spawnSync('which', ['npm'], { encoding: 'utf8' });
    const bin = path.join(home, 'bin');
    mkdirSync(bin);
    const asked = path.join(home, 'asked.txt');
    const npm = `#!/bin/sh\n[ "$2" = release ] && exec ${stdout.trim()} "$@"\necho "$*" >> ${asked}\n`;
    writeFileSync(path.join(bin, 'npm'), npm, { mode: 0o755 });
    const as = '-c user.name=Mira -c user.email=mira@example.com -c commit.gpgsign=false';
    await runHere(`git init -q -b main && git add -A && git ${as} commit -q -m All`);
    const { code, output } = await runHere('npm run release -- 9.9.9 --dry-run', {
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    });
    expect(code, output).toBe(0);
    expect(readFileSync(asked, 'utf8').trim().split('\n')).toEqual([
      'run lint',
      'run build',
      'run check',
      'test',
      'run store',
    ]);
    expect(output).toContain('would tag v9.9.9');
    expect(output).toContain('nothing was written, tagged or pushed');
    expect((await runHere('git status --porcelain && git tag')).output).toBe('');
  });

  test.each(shortRuns)('%s, as %s', { timeout: 300_000 }, async (_named, command, proof) => {
    // Another command may have built it.
    if (!existsSync(here('.output/chrome-mv3/manifest.json'))) await runHere('npx wxt build');
    if (typeof proof === 'string') rmSync(here(proof), { force: true });
    const { code, output } = await runHere(command);
    expect(code, output).toBe(0);
    if (typeof proof === 'string') expect(existsSync(here(proof)), output).toBe(true);
    else expect(output).toMatch(proof);
  });

  test('none of the documents is left out', () => {
    const untried = commandDocuments
      .flatMap((file) => commandsIn(readFileSync(path.join(root, file), 'utf8')))
      .filter((each) => whyUntried(each) !== undefined);
    const shown = [...shortRuns.map(([named]) => named), ...Object.keys(elsewhere)];
    expect([...new Set(untried)].sort()).toEqual([...new Set(shown)].sort());
  });

  /** Runs a command until something has come of it, which is a build for one of them. What it says is part of the error where nothing comes. */
  const runUntil = async <Result>(
    command: string,
    ask: (output: string) => Result | undefined,
    then: (result: Result) => Promise<void> | void,
  ): Promise<void> => {
    // WXT begins a browser where there is a display.
    const env = { ...process.env, HOME: home, DISPLAY: '', FORCE_COLOR: undefined, NO_COLOR: '1' };
    const child = spawn(command, { cwd: folder, shell: true, detached: true, env });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    try {
      const result = await poll(command, () => ask(output), 240_000).catch((error) => {
        throw new Error(`${error.message}\n${output}`);
      });
      await then(result as Result);
    } finally {
      // Its group may have ended by itself.
      if (child.exitCode === null) process.kill(-(child.pid as number));
      await ended;
    }
  };

  test.each([
    ['npx tsx test/demo/main.ts', /http:\S+\/\?keyed=1/, ''],
    ['npx vite', /http:\S+:\d+\//, 'test/components/harness.html'],
  ])('%s, until it answers', (command, address, page) =>
    runUntil(
      command,
      (output) => address.exec(output)?.[0],
      async (url) => expect(await (await fetch(`${url}${page}`)).text()).toContain('AKPush'),
    ),
  );

  test('npm run dev, until the extension is there', () =>
    runUntil(
      'npm run dev',
      () => existsSync(here('.output/chrome-mv3-dev/manifest.json')),
      (isThere) => expect(isThere).toBe(true),
    ));
});
