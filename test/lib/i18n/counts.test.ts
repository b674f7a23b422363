import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MessageFile } from '../../../lib/i18n/message';

/* A number and what it counts agree: a message in which a word follows a count has plural forms, in both languages. */

const root = join(import.meta.dirname, '../../..');
const read = (language: string): MessageFile =>
  JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8'));

/** Names of places that hold numbers of things. */
const counts = 'count|entries|calls|pushes|errors|warnings|days|bytes|pages|number|times|lines';

/** Units and shares are no things that are counted in words: `5 ms`, `3 of 7`, `2 new`. */
const unit = /^(?:ms|s|min|h|d|of|from|and|to|new|out|more|мс|с|мин|ч|д|из|от|и|до|ещё)$/u;

/** The word that follows a count in a text. */
const countedIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`\\$(?:${counts})\\$ (\\p{L}+)`, 'gu'))]
    .map(([, word = '']) => word)
    .filter((word) => !unit.test(word));

test.each(['en', 'ru'])('in %s', (language) => {
  const wrong = Object.entries(read(language))
    .filter(([key]) => !/_(?:one|few|many|other)$/.test(key))
    .flatMap(([key, { message }]) => countedIn(message).map((word) => `${key}: … ${word}`));
  expect(wrong).toEqual([]);
});

test('finds a count whose word does not change', () => {
  expect(countedIn('Shown $count$ times, of $errors$ errors; $count$ of 7')).toEqual([
    'times',
    'errors',
  ]);
  expect(countedIn('Показано $count$ раза за $time$ с')).toEqual(['раза']);
});
