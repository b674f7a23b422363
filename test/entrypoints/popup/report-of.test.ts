// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { reportOf } from '../../../entrypoints/popup/report-of';
import { provideMessages } from '../../../lib/i18n/message';
import english from '../../../public/_locales/en/messages.json';
import { makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

test('a report has no secrets', () => {
  const report = reportOf(makeShopSession(), '1.2.3');
  expect(report).toMatchObject({ text: expect.stringContaining('initSubscription') });
  expect(JSON.stringify(report)).not.toContain('anna@shop.example');
});

test('one that cannot be made is a sentence on why', () => {
  const broken = { ...makeShopSession(), entries: undefined as never };
  expect(reportOf(broken, '1.2.3')).toEqual({
    problem: expect.stringMatching(/^The report could not be created: .+/),
  });
});
