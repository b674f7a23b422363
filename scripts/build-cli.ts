import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isolatedDeclarationSync } from 'rolldown/experimental';
import { build } from 'vite';
import { browserNames } from '../cli/find-browser';
import { builtScripts } from '../cli/page-scripts';
import { viewerFiles } from '../cli/read-viewer';
import { runnerNames } from '../cli/runners/runner-names';
import { packMessages } from '../lib/i18n/packed-messages';
import manifest from '../package.json';
import { asProduction } from './as-production';
import { buildOnce } from './build-once';
import { buildFolder } from './built-extension';
import { root, runMain } from './run';

/*
 * npm run build:cli    makes the command line, of the built extension
 */

const output = path.join(root, '.output/cli');
const command = 'akpush-inspector';

const localeText = (language: string): string =>
  readFileSync(path.join(root, `public/_locales/${language}/messages.json`), 'utf8');

const copyScripts = async (): Promise<void> => {
  await buildOnce(['chromium', 'firefox']);
  for (const name of browserNames) {
    const from = buildFolder(name);
    mkdirSync(path.join(output, name), { recursive: true });
    for (const file of builtScripts) {
      copyFileSync(path.join(from, file), path.join(output, name, file));
    }
  }
  // It is the same for both.
  for (const file of viewerFiles)
    copyFileSync(path.join(buildFolder('chromium'), file), path.join(output, file));
};

/** The types of what test runners import. */
const writeDeclarations = (): void => {
  for (const name of [...runnerNames, 'inspected', 'inspect-error']) {
    const file = path.join(root, `cli/runners/${name}.ts`);
    const { code, errors } = isolatedDeclarationSync(file, readFileSync(file, 'utf8'));
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    // Node's way to name files, which each compiler understands.
    const named = code.replace(/(from ["']\.\/[\w-]+)(["'])/g, '$1.js$2');
    writeFileSync(path.join(output, `${name}.d.ts`), named);
  }
};

await runMain(async () => {
  rmSync(output, { recursive: true, force: true });
  await asProduction(() =>
    build({
      configFile: false,
      logLevel: 'warn',
      root,
      publicDir: false,
      ssr: { noExternal: true, external: Object.keys(manifest.dependencies) },
      build: {
        ssr: true,
        outDir: output,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: {
            [command]: path.join(root, 'cli/main.ts'),
            ...Object.fromEntries(
              runnerNames.map((name) => [name, path.join(root, `cli/runners/${name}.ts`)]),
            ),
          },
          output: {
            entryFileNames: '[name].js',
            // All in one folder: what is beside the command is found by where its code is.
            chunkFileNames: 'shared-[name].js',
            banner: ({ name }) => (name === command ? '#!/usr/bin/env node' : ''),
          },
        },
      },
    }),
  );
  writeDeclarations();
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
