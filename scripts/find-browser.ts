import { type BrowserName, findBrowser, pathVariables } from '../cli/find-browser';

export { type BrowserName, browserNames, findBrowser } from '../cli/find-browser';

/** The browser's executable, or an error that says how to get one. */
export const requireBrowser = (name: BrowserName): string => {
  const file = findBrowser(name);
  if (file) return file;
  throw new Error(
    `${name} was not found: run "npx tsx scripts/install-browsers.ts ${name}", or set ${pathVariables[name]} to its executable`,
  );
};
