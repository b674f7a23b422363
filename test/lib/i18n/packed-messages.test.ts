import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findMessage, type MessageFile, provideMessages } from '../../../lib/i18n/message';
import { languages, packMessages, unpackMessages } from '../../../lib/i18n/packed-messages';

const root = join(import.meta.dirname, '../../..');
const read = (language: string): MessageFile =>
  JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8'));
const files = { en: read('en'), ru: read('ru') };
const packed = packMessages(files);

afterEach(() => provideMessages(undefined));

test.each(languages)('every text of %s is what it was', (language) => {
  const given = ['first $2', '$$', 'third', 'fourth', 'fifth'];
  const textsOf = (file: MessageFile) => {
    provideMessages(file);
    return Object.keys(files[language]).map((key) => [key, findMessage(key, given)]);
  };
  expect(textsOf(unpackMessages(packed, language))).toEqual(textsOf(files[language]));
});

test('a key that one language alone has is in that one', () => {
  const text = { message: 'x' };
  const few = packMessages({ en: { a: text }, ru: { a: text, a_few: text } });
  expect(Object.keys(unpackMessages(few, 'en'))).toEqual(['a']);
  expect(Object.keys(unpackMessages(few, 'ru'))).toEqual(['a', 'a_few']);
});
