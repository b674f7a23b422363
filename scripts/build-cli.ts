import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { browserNames } from '../cli/find-browser';
import { builtScripts } from '../cli/page-scripts';
import manifest from '../package.json';
import { root, runMain, runTool } from './run';

/*
 * npm run build:cli    makes the command line from what `wxt build` has made
 */

const folders = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
const output = path.join(root, '.output/cli');

/** What the extension's build has not made yet is made. */
const copyScripts = async (): Promise<void> => {
  for (const name of browserNames) {
    const from = path.join(root, '.output', folders[name]);
    if (!builtScripts.every((file) => existsSync(path.join(from, file))))
      await runTool('wxt', 'build', ...(name === 'firefox' ? ['-b', 'firefox'] : []));
    mkdirSync(path.join(output, name), { recursive: true });
    for (const file of builtScripts) {
      copyFileSync(path.join(from, file), path.join(output, name, file));
    }
  }
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
  copyFileSync(
    path.join(root, 'public/_locales/en/messages.json'),
    path.join(output, 'messages.json'),
  );
  writeFileSync(path.join(output, 'version.json'), JSON.stringify({ version: manifest.version }));
  chmodSync(path.join(output, 'akpush-inspector.js'), 0o755);
  return 0;
});
