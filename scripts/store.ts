import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, runMain } from './run';
import { archiveFolder, archiveNames, writeArchives } from './store/archives';
import { answerProblems, fillDashboards, reviewerNotes } from './store/dashboards';
import { languages, listingProblems, readListing } from './store/listing';
import { makeZip } from './store/make-zip';
import { commandProblems } from './store/readme-commands';
import { rebuildProblems } from './store/rebuild';
import { takePictures } from './store/take-pictures';
import { trySite } from './store/try-site';

/*
 * npm run store [-- --only <part>]    makes and checks all that the stores are given, in .output/store; parts: texts, archives, try, pictures, rebuild
 */

const output = path.join(root, '.output/store');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const write = (file: string, data: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(output, file)), { recursive: true });
  writeFileSync(path.join(output, file), data);
};

const writeTexts = async (): Promise<string[]> => {
  const problems: string[] = [];
  for (const language of languages) {
    const listing = readListing(language);
    for (const field of ['name', 'short', 'summary', 'description'] as const)
      write(`listing/${language}/${field}.txt`, `${listing[field]}\n`);
    problems.push(...listingProblems(listing).map((each) => `listing, ${language}: ${each}`));
  }
  const dashboards = fillDashboards(read('store/dashboards.md'));
  const reviewers = read('store/reviewers.md');
  write('dashboards.md', dashboards);
  write('reviewers.txt', `${reviewerNotes(reviewers)}\n`);
  write('privacy.md', read('PRIVACY.md'));
  return [...problems, ...answerProblems(dashboards, reviewers)];
};

const writePackages = async (): Promise<string[]> => {
  if ((await run('npm', ['run', '--silent', 'build'])) !== 0) return ['the build failed'];
  if ((await run('npm', ['run', '--silent', 'check'])) !== 0) return ['the check failed'];
  await writeArchives();
  for (const name of archiveNames)
    copyFileSync(path.join(archiveFolder, name), path.join(output, name));
  return [];
};

const writeTrySite = async (): Promise<string[]> => {
  const files = trySite();
  rmSync(path.join(output, 'try'), { recursive: true, force: true });
  for (const { name, data } of files) write(`try/${name}`, data);
  write(archiveNames[0]?.replace('chrome', 'try') ?? '', await makeZip(files));
  return [];
};

const parts: Readonly<Record<string, () => Promise<string[]>>> = {
  texts: writeTexts,
  archives: writePackages,
  try: writeTrySite,
  pictures: () => takePictures(path.join(output, 'pictures')),
  rebuild: () => rebuildProblems(commandProblems),
};

await runMain(async () => {
  const at = process.argv.indexOf('--only');
  const only = at < 0 ? undefined : process.argv[at + 1];
  if (only !== undefined && !Object.hasOwn(parts, only))
    throw new Error(`--only takes ${Object.keys(parts).join(', ')}`);
  mkdirSync(output, { recursive: true });
  const problems: string[] = [];
  for (const [name, make] of Object.entries(parts)) {
    if (only !== undefined && name !== only) continue;
    console.log(`── ${name}`);
    problems.push(...(await make()));
  }
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(problems.length === 0 ? `All is in ${output}` : 'The stores would not take this');
  return problems.length === 0 ? 0 : 1;
});
