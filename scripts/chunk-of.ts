/** What a bundler tells of a module. */
interface ModuleInfo {
  isEntry: boolean;
  /** Those that import it at once. */
  importers: readonly string[];
  /** Those that import it by `import()`. */
  dynamicImporters: readonly string[];
}

interface Context {
  getModuleInfo(id: string): ModuleInfo | null;
}

/**
 * Where a module comes from: the entries, and the modules behind an `import()`, that have it at once. It is in what each of them loads.
 */
const rootsOf = (id: string, context: Context): ReadonlySet<string> => {
  const roots = new Set<string>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const info = context.getModuleInfo(next);
    if (!info) continue;
    if (info.isEntry || info.dynamicImporters.length > 0) roots.add(next);
    waiting.push(...info.importers);
  }
  return roots;
};

const has = (roots: ReadonlySet<string>, entry: RegExp): boolean =>
  [...roots].some((root) => entry.test(root));

/**
 * The chunk of a module, by who imports it and when; `null`: the bundler's own choice, a file for each set of those that share it. `base`: what the
 * background, which must start fast and is started often, shares with others; it has no document. `start`: what the page of each DevTools
 * has of that. `core`: what the panel's first frame shares
 * with others, but for the page of each DevTools, which must be small: many small files are larger together. What one of them has alone stays
 * with it: a chunk that others load must not begin the panel's work.
 */
export const chunkOf = (id: string, context: Context): string | null => {
  const roots = rootsOf(id, context);
  if (roots.size < 2) return null;
  const isOfDevTools = has(roots, /devtools[\\/]index\.html/);
  if (has(roots, /wxt-background-entrypoint|entrypoints[\\/]background[\\/]/))
    return isOfDevTools ? 'start' : 'base';
  if (isOfDevTools) return null;
  return has(roots, /panel[\\/]index\.html/) ? 'core' : null;
};
