import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'wxt';
import { bundleViewer } from './scripts/bundle-viewer';
import { lazyModule } from './scripts/lazy-module';
import { noInnerHtml } from './scripts/no-inner-html';

/**
 * Scripts of a page are called as they are: WXT's wrapper, which logs what they throw, would be compiled in every page, and `globalName`,
 * which is for WXT alone, be in it.
 */
const callDirectly = () => ({
  name: 'call-directly',
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return;
    const [definition] = /import definition from [^;]+;/.exec(code) ?? [];
    if (!definition) throw new Error('call-directly: the wrapper has changed, check WXT');
    return { code: `${definition}\ndefinition.main();`, map: null };
  },
  renderChunk: (code: string) => ({
    code: code.replace(/^\s*globalName: false,$/m, ''),
    map: null,
  }),
});

/** Modules of the screen and of what it shows: those that the first frame needs, and those that lazy views share. */
const isScreen = (id: string): boolean =>
  /[\\/](?:lib[\\/](?:akpush|i18n|text|state|outcome|timeline)|components(?:[\\/]details)?)[\\/][^\\/]+$/.test(
    id,
  );

/** What the panel has kept for its views, and reads before its first frame. */
const isKept = (id: string): boolean => /[\\/]lib[\\/](?:calls|saved|push)[\\/][^\\/]+$/.test(id);

/** Modules that the background needs too: it must start fast, and is started often. */
const isBase = (id: string): boolean =>
  /[\\/](?:lib[\\/](?:model(?:[\\/]kinds)?|akpush|protocol|session|messaging)[\\/][^\\/]+|lib[\\/]browser\.ts|node_modules[\\/](?:birpc|webextension-polyfill)[\\/].+)$/.test(
    id,
  );

const everyPage = { matches: ['*://*/*'], run_at: 'document_start' as const };

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      noInnerHtml(),
      callDirectly(),
      lazyModule(/[\\/]hook[\\/]recorder\.ts$/, /[\\/]originals(?:\.ts)?$/),
    ],
    build: {
      target: 'es2022',
      minify: 'terser',
      // WXT takes `var hook=` off only where it is followed by a parenthesis.
      // A function in parentheses is compiled at once: the recorder must not be.
      terserOptions: {
        compress: { passes: 3 },
        format: { wrap_iife: true, wrap_func_args: false },
      },
    },
  }),
  hooks: {
    // What an export makes web pages of. No page of the extension runs it.
    'build:done': async ({ config }) => {
      const { script, style } = await bundleViewer();
      writeFileSync(path.join(config.outDir, 'viewer.js'), script);
      writeFileSync(path.join(config.outDir, 'viewer.css'), style);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Scripts that are one file each have nothing to split.
      if (!entrypoints.some(({ name }) => name === 'panel') || !config.build) return;
      config.build.rolldownOptions ??= {};
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        // What the first frame needs is one file, what only lazy views share another one: many small ones are larger together.
        codeSplitting: {
          groups: [
            { name: 'base', test: isBase, priority: 3 },
            {
              name: 'core',
              test: (id) => isScreen(id) || isKept(id),
              tags: ['$initial'],
              priority: 2,
            },
            { name: 'shared', test: isScreen, priority: 1 },
          ],
        },
      };
    },
  },
  zip: { excludeSources: ['test/**', '.ci/**', 'docs/**'] },
  manifest: ({ browser }) => ({
    name: 'AKPush Inspector',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // Firefox gives extensions no debugger; there the worker's requests are seen by `webRequest`.
    permissions: [
      'storage',
      'scripting',
      'webNavigation',
      ...(browser === 'firefox'
        ? ['webRequest', 'webRequestBlocking', 'webRequestFilterResponse']
        : ['debugger']),
    ],
    host_permissions: ['*://*/*'],
    // Unlisted scripts: WXT's wrapper for content scripts would be larger than the keeper. The bridge comes on demand.
    content_scripts: [
      { ...everyPage, js: ['hook.js'], world: 'MAIN' },
      { ...everyPage, js: ['keeper.js'] },
    ],
    action: { default_title: '__MSG_actionTitle__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'akpush-inspector@altcraft-tools.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
