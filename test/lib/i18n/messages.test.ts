import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MessageFile } from '../../../lib/i18n/message';

const root = join(import.meta.dirname, '../../..');
const read = (language: string): MessageFile =>
  JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8'));

const files: Record<string, MessageFile> = { en: read('en'), ru: read('ru') };
const english = files.en as MessageFile;
const pluralForm = /_(?:one|few|many|other)$/;
const plurals = Object.keys(english)
  .filter((key) => key.endsWith('_other'))
  .map((key) => key.replace(pluralForm, ''));
const singles = Object.keys(english).filter((key) => !pluralForm.test(key));

const sourceFiles = ['entrypoints', 'components', 'lib', 'viewer', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(root, folder, file)),
);
const source = [...sourceFiles, join(root, 'scripts/extension-manifest.ts')]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe.each(Object.entries(files))('messages in %s', (language, file) => {
  it('has the keys of the other language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const expected = [
      ...singles,
      ...plurals.flatMap((key) => forms.map((form) => `${key}_${form}`)),
    ];
    expect(Object.keys(file).sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(file))(
    'fills every placeholder of %s',
    (key, { message, placeholders }) => {
      const named = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name);
      expect(message).not.toBe('');
      expect([...new Set(named)].sort()).toEqual(Object.keys(placeholders ?? {}).sort());
      const model = english[key] ?? english[key.replace(pluralForm, '_other')];
      expect(placeholders).toEqual(model?.placeholders);
    },
  );

  it('keeps within what stores take', () => {
    expect(file.extensionDescription?.message.length).toBeLessThanOrEqual(132);
    expect(file.locale?.message).toBe(language);
  });
});

describe('keys', () => {
  it.each([...singles, ...plurals])('%s is used', (key) => {
    // What explains a line of the State view is named as the line's label is (lib/state/fact-help.ts).
    const asked = key.replace(/^help(?=[A-Z])/, 'fact');
    const names = [`'${key}'`, `'${asked}'`, `__MSG_${key}__`];
    expect(names.some((name) => source.includes(name))).toBe(true);
  });

  it('are there when they are used', () => {
    const used = [...source.matchAll(/\b(?:message|plural)\(\s*'(\w+)'/g)].map(([, key]) => key);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => key && ![...singles, ...plurals].includes(key))).toEqual([]);
  });
});
