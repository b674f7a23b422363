import { planRelease } from './plan-release';

/** What a release does to the world. */
export interface ReleaseShell {
  /** What a git command writes. */
  git(...args: readonly string[]): string;
  /** Runs an npm script; throws when it fails. */
  npm(...args: readonly string[]): Promise<void>;
  read(file: string): string;
  write(file: string, text: string): void;
  say(line: string): void;
  /** As `2026-11-30`. */
  today(): string;
}

/** What is asked of a release. */
export interface ReleaseOptions {
  version: string;
  isDry: boolean;
}

/** Puts a version where npm has it: twice in the lock file, once in package.json. */
const withVersion = (json: string, from: string, to: string, times: number): string => {
  let left = times;
  return json.replaceAll(`"version": "${from}"`, (found) =>
    left-- > 0 ? `"version": "${to}"` : found,
  );
};

/** Makes a release: version, changelog, tests, archives, tag, push. A dry run does all that changes nothing outside of `.output`, and says the rest. */
export const runRelease = async (
  shell: ReleaseShell,
  { version, isDry }: ReleaseOptions,
): Promise<void> => {
  const { git, npm, read, write, say } = shell;
  const change = (what: string, act: () => void): void => {
    say(isDry ? `would ${what}` : what);
    if (!isDry) act();
  };
  const branch = git('rev-parse', '--abbrev-ref', 'HEAD').trim();
  const dirty = git('status', '--porcelain').trim();
  const problems = [
    ...(branch === 'main' ? [] : [`the branch is ${branch}, not main`]),
    ...(dirty === '' ? [] : [`not committed:\n${dirty}`]),
  ];
  if (problems.length > 0 && !isDry) throw new Error(problems.join('\n'));
  for (const problem of problems) say(`a release would be refused: ${problem}`);
  const current = JSON.parse(read('package.json')).version as string;
  const plan = planRelease(version, {
    current,
    changelog: read('CHANGELOG.md'),
    tags: git('tag', '--list').split('\n').filter(Boolean),
    date: shell.today(),
  });
  say(`${current} → ${plan.version}, ${plan.notes.match(/^- /gm)?.length} changes`);
  change('write package.json, package-lock.json and CHANGELOG.md', () => {
    write('package.json', withVersion(read('package.json'), current, plan.version, 1));
    write('package-lock.json', withVersion(read('package-lock.json'), current, plan.version, 2));
    write('CHANGELOG.md', plan.changelog);
  });
  await npm('run', 'lint');
  await npm('run', 'build');
  await npm('run', 'check');
  await npm('test');
  // The sources of the archive are those that are committed.
  change(`commit as ${plan.tag}`, () => {
    git('add', 'package.json', 'package-lock.json', 'CHANGELOG.md');
    git('commit', '-m', `Release ${plan.version}`);
  });
  await npm('run', 'store');
  change(`tag ${plan.tag}`, () => git('tag', '-a', plan.tag, '-m', plan.notes));
  change('push main and the tag', () => git('push', '--atomic', 'origin', 'main', plan.tag));
  say(isDry ? 'nothing was written, tagged or pushed' : 'now upload what is in .output/store');
};
