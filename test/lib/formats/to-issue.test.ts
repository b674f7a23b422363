import { afterAll, expect, test } from 'vitest';
import { issueText } from '../../../lib/formats/export-session';
import { provideMessages, withMessages } from '../../../lib/i18n/message';
import english from '../../../public/_locales/en/messages.json';
import russian from '../../../public/_locales/ru/messages.json';
import { builds, partsOf } from '../../support/builds';
import { makeDiagnosed } from '../../support/make-input';
import { makeShopSession } from '../../support/make-session';
import { ruleInputs } from '../../support/rule-inputs';

const build = builds.find(({ generation }) => generation === 'G6');
const parts = partsOf(build as NonNullable<typeof build>);
const scene = ruleInputs['worker-http']?.(parts);
const session = makeDiagnosed({ entries: parts.entries(), state: parts.state(), ...scene });
const about = {
  extension: '1.2.3',
  browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36',
};
const make = () => issueText(session, { withSecrets: false, about });

provideMessages(english);
afterAll(() => provideMessages(english));

test('a text for an issue has verdict, steps, evidence and versions, and little else', () => {
  const text = make();
  expect(text.match(/^##? .*$/gm)?.slice(1)).toEqual(['## Steps', '## Evidence', '## Environment']);
  expect(text).toMatch(/^# AKPush: .*not found/);
  expect(text).toContain('Pushes cannot arrive');
  expect(text).toMatch(/^1\. \d\d:\d\d:\d\d\.\d{3}Z /m);
  expect(text).toContain('A bad HTTP response code (404)');
  expect(text).toContain('- AKPush Inspector 1.2.3, Chrome 156, Linux');
  expect(text).not.toContain('Passed');
});

test('it is made in another language than the one that is shown, which stays', () => {
  const text = withMessages(russian, make);
  expect(text.match(/^## .*$/gm)).toEqual(['## Шаги', '## На чём основано', '## Окружение']);
  expect(text).toContain('Пуши не придут');
  expect(make()).toContain('Pushes cannot arrive');
});

test('it has no secrets, unless they are asked for', () => {
  const shop = makeShopSession();
  const email = 'anna@shop.example';
  expect(JSON.stringify(shop)).toContain(email);
  const of = (withSecrets: boolean) => issueText(shop, { withSecrets, about });
  expect(of(false)).not.toContain(email);
  expect(of(true)).toContain(email);
});
