import { formatNumber } from './format-number';
import { findMessage, type MessageKey, message } from './message';

/** What has the plural forms `<key>_one`, `<key>_other` and, where the language has them, `_few` and `_many`. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

let rules: Intl.PluralRules | undefined;

/** The text for a number of things; the number is the first substitution. */
export const plural = (key: PluralKey, count: number, ...substitutions: string[]): string => {
  // The messages' language, not the browser's: they differ where there is no translation.
  const locale = message('locale');
  if (rules?.resolvedOptions().locale !== locale) rules = new Intl.PluralRules(locale);
  const all = [formatNumber(count), ...substitutions];
  return (
    findMessage(`${key}_${rules.select(count)}`, all) || findMessage(`${key}_other`, all) || key
  );
};
