import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { permissions } from '../store/permissions';
import { quaint, refused } from './support/glossary';

/* What strangers read is in plain words, as the panel's texts are. */

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const isRussian = (file: string): boolean => /[/]ru\b/.test(file);
const forms = readdirSync(path.join(root, '.github/ISSUE_TEMPLATE'));

const documents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'README.md',
      'SECURITY.md',
      'docs/guide/en/README.md',
      'docs/guide/ru/README.md',
      'docs/troubleshooting.md',
      'docs/reference/permissions.md',
      'store/README.md',
      'store/dashboards.md',
      'store/reviewers.md',
      'store/try/README.md',
      'store/listing/en.md',
      'store/listing/ru.md',
      ...forms.map((name) => `.github/ISSUE_TEMPLATE/${name}`),
    ].map((file) => [file, read(file)]),
  ),
  'store/permissions.ts': permissions.map(({ why }) => why).join('\n'),
};

const quaintIn = (language: 'en' | 'ru', text: string): string[] => {
  const patterns = refused[language].filter(({ write }) => write === quaint[language]);
  return text.split('\n').flatMap((line, at) =>
    patterns.flatMap(({ words }) => {
      const found = words.exec(line)?.[0];
      return found ? [`line ${at + 1}: “${found}”`] : [];
    }),
  );
};

test.each(Object.entries(documents))('%s has no quaint word', (file, text) => {
  expect(text).not.toBe('');
  expect(quaintIn(isRussian(file) ? 'ru' : 'en', text)).toEqual([]);
});

test('quaint words are found', () => {
  const text = 'Fix it.\nPress it to mend it. What has come of it is said in place.\nAs before.';
  expect(quaintIn('en', text)).toEqual(['line 2: “mend”', 'line 2: “has come of it”']);
  expect(quaintIn('ru', 'Отправьте пробный пуш')).toEqual(['line 1: “пробный пуш”']);
});
