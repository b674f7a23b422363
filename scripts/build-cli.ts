import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { browserNames } from '../cli/find-browser';
import { builtScripts } from '../cli/page-scripts';
import { viewerFiles } from '../cli/read-viewer';
import { packMessages } from '../lib/i18n/packed-messages';
import manifest from '../package.json';
import { root, runMain, runTool } from './run';

/*
 * npm run build:cli    makes the command line from what `wxt build` has made
 */

const folders = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
const output = path.join(root, '.output/cli');

const localeText = (language: string): string =>
  readFileSync(path.join(root, `public/_locales/${language}/messages.json`), 'utf8');

/** What the extension's build has not made yet is made. */
const copyScripts = async (): Promise<void> => {
  for (const name of browserNames) {
    const from = path.join(root, '.output', folders[name]);
    const files = [...builtScripts, ...viewerFiles];
    if (!files.every((file) => existsSync(path.join(from, file))))
      await runTool('wxt', 'build', ...(name === 'firefox' ? ['-b', 'firefox'] : []));
    mkdirSync(path.join(output, name), { recursive: true });
    for (const file of builtScripts) {
      copyFileSync(path.join(from, file), path.join(output, name, file));
    }
  }
  // It is the same for both.
  for (const file of viewerFiles)
    copyFileSync(path.join(root, '.output', folders.chromium, file), path.join(output, file));
};

await runMain(async () => {
  rmSync(output, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    ssr: { noExternal: true, external: ['puppeteer-core'] },
    build: {
      ssr: path.join(root, 'cli/main.ts'),
      outDir: output,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'akpush-inspector.js', banner: '#!/usr/bin/env node' },
      },
    },
  });
  await copyScripts();
  writeFileSync(path.join(output, 'messages.json'), localeText('en'));
  writeFileSync(
    path.join(output, 'viewer.json'),
    packMessages({ en: JSON.parse(localeText('en')), ru: JSON.parse(localeText('ru')) }),
  );
  writeFileSync(path.join(output, 'version.json'), JSON.stringify({ version: manifest.version }));
  chmodSync(path.join(output, 'akpush-inspector.js'), 0o755);
  return 0;
});
