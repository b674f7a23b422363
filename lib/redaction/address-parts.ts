import { secretKinds } from '../model/pseudonym';
import { partsOf } from './ordinary-words';

const beginning = /^[a-z][a-z\d+.-]*:\/\//i;
const innerName = new RegExp(`((?:${secretKinds.join('|')}))#(\\d+)(?=[/?&.;=-])`, 'g');

/** The scheme and the host of a URL as they stand in it, without user and password; `''` where there is none. */
const originIn = (url: string): { scheme: string; host: string; rest: string } | undefined => {
  const scheme = beginning.exec(url.slice(0, 40))?.[0];
  if (scheme === undefined) return undefined;
  const after = url.slice(scheme.length);
  const end = after.search(/[/?#\\]/);
  const authority = end < 0 ? after : after.slice(0, end);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return { scheme, host, rest: end < 0 ? '' : after.slice(end) };
};

/** A URL that stays one: its scheme and host are as they were, and the rest is what `clean` makes of it. */
export const cleanAddress = (url: string, clean: (text: string) => string): string => {
  const parts = originIn(url);
  if (!parts) return clean(url);
  const { scheme, host, rest } = parts;
  const whole = clean(url);
  const kept = whole.startsWith(scheme + host) ? whole : scheme + host + clean(rest);
  // The `#` of a name would begin the fragment, and what follows would be no part of the path or the query any more.
  return kept.replace(innerName, '$1%23$2');
};

/** The words of an address that its developers chose: its host's and, of a script's, its path's. Numbers and long words may be secrets. */
export const wordsOfAddress = (url: string, withPath: boolean): string[] => {
  const parts = originIn(url);
  const path = (parts?.rest ?? url).replace(/[?#].*$/s, '');
  return partsOf(`${parts?.host ?? ''} ${withPath ? path : ''}`).filter(
    (part) => part.length < 32 && !/\d{4}/.test(part),
  );
};
