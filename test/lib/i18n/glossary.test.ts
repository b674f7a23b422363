import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { code, isLabel, otherNames, quoted, refused, terms } from '../../support/glossary';

/* Texts say one thing with one word: test/support/glossary.ts has the words. */

const files = { en: english, ru: russian };
type Language = keyof typeof files;

const withoutCode = (text: string): string =>
  code.reduce((left, pattern) => left.replace(pattern, ' '), text);

/** What is wrong with a text, each as “word: what to write”. */
const wrongIn = (language: Language, text: string): string[] => {
  const words = withoutCode(text);
  return refused[language].flatMap(({ words: pattern, write, unless, isFineInLabels }) => {
    const found = pattern.exec(words);
    if (!found || unless?.test(words) || (isFineInLabels && isLabel(text))) return [];
    return [`“${found[0]}”: ${write}`];
  });
};

describe.each(Object.entries(files))('texts in %s', (language, file) => {
  it('have no word that the glossary refuses', () => {
    const wrong = Object.entries(file).flatMap(([key, { message }]) =>
      wrongIn(language as Language, message).map((what) => `${key}: ${what} — ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name buttons and places as they are called', () => {
    const texts = Object.entries(file).map(([key, { message }]) => ({ key, message }));
    const names = new Set<string>(otherNames[language as Language]);
    for (const { message } of texts) {
      names.add(message.replace(/…$/, ''));
      // “Session file (JSON): …” is called by what comes first.
      names.add(message.replace(/ \(.*$/, ''));
    }
    const wrong = texts.flatMap(({ key, message }) =>
      [...message.matchAll(quoted[language as Language])]
        .map(([, name = '']) => name)
        .filter((name) => !name.includes('$') && !names.has(name))
        .map((name) => `${key}: “${name}”`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the glossary', () => {
  it('refuses what it names', () => {
    expect(wrongIn('en', 'The worker’s script is no JavaScript, mend it.')).toHaveLength(4);
    expect(wrongIn('ru', 'Воркер не получил push, смотрите на шкале.')).toHaveLength(3);
    // What is lost at once is not said to be found later.
    expect(wrongIn('ru', 'Удалить ключ? SDK сразу её не найдёт.')).toHaveLength(1);
  });

  it('leaves code alone', () => {
    expect(wrongIn('en', 'Wait for navigator.serviceWorker.ready, see service-worker.js.')).toEqual(
      [],
    );
    expect(wrongIn('ru', 'Добавьте worker-src, Service-Worker-Allowed и pushManager.')).toEqual([]);
  });

  it('refuses none of its own terms', () => {
    const wrong = terms.flatMap(({ en, ru }) => [...wrongIn('en', en), ...wrongIn('ru', ru)]);
    expect(wrong).toEqual([]);
  });
});
