import { isOrdinary } from './ordinary-words';
import { secretMatcher } from './secret-matcher';

/** What could be a scheme or a host, or a part of one. */
const hostLike = /^[\w.-]+$/;
const longestScheme = 20;
const longestHost = 255;

/** Lets a function change a text outside of the schemes and hosts of the URLs in it. */
export const outsideHosts =
  (change: (text: string) => string) =>
  (text: string): string => {
    const whole = change(text);
    if (whole === text || !text.includes('://')) return whole;
    let out = '';
    let done = 0;
    for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', Math.max(done, at + 3))) {
      const scheme = /[a-z][a-z\d+.-]*$/i.exec(
        text.slice(Math.max(done, at - longestScheme), at),
      )?.[0];
      if (scheme === undefined) continue;
      const authority =
        /^[^\s/?#"'<>\\()]*/.exec(text.slice(at + 3, at + 3 + longestHost))?.[0] ?? '';
      const user = authority.slice(0, authority.lastIndexOf('@') + 1);
      out += `${change(text.slice(done, at - scheme.length)) + scheme}://${change(user)}`;
      out += authority.slice(user.length);
      done = at + 3 + authority.length;
    }
    return out + change(text.slice(done));
  };

/** Replaces what was learned, by how sure it is that it means the same elsewhere. */
export interface KnownSecrets {
  /** In what a page, a server or a user says. */
  inTexts(text: string): string;
  /** In names: values of a profile are not looked for there. */
  inNames(text: string): string;
}

const isShortNumber = (text: string): boolean => /^\d{1,4}$/.test(text);

/**
 * Finds learned secrets again. A word of the format, of the SDK or of the site's own addresses is none elsewhere, whatever a profile has: it is taken away
 * only where it is a value of the profile.
 */
export const knownSecrets = (
  secrets: ReadonlyMap<string, string>,
  siteWords: ReadonlySet<string>,
): KnownSecrets => {
  const list = [...secrets].filter(([secret]) => !isOrdinary(secret));
  const isValue = ([, name]: readonly [string, string]) => name.startsWith('value#');
  const values = list.filter(
    (each) => isValue(each) && !isShortNumber(each[0]) && !isOrdinary(each[0], siteWords),
  );
  const others = list.filter((each) => !isValue(each));
  const inNames = secretMatcher(new Map(others));
  const sure = secretMatcher(
    new Map([...others, ...values.filter(([secret]) => !hostLike.test(secret))]),
  );
  const unsure = outsideHosts(
    secretMatcher(new Map(values.filter(([secret]) => hostLike.test(secret)))),
  );
  return { inNames, inTexts: (text) => unsure(sure(text)) };
};
