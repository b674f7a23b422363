import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type WxtViteConfig } from 'wxt';
import { bundleViewer } from './scripts/bundle-viewer';
import { chunkOf } from './scripts/chunk-of';
import { extensionManifest } from './scripts/extension-manifest';
import { issuesAddress } from './scripts/issues-address';
import { lazyModule } from './scripts/lazy-module';

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

const viteConfig = (): WxtViteConfig => ({
  define: { 'import.meta.env.ISSUES': JSON.stringify(issuesAddress()) },
  plugins: [callDirectly(), lazyModule(/[\\/]hook[\\/]recorder\.ts$/, /[\\/]originals(?:\.ts)?$/)],
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
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ command }) => {
    // A build is the same whatever the shell says: see `asProduction`.
    if (command === 'build') process.env.NODE_ENV = 'production';
    return viteConfig();
  },
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
  manifest: ({ browser }) => extensionManifest(browser),
});
