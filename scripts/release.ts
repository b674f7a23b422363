import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runRelease } from './release/run-release';
import { root, run, runMain } from './run';

/*
 * npm run release -- <version> [--dry-run]    version, changelog, tests, archives, tag, push; --dry-run changes nothing but .output, and says what it would do
 */

await runMain(async () => {
  const args = process.argv.slice(2);
  const isDry = args.includes('--dry-run');
  const versions = args.filter((arg) => arg !== '--dry-run');
  const { version = '' } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (versions.length > 1 || versions.some((each) => each.startsWith('-')))
    throw new Error('npm run release -- <version> [--dry-run]');
  if (versions.length === 0 && !isDry) throw new Error('Which version? npm run release -- 1.2.3');
  await runRelease(
    {
      git: (...command) => execFileSync('git', command, { cwd: root, encoding: 'utf8' }),
      async npm(...command) {
        const code = await run('npm', command);
        if (code !== 0) throw new Error(`npm ${command.join(' ')} failed`);
      },
      read: (file) => readFileSync(path.join(root, file), 'utf8'),
      write: (file, text) => writeFileSync(path.join(root, file), text),
      say: (line) => console.log(`── ${line}`),
      today: () => new Date().toISOString().slice(0, 10),
    },
    { version: versions[0] ?? version, isDry },
  );
  return 0;
});
