import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chromeId } from '../../scripts/chrome-id';
import { extensionManifest } from '../../scripts/extension-manifest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

// A known pair: the key of Chrome's PDF viewer.
const pdfKey =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDN6hM0rsDYGbzQPQfOygqlRtQgKUXMfnSjhIBL7LnReAVBEd7ZmKtyN2qmSasMl4HZpMhVe2rPWVVwBDl6iyNE/Kok6E6v6V3vCLGsOpQAuuNVye/3QxzIldzG/jQAdWZiyXReRVapOhZtLjGfywCvlWq7Sl/e3sbc0vWybSDI2QIDAQAB';

test('an id of Chrome follows from the key', () => {
  expect(chromeId(pdfKey)).toBe('mhjfbmdgcfjbbpaeojofohoefgiehjai');
});

test('Chrome’s id is the one that the build is checked for and that the documents name', () => {
  const id = chromeId(extensionManifest('chrome').key ?? '');
  expect(id).toMatch(/^[a-p]{32}$/);
  for (const file of ['scripts/check-build.ts', 'store/README.md'])
    expect(read(file).match(/\b[a-p]{32}\b/g), file).toEqual([id]);
});

test('Firefox for Android is not promised: nothing there has been tried', () => {
  const { gecko, ...others } = extensionManifest('firefox').browser_specific_settings ?? {};
  expect(gecko?.strict_min_version).toBe('140.0');
  expect(others).toEqual({});
  expect(JSON.stringify(extensionManifest('chrome'))).not.toContain('gecko');
});
