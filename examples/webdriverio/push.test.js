import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inspect } from 'akpush-inspector/webdriverio';
import { remote } from 'webdriverio';

const { SHOP_URL = 'https://shop.example/', CHROMIUM_PATH, CHROMEDRIVER_PATH } = process.env;

/** More arguments for Chromium, as JSON: those of a proxy, or of a stand-in for the push service. */
const args = JSON.parse(process.env.CHROMIUM_ARGS ?? '[]');

/** What the worker is given, as JSON. In Firebase mode it is a message of Firebase: `{"notification":{"title":"Sale"}}`. */
const push = JSON.parse(process.env.PUSH ?? '{"title":"Sale","body":"Today only"}');

/** @type {import('webdriverio').Browser} */
let browser;

before(async () => {
  browser = await remote({
    logLevel: 'error',
    capabilities: {
      browserName: 'chrome',
      webSocketUrl: true,
      'goog:chromeOptions': {
        ...(CHROMIUM_PATH && { binary: CHROMIUM_PATH }),
        args: ['--headless=new', ...args],
        // With it Chromium asks no push service, and visitors have it not.
        excludeSwitches: ['disable-background-networking'],
      },
      ...(CHROMEDRIVER_PATH && { 'wdio:chromedriverOptions': { binary: CHROMEDRIVER_PATH } }),
    },
  });
});
after(() => browser?.deleteSession());

test('a visitor subscribes, and gets a push', async () => {
  const akpush = await inspect(browser);
  await browser.url(SHOP_URL);

  const outcome = await akpush.subscribe();
  assert.equal(outcome.id, 'saved');

  const { verdict, findings } = await akpush.diagnosis();
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.equal(verdict.id, 'works');

  const shown = await akpush.push(push);
  assert.equal(shown.length, 1);

  const { checks } = await akpush.diagnosis();
  assert.equal(checks.find(({ id }) => id === 'push-nothing-shown')?.answer, 'passed');

  assert.equal((await akpush.outcome('initSubscription')).severity, 'ok');
  await akpush.stop();
});
