import { isOrdinary } from './ordinary-words';
import { type SecretMatcher, secretMatcher } from './secret-matcher';

/** What was learned, by how sure it is that it means the same elsewhere. */
export interface KnownSecrets {
  /** In what a page, a server or a user says. */
  inTexts: SecretMatcher;
  /** In names: values of a profile are not looked for there. */
  inNames: SecretMatcher;
}

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
  return {
    inTexts: secretMatcher(
      new Map(list.filter((each) => !isValue(each) || !isOrdinary(each[0], siteWords))),
    ),
    inNames: secretMatcher(new Map(list.filter((each) => !isValue(each)))),
  };
};
