import { beforeAll, describe, expect, test } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { joinedBy, phrase, sentences, withTexts } from '../../../lib/model/phrase';
import { formatMoment } from '../../../lib/text/format-time';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';

beforeAll(() => provideMessages(english));

describe('a phrase', () => {
  test('is worded with what its places hold, phrases among them', () => {
    const said = phrase('sameIn', joinedBy(', ', phrase('placeCache'), phrase('placeSave')));
    const places = `${english.placeCache.message}, ${english.placeSave.message}`;
    expect(inWords(said)).toBe(`same in: ${places}`);
  });

  test('is data: the same in each language, until it is worded', () => {
    const said = JSON.parse(JSON.stringify(sentences(phrase('none'), phrase('spanSeconds', 5))));
    provideMessages(russian);
    expect(inWords(said)).toBe(`${russian.none.message} 5 с`);
    provideMessages(english);
    expect(inWords(said)).toBe(`${english.none.message} 5 s`);
  });

  test('that is a text is that text', () => {
    expect(inWords('https://shop.example/?q=$1')).toBe('https://shop.example/?q=$1');
    expect(inWords('')).toBe('');
  });

  test('of time is worded as times are', () => {
    expect(inWords({ span: 5000 })).toBe('5 s');
    expect(inWords({ moment: 1_700_000_000_000 })).toBe(formatMoment(1_700_000_000_000));
  });
});

test('of several phrases the empty ones are left out', () => {
  expect(sentences('', phrase('none'), '')).toEqual(phrase('none'));
  expect(sentences('', '')).toBe('');
  expect(sentences('a', '', 'b')).toEqual({ parts: ['a', 'b'], by: ' ' });
});

test('all texts in a phrase can be changed, and nothing else', () => {
  const said = sentences(
    phrase('sameIn', joinedBy(', ', 'secret', phrase('placeCache'))),
    'secret',
    { moment: 1 },
    phrase('spanSeconds', 5),
  );
  expect(withTexts(said, (text) => text.replace('secret', 'token#1'))).toEqual(
    sentences(
      phrase('sameIn', joinedBy(', ', 'token#1', phrase('placeCache'))),
      'token#1',
      { moment: 1 },
      phrase('spanSeconds', 5),
    ),
  );
});
