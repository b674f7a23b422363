import type { MessageFile } from './message';

/** Texts of two languages, each with its key once: `[key, English, Russian]`. A place for the first substitution is `$1$`. */
type Packed = readonly (readonly [key: string, en: string | 0, ru: string | 0])[];

/** The languages that there are messages in. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

const placeholders = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => [digit, { content: `$${digit}` }]),
);

const textOf = (file: MessageFile, key: string): string | 0 => {
  const entry = file[key];
  if (!entry) return 0;
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    return content ? `${content}$` : whole;
  });
};

/** The message files as one text, as short as it can be. */
export const packMessages = (files: Record<Language, MessageFile>): string => {
  const keys = new Set(languages.flatMap((each) => Object.keys(files[each])));
  const packed: Packed = [...keys].map((key) => [
    key,
    textOf(files.en, key),
    textOf(files.ru, key),
  ]);
  return JSON.stringify(packed);
};

/** The file of one language again. */
export const unpackMessages = (text: string, language: Language): MessageFile => {
  const at = languages.indexOf(language) + 1;
  return Object.fromEntries(
    (JSON.parse(text) as Packed).flatMap((line) => {
      const message = line[at];
      return typeof message === 'string' ? [[line[0], { message, placeholders }]] : [];
    }),
  );
};
