import type { Plugin } from 'vite';

/** An `import()` of a file of the project, in the source. */
const later = /(?<!typeof )\bimport\('(\.[^'\n]+)'\)/g;

/**
 * For a bundle of one script, where nothing can be loaded later: what would be is part of it as by a plain `import`. A bundler would keep each
 * such module, and all that it imports, in a function of its own, which is larger.
 */
export const loadAtOnce = (): Plugin => ({
  name: 'load-at-once',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('node_modules') || !/\.tsx?$/.test(id)) return;
    const files: string[] = [];
    const next = code.replace(later, (_, file: string) => {
      files.push(file);
      return `Promise.resolve(loaded${files.length})`;
    });
    if (files.length === 0) return;
    const imports = files.map((file, index) => `import * as loaded${index + 1} from '${file}';`);
    return { code: `${next}\n${imports.join('\n')}`, map: null };
  },
});
