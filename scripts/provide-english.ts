import { readFileSync } from 'node:fs';
import { provideMessages } from '../lib/i18n/message';

/** Gives the texts to what runs outside of a browser. Imported as a module their keys would be names of variables, of which `arguments` is none. */
export const provideEnglish = (): void => {
  const file = new URL('../public/_locales/en/messages.json', import.meta.url);
  provideMessages(JSON.parse(readFileSync(file, 'utf8')));
};
