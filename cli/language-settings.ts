import type { BrowserName } from './find-browser';
import { UsageError } from './usage-error';

/** What a browser is started with to ask for a language. */
export interface LanguageSettings {
  args: readonly string[];
  prefs: Readonly<Record<string, string>>;
}

/** A visitor's language, as `ru-RU`: what `navigator.language` and `Accept-Language` say. Throws a `UsageError`. */
export const languageSettings = (
  given: string | undefined,
  browser: BrowserName,
): LanguageSettings => {
  if (given === undefined) return { args: [], prefs: {} };
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(given))
    throw new UsageError(`--language ${given}: expected a language, as ru-RU`);
  const [short = given] = given.split('-');
  const wanted = short === given ? given : `${given},${short}`;
  return browser === 'firefox'
    ? { args: [], prefs: { 'intl.accept_languages': wanted } }
    : { args: [`--lang=${given}`, `--accept-lang=${wanted}`], prefs: {} };
};
