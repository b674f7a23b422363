import { type MessageFile, message, provideMessages } from './message';

/** The file of a language; `undefined`: the browser's own texts do. */
const fileOf = async (language: string): Promise<MessageFile | undefined> => {
  if (language === 'auto') return undefined;
  const answer = await fetch(`/_locales/${language}/messages.json`);
  return (await answer.json()) as MessageFile;
};

let asked = 0;

/**
 * Takes the texts of a language that is not the browser's from the extension's own files, and says in the document which language it is in.
 * `auto`: the browser's language. For the extension's pages; where the file cannot be read the texts stay as they are. Of two that are asked for
 * the later one stays.
 */
export const provideLanguage = async (language: string): Promise<void> => {
  asked += 1;
  const mine = asked;
  try {
    if (message('locale') !== language) {
      const file = await fileOf(language);
      if (mine === asked) provideMessages(file);
    }
  } catch {
    // Texts in another language are better than none.
  }
  if (typeof document !== 'undefined') document.documentElement.lang = message('locale');
};
