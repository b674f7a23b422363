import { messagesVersion } from '../i18n/message';

/** Something that holds texts of the language: made anew where another language's have been provided since. */
export const perLanguage = <Held>(make: () => Held): (() => Held) => {
  let at: number | undefined;
  let held: Held;
  return () => {
    const now = messagesVersion();
    if (at !== now) {
      at = now;
      held = make();
    }
    return held;
  };
};
