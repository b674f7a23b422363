/**
 * The text of a call that gives its result as JSON. `__name` is what esbuild (inside tsx) wraps around functions to keep their
 * names: a browser has no such thing.
 */
export const remoteText = (fn: string, args: readonly unknown[]): string =>
  `(async () => { const __name = (f) => f; return JSON.stringify(await (${fn})(...${JSON.stringify(args)})); })()`;
