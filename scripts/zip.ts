import path from 'node:path';
import { buildOnce } from './build-once';
import { root, runMain } from './run';
import { writeArchives } from './store/archives';

/*
 * npm run zip                            builds both extensions and writes the archives for the stores and the source archive to .output, with their digests
 * npm run zip -- --update-url <address>  also one for Firefox that asks there for newer versions
 */

await runMain(async () => {
  const at = process.argv.indexOf('--update-url');
  const updateUrl = at < 0 ? undefined : (process.argv[at + 1] ?? '');
  await buildOnce(['chromium', 'firefox']);
  for (const { file, digest } of await writeArchives(updateUrl))
    console.log(`${digest}  ${path.relative(root, file)}`);
  return 0;
});
