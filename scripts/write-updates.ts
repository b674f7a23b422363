import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './built-extension';
import { root, runMain } from './run';
import { digestOf } from './store/archives';
import { readZip } from './store/make-zip';
import { updateManifest } from './store/update-manifest';

/*
 * npx tsx scripts/write-updates.ts <signed.xpi> <https address>    writes .output/updates.json for a Firefox extension that a site of one's own hosts
 */

await runMain(async () => {
  const [file, link] = process.argv.slice(2);
  if (!file || !link)
    throw new Error('npx tsx scripts/write-updates.ts <signed.xpi> <https address>');
  const xpi = readFileSync(file);
  const text = (await readZip(xpi)).find(({ name }) => name === 'manifest.json')?.data.toString();
  if (text === undefined) throw new Error(`${file} has no manifest.json`);
  const { version, browser_specific_settings: own } = JSON.parse(text) as Manifest;
  const { id, strict_min_version: minVersion } = own?.gecko ?? {};
  if (!id || !minVersion) throw new Error(`${file} is no extension for Firefox`);
  const output = path.join(root, '.output/updates.json');
  writeFileSync(output, updateManifest({ id, version, minVersion, link, digest: digestOf(xpi) }));
  console.log(output);
  return 0;
});
