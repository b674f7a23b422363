import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planRelease } from '../../scripts/release/plan-release';
import { type ReleaseShell, runRelease } from '../../scripts/release/run-release';
import { updateManifest } from '../../scripts/store/update-manifest';
import { temporaryFolder } from '../support/temporary-folder';

const changelog =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A view.\n- A rule.\n\n## [0.1.0] - 2026-01-02\n\n- All.\n';
const state = { current: '0.1.0', changelog, tags: ['v0.1.0'], date: '2026-11-30' };

describe('a plan', () => {
  test('moves what is unreleased to the version', () => {
    const plan = planRelease('0.2.0', state);
    expect(plan.notes).toBe('### Added\n\n- A view.\n- A rule.');
    expect(plan.changelog).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-30\n\n### Added\n\n- A view.\n- A rule.\n\n## [0.1.0] - 2026-01-02\n\n- All.\n',
    );
  });

  test('of the first release has the version that is there', () => {
    expect(
      planRelease('0.1.0', { ...state, changelog: '## [Unreleased]\n\n- All.\n', tags: [] }).tag,
    ).toBe('v0.1.0');
  });

  test.each([
    ['0.1.0', {}, 'has been released'],
    ['0.0.9', {}, 'not newer'],
    ['0.2.0-beta', {}, 'no version'],
    ['0.0.9', { tags: [] }, 'not newer than 0.1.0'],
    ['0.2.0', { tags: ['v0.10.0'] }, 'not newer than 0.10.0'],
    ['0.2.0', { changelog: '## [Unreleased]\n\n## [0.1.0] - 2026-01-02\n\n- All.\n' }, 'is empty'],
    ['0.2.0', { changelog: '# Changelog\n' }, 'no section'],
  ])('refuses %s where %j', (version, changes, why) => {
    expect(() => planRelease(version, { ...state, ...changes })).toThrow(why);
  });
});

describe('a release', () => {
  const makeShell = (fails?: string) => {
    const done: string[] = [];
    const files: Record<string, string> = {
      'package.json': '{ "version": "0.1.0", "dependency": { "version": "0.1.0" } }',
      'package-lock.json':
        '{ "version": "0.1.0", "": { "version": "0.1.0" }, "a": { "version": "0.1.0" } }',
      'CHANGELOG.md': changelog,
    };
    const answers: Record<string, string> = { 'rev-parse': 'main\n', status: '', tag: 'v0.1.0\n' };
    const shell: ReleaseShell = {
      git(...args) {
        const isQuestion = args.length === 2 || args[0] === 'rev-parse';
        if (!isQuestion) done.push(`git ${args[0]}`);
        return answers[args[0] ?? ''] ?? '';
      },
      async npm(...args) {
        if (args.join(' ') === fails) throw new Error(`${fails} failed`);
        done.push(`npm ${args.join(' ')}`);
      },
      read: (file) => files[file] ?? '',
      write(file, text) {
        files[file] = text;
        done.push(`write ${file}`);
      },
      say: () => {},
      today: () => '2026-11-30',
    };
    return { shell, done, files, answers };
  };
  const checks = ['npm run lint', 'npm run build', 'npm run check', 'npm test'];
  const writes = ['write package.json', 'write package-lock.json', 'write CHANGELOG.md'];

  test('tests before it commits, makes the archives of what is committed, and pushes last', async () => {
    const { shell, done, files } = makeShell();
    await runRelease(shell, { version: '0.2.0', isDry: false });
    expect(done).toEqual([
      ...writes,
      ...checks,
      ...['git add', 'git commit', 'npm run store', 'git tag', 'git push'],
    ]);
    expect(files['package.json']).toBe(
      '{ "version": "0.2.0", "dependency": { "version": "0.1.0" } }',
    );
    expect(files['package-lock.json']).toContain('"a": { "version": "0.1.0" }');
  });

  test('that is dry tests and makes archives, and changes nothing', async () => {
    const { shell, done } = makeShell();
    await runRelease(shell, { version: '0.2.0', isDry: true });
    expect(done).toEqual([...checks, 'npm run store']);
  });

  test('stops where a check fails', async () => {
    const { shell, done } = makeShell('test');
    await expect(runRelease(shell, { version: '0.2.0', isDry: false })).rejects.toThrow(
      'test failed',
    );
    expect(done.filter((each) => each.startsWith('git'))).toEqual([]);
  });

  test('is refused with changes that are not committed; a dry run says so', async () => {
    const { shell, done, answers } = makeShell();
    answers.status = ' M lib/a.ts\n';
    await expect(runRelease(shell, { version: '0.2.0', isDry: false })).rejects.toThrow('lib/a.ts');
    expect(done).toEqual([]);
  });
});

describe('a release of a real repository', () => {
  const makeRepository = () => {
    const folder = temporaryFolder();
    const [work, origin] = [path.join(folder, 'work'), path.join(folder, 'origin.git')];
    mkdirSync(work);
    const gitIn = (cwd: string, ...args: readonly string[]): string =>
      execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const git = (...args: readonly string[]): string => gitIn(work, ...args);
    const file = (name: string): string => path.join(work, name);
    const write = (name: string, text: string): void => writeFileSync(file(name), text);
    gitIn(folder, 'init', '-q', '--bare', '-b', 'main', origin);
    git('init', '-q', '-b', 'main');
    for (const [key, value] of [
      ['user.name', 'Mira'],
      ['user.email', 'mira@example.com'],
      ['commit.gpgsign', 'false'],
      ['tag.gpgsign', 'false'],
    ] as const)
      git('config', key, value);
    write('package.json', '{ "version": "0.1.0" }\n');
    write('package-lock.json', '{ "version": "0.1.0", "": { "version": "0.1.0" } }\n');
    write('CHANGELOG.md', changelog);
    git('add', '.');
    git('commit', '-q', '-m', 'All');
    git('tag', 'v0.1.0');
    git('remote', 'add', 'origin', origin);
    git('push', '-q', 'origin', 'main', 'v0.1.0');
    const said: string[] = [];
    const ran: string[] = [];
    const shell: ReleaseShell = {
      git,
      async npm(...args) {
        ran.push(args.join(' '));
      },
      read: (name) => readFileSync(file(name), 'utf8'),
      write,
      say: (line) => said.push(line),
      today: () => '2026-11-30',
    };
    /** All that a release could change: refs here and there, and files. */
    const look = () => ({
      here: git('show-ref').trim().split('\n'),
      there: gitIn(origin, 'show-ref').trim().split('\n'),
      changed: git('status', '--porcelain'),
    });
    return { shell, said, ran, look, write, gitIn, origin };
  };

  test('a dry run changes nothing, and says what a release would do', async () => {
    const { shell, said, look } = makeRepository();
    const before = look();
    await runRelease(shell, { version: '0.2.0', isDry: true });
    expect(look()).toEqual(before);
    expect(said).toEqual([
      '0.1.0 → 0.2.0, 2 changes',
      'would write package.json, package-lock.json and CHANGELOG.md',
      'would commit as v0.2.0',
      'would tag v0.2.0',
      'would push main and the tag',
      'nothing was written, tagged or pushed',
    ]);
  });

  test.each([
    ['0.1.0', 'v0.1.0 has been released'],
    ['0.0.1', '0.0.1 is not newer than 0.1.0'],
    ['v0.2.0', 'v0.2.0 is no version as 1.2.3'],
  ])('%s is refused before anything is run, dry or not', async (version, why) => {
    for (const isDry of [true, false]) {
      const { shell, ran, look } = makeRepository();
      const before = look();
      await expect(runRelease(shell, { version, isDry })).rejects.toThrow(why);
      expect([ran, look()]).toEqual([[], before]);
    }
  });

  test('what is not committed, and another branch, are refused; a dry run says so', async () => {
    const { shell, said, ran, look, write } = makeRepository();
    write('notes.txt', 'x');
    shell.git('switch', '-q', '-c', 'topic');
    const before = look();
    await expect(runRelease(shell, { version: '0.2.0', isDry: false })).rejects.toThrow(
      /the branch is topic, not main\nnot committed:\n\?\? notes\.txt/,
    );
    expect([ran, look()]).toEqual([[], before]);
    await runRelease(shell, { version: '0.2.0', isDry: true });
    expect(said.filter((line) => line.startsWith('a release would be refused'))).toHaveLength(2);
    expect(look()).toEqual(before);
  });

  test('a release is on its origin, branch and tag, with version and changelog', async () => {
    const { shell, look, gitIn, origin } = makeRepository();
    await runRelease(shell, { version: '0.2.0', isDry: false });
    const { here, there, changed } = look();
    expect(changed).toBe('');
    expect(there).toEqual(here.filter((line) => !line.includes('refs/remotes/')));
    const released = (name: string) => gitIn(origin, 'show', `v0.2.0:${name}`);
    expect(released('package.json')).toBe('{ "version": "0.2.0" }\n');
    expect(released('CHANGELOG.md')).toContain('## [0.2.0] - 2026-11-30');
    expect(gitIn(origin, 'log', '-1', '--format=%s', 'main').trim()).toBe('Release 0.2.0');
  });
});

test('updates.json has the version, the file and its digest', () => {
  const given = { id: 'a@b', version: '1.2.3', minVersion: '140.0', digest: 'ab' };
  const text = updateManifest({ ...given, link: 'https://x.example/a.xpi' });
  expect(JSON.parse(text).addons['a@b'].updates).toEqual([
    {
      version: '1.2.3',
      update_link: 'https://x.example/a.xpi',
      update_hash: 'sha256:ab',
      applications: { gecko: { strict_min_version: '140.0' } },
    },
  ]);
  expect(() => updateManifest({ ...given, link: 'http://x.example/a.xpi' })).toThrow('HTTPS');
});
