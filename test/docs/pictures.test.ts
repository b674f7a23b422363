import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownFile, whatPicturesShow } from '../../docs/look/what-pictures-show';

test('the documents’ pictures show what is built: where this fails, npm run look -- --documents takes them again', () => {
  const now = whatPicturesShow();
  expect(now.views.ru).toContain('Диагностика, Журнал');
  expect(JSON.parse(readFileSync(shownFile, 'utf8'))).toEqual(now);
});
