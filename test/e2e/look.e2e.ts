import { expect, test } from 'vitest';
import { findBarriers } from './support/axe';
import type { Panel } from './support/browser';
import { openDetails } from './support/details';
import { findCrowding } from './support/layout';
import { prepareStory } from './support/story';
import { resizeTo } from './support/views';

/*
 * The panel can be seen and used by everybody, in both themes, wide and narrow, whatever it has to show.
 */

const story = prepareStory();

const sizes = [
  { width: 1280, height: 420 },
  { width: 400, height: 700 },
];

/** Looks at what the panel shows now, in every theme and size. */
const expectNoBarriers = async (panel: Panel): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await panel.setTheme(theme);
    await panel.waitFor((wanted) => document.documentElement.dataset.theme === wanted, theme);
    for (const { width, height } of sizes) {
      await resizeTo(panel, width, height);
      const what = `${theme}, ${width}x${height}`;
      expect(await findBarriers(panel), what).toEqual([]);
      expect(await findCrowding(panel), what).toEqual([]);
    }
  }
};

test('a list with details', async () => {
  story.demo.altcraft.fail('update', { status: 503 });
  const page = await story.openShop();
  const panel = await story.openPanel(page);
  await page.click('#init');
  const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  await page.click('#update');
  const failed = await panel.waitForRow({ kind: 'request', name: 'update', status: 'failed' });
  await panel.waitForRow({ kind: 'event', name: 'update_subscription' });
  await openDetails(panel, call);
  await expectNoBarriers(panel);
  await panel.resize(1280, 800);
  await openDetails(panel, failed);
  await expectNoBarriers(panel);
});

test('a filter that is wrong, kinds that are off, recording that is off', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page);
  await panel.waitForRow({ kind: 'sdk' });
  await panel.type('.filter input', '/(/');
  await panel.waitFor(() => document.querySelector('.filter-problem'));
  await panel.click('[data-action="toggle-other-kinds"]');
  await panel.click('.chip.kind-event');
  await panel.click('[aria-label="Stop recording"]');
  await expectNoBarriers(panel);
});

test('nothing recorded yet', async () => {
  const panel = await story.openPanel(await story.openShop());
  await panel.waitForRow({ kind: 'sdk' });
  await panel.click('[aria-label="Clear"]');
  await panel.waitFor(() => document.querySelector('[data-notice=nothing-yet]'));
  await expectNoBarriers(panel);
});

test('no AKPush', async () => {
  const panel = await story.openPanel(await story.openShop({}, '/about'));
  await panel.waitForConnection('no-sdk');
  await expectNoBarriers(panel);
});

test('a page that cannot be inspected', async () => {
  const panel = await story.openPanel(await story.openPage('about:blank'));
  await panel.waitForConnection('unreachable');
  await expectNoBarriers(panel);
});

test('entries of a page that is gone', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page);
  await panel.waitForRow({ kind: 'sdk' });
  await page.close();
  await panel.waitFor(() => document.querySelector('.banner[data-notice=unreachable]'));
  await expectNoBarriers(panel);
});

test('a page that is older than the extension', async () => {
  const page = await story.openShop();
  await story.browser.reloadExtension();
  const panel = await story.openPanel(page);
  await panel.waitForConnection('reload-needed');
  await expectNoBarriers(panel);
});

test('the state of a subscribed browser', async () => {
  const page = await story.openShop();
  await page.click('#init');
  await story.demo.altcraft.next('save');
  const panel = await story.openPanel(page, 'state');
  await panel.waitFor(() => document.querySelector('[data-fact="agreement.save"][data-state=ok]'));
  await expectNoBarriers(panel);
});

test('a call with problems, and one with its result', async () => {
  story.demo.altcraft.fail('save', { status: 503 });
  const panel = await story.openPanel(await story.openShop(), 'calls');
  await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
  await panel.click('[data-action=run]');
  await panel.waitFor(() => document.querySelector('.call-result[data-outcome=request-failed]'));
  await panel.click('[data-action=emit]');
  await panel.type(
    '[data-input=match] [data-row="0"] input:nth-of-type(2)',
    'a value without a name',
  );
  await panel.click('[data-action=run]');
  await panel.waitFor(() => document.querySelector('[data-input=match] [role=alert]'));
  await panel.click('[data-input=update] [data-view-button=json]');
  await panel.waitFor(() => document.querySelector('.cm-content') !== null);
  await expectNoBarriers(panel);
});

test('a checkup that has ended', async () => {
  const panel = await story.openPanel(await story.openShop(), 'calls');
  await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
  await panel.click('[data-part=checkup]');
  await panel.click('[data-action=start-checkup]');
  await panel.waitFor(() => document.querySelector('[data-verdict=passed]'));
  await expectNoBarriers(panel);
});

test('a push with its trace, while the worker is watched', async () => {
  const page = await story.openShop();
  await page.click('#init');
  await story.demo.altcraft.next('save');
  const panel = await story.openPanel(page, 'push');
  await panel.waitFor(() => document.querySelector('[name=push-way]:checked') !== null);
  await panel.click('[data-action=start-live]');
  await panel.waitFor(() => document.querySelector('[data-live=attached]'));
  await panel.click('[data-action=send-push]');
  await panel.waitFor(() => document.querySelector('.call-result[data-outcome=shown]') !== null);
  await expectNoBarriers(panel);
});

test('a diagnosis with findings, and one of a healthy page', async () => {
  // One that leaves nothing behind.
  const page = await story.openShop({}, '/fault/sdk-not-started');
  const panel = await story.openPanel(page, 'diagnosis');
  await panel.waitFor(() => document.querySelector('[data-finding]') !== null);
  await expectNoBarriers(panel);
  await page.goto(story.shopUrl());
  await panel.waitFor(() => document.querySelector('[data-healthy=yes]') !== null);
  await expectNoBarriers(panel);
});
