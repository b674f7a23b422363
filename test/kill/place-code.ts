import path from 'node:path';
import { build } from 'vite';
import { loadAtOnce } from '../../scripts/load-at-once';

const folder = path.join(import.meta.dirname, 'places');

/** What a place finds in its world: all else is what Node has. */
const globals = [
  'globalThis',
  'browser',
  'chrome',
  'window',
  'self',
  'top',
  'document',
  'location',
  'navigator',
  'addEventListener',
  'removeEventListener',
  'indexedDB',
  'crypto',
  'Date',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const;
export type Globals = Partial<Record<(typeof globals)[number], unknown>>;

/** Begins a place in a world of its own, as a browser does: nothing of an earlier one is left. Tells what it exports. */
export type Begin<Exports> = (world: Globals) => Exports;

/** Bundles the code of a place. */
export const bundlePlace = async <Exports>(name: string): Promise<Begin<Exports>> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve(import.meta.dirname, '../..'),
    publicDir: false,
    plugins: [
      loadAtOnce(),
      {
        name: 'fakes',
        enforce: 'pre',
        resolveId(id) {
          if (id === 'webextension-polyfill') return '\0polyfill';
          if (id === 'preact/hooks') return path.join(folder, 'plain-hooks.ts');
          // What a popup concludes of a session is not looked at, and is most of its work.
          if (id.endsWith('/follow-diagnosis')) return '\0follow-diagnosis';
          return id.endsWith('/gzip-text')
            ? path.join(folder, '../../support/plain-text.ts')
            : null;
        },
        load(id) {
          if (id === '\0follow-diagnosis') return 'export const followDiagnosis = () => undefined;';
          return id === '\0polyfill' ? 'export default browser;' : null;
        },
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.FIREFOX': 'false' },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: {
        entry: path.join(folder, `${name}.ts`),
        formats: ['iife'],
        name: 'place',
        fileName: name,
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (output?.type !== 'chunk') throw new Error(`${name} is no script`);
  const begin = new Function(...globals, `${output.code}\nreturn place;`);
  return (world) => begin(...globals.map((each) => world[each]));
};
