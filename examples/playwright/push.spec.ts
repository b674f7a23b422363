import { expect } from '@playwright/test';
import { test } from './fixtures';

const { SHOP_URL = 'https://shop.example/' } = process.env;

/** What the worker is given, as JSON. In Firebase mode Playwright's pages get none: there a worker shows it only while no page is seen. */
const push = JSON.parse(process.env.PUSH ?? '{"title":"Sale","body":"Today only"}');

test('a visitor subscribes, and gets a push', async ({ page, akpush }, testInfo) => {
  await page.goto(SHOP_URL);

  const outcome = await akpush.subscribe();
  expect(outcome.id).toBe('saved');

  const { verdict, findings } = await akpush.diagnosis();
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(verdict.id).toBe('works');

  const shown = await akpush.push(push);
  expect(shown).toHaveLength(1);

  const { checks } = await akpush.diagnosis();
  expect(checks.find(({ id }) => id === 'push-nothing-shown')?.answer).toBe('passed');

  expect((await akpush.outcome('initSubscription')).severity).toBe('ok');
  // The panel opens it: Sessions → Open a session file…
  await testInfo.attach('shop.akpush.json', { body: await akpush.session() });
});
