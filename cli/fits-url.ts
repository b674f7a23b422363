import { fitsGlob } from '../lib/expectations/fits-glob';
import { readUrl, withScheme } from './read-url';
import { withoutCredentials } from './without-credentials';

/**
 * Whether a page's address fits a pattern: the same address, or, where the pattern has `*`, that with anything in its place. Without a scheme it is
 * `https`, unless `*` is at the beginning.
 */
export const fitsUrl = (pattern: string, url: string): boolean => {
  const { href } = new URL(withoutCredentials(url));
  if (pattern.includes('*'))
    return fitsGlob(pattern.startsWith('*') ? pattern : withScheme(pattern), href);
  const exact = readUrl(pattern);
  return exact !== undefined && new URL(withoutCredentials(exact)).href === href;
};
