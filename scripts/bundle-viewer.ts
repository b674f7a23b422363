import path from 'node:path';
import { build } from 'vite';
import { asProduction } from './as-production';
import { loadAtOnce } from './load-at-once';

/** What is built of `viewer/`: one script and one style, whatever is loaded later in the panel. */
export interface ViewerBundle {
  script: string;
  style: string;
}

const root = path.resolve(import.meta.dirname, '..');

/** Builds the viewer. */
export const bundleViewer = async (): Promise<ViewerBundle> => {
  const result = await asProduction(() =>
    build({
      configFile: false,
      logLevel: 'warn',
      root,
      publicDir: false,
      plugins: [loadAtOnce()],
      define: {
        'process.env.NODE_ENV': '"production"',
        'import.meta.env.FIREFOX': 'false',
        'import.meta.env.VIEWER': 'true',
      },
      build: {
        write: false,
        target: 'es2022',
        lib: {
          entry: path.join(root, 'viewer/main.tsx'),
          formats: ['iife'],
          name: 'akpushViewer',
          fileName: 'viewer',
        },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  );
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((each) => each.type === 'chunk');
  const style = outputs.find((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || style?.type !== 'asset' || outputs.length !== 2)
    throw new Error(`the viewer is ${outputs.map(({ fileName }) => fileName).join(', ')}`);
  return { script: script.code, style: String(style.source) };
};
