import { afterEach, expect, test, vi } from 'vitest';
import { message, provideMessages } from '../../../lib/i18n/message';
import { provideLanguage } from '../../../lib/i18n/provide-language';
import { defaultPreferences, readPreferences } from '../../../lib/saved/preferences';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';

afterEach(() => {
  vi.unstubAllGlobals();
  provideMessages(english);
});

test.each([undefined, null, 'ru', 7, [], { language: 'xx', theme: {} }])(
  'what cannot be understood is the default: %j',
  (stored) => {
    expect(readPreferences(stored)).toEqual(defaultPreferences);
  },
);

test('what was chosen is read', () => {
  const chosen = { language: 'ru', theme: 'dark' };
  expect(readPreferences(chosen)).toEqual(chosen);
});

test('the texts of a language come from its file, once, and go back to the browser’s', async () => {
  provideMessages(english);
  const ask = vi.fn(async () => ({ json: async () => russian }));
  vi.stubGlobal('fetch', ask);
  await provideLanguage('ru');
  expect(ask).toHaveBeenCalledWith('/_locales/ru/messages.json');
  expect(message('viewDiagnosis')).toBe('Диагностика');
  await provideLanguage('ru');
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a file that cannot be read leaves the language', async () => {
  provideMessages(english);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  await provideLanguage('ru');
  expect(message('viewDiagnosis')).toBe('Diagnosis');
});
