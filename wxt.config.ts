import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'wxt';
import { bundleViewer } from './scripts/bundle-viewer';
import { chunkOf } from './scripts/chunk-of';
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
        codeSplitting: { groups: [{ name: chunkOf }] },
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
