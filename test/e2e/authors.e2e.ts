import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { setField } from './support/fields';
import { poll } from './support/poll';
import { chooseReal, chooseWay, openPush, sendPush } from './support/pushes';
import { stopAndOpen } from './support/recordings';
import { prepareStory } from './support/story';

/* What somebody does by a panel is kept in the page: another panel shows the same, and one that comes later, and a recording has it. */

const story = prepareStory();

/** Shows a notification and marks a moment. */
const work = async (panel: Panel): Promise<void> => {
  await chooseWay(panel, 'notification');
  await setField(panel, '[name=push-title]', 'By a panel');
  await sendPush(panel, 'shown');
  await panel.click('#tab-timeline');
  await panel.waitForRow({ name: 'notification', status: 'ok' });
  await panel.click('[data-action="mark-moment"]');
  await panel.waitFor(() => document.querySelector('[name="moment-label"]') !== null);
  await panel.type('[name="moment-label"]', 'Then');
};

/** The list from top to bottom: rows of entries with their ids, and moments with their labels. */
const readList = (panel: Panel): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-id][data-kind], [data-moment]')].map((row) =>
      row.dataset.id
        ? `${row.dataset.id} ${row.dataset.name} ${row.dataset.status} ${row.dataset.outcome}`
        : `moment ${row.querySelector('b')?.textContent}`,
    ),
  );

const waitForWork = async (panel: Panel): Promise<string[]> => {
  await panel.resize(1280, 3000);
  await panel.waitForRow({ name: 'notification', status: 'ok' });
  await panel.waitForRow({ name: 'showNotification', status: 'ok' });
  await panel.waitFor(() => document.querySelector('[data-moment] b')?.textContent === 'Then');
  return readList(panel);
};

test('another panel, and one that is opened when the first has gone, show what was done', async () => {
  const { page, panel } = await openPush(story);
  const other = await story.openPanel(page);
  await work(panel);
  const list = await waitForWork(panel);
  expect(list.filter((row) => row.includes('ok shown'))).toHaveLength(1);
  await poll('the same in both', async () => {
    const seen = await waitForWork(other);
    return seen.join('\n') === list.join('\n');
  });
  await panel.close();
  await other.close();
  const later = await story.openPanel(page);
  await poll('the same later', async () => {
    const seen = await waitForWork(later);
    return seen.join('\n') === list.join('\n');
  });
});

test('a recording has what was done meanwhile', async () => {
  const { page, panel } = await openPush(story);
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.querySelector('[data-popup="findings"]') !== null);
  await popup.click('[data-action="start-recording"]');
  await popup.waitFor(() => document.querySelector('[data-action="stop-recording"]') !== null);
  await work(panel);
  const viewer = await stopAndOpen(story, popup);
  const list = await waitForWork(viewer);
  expect(list.filter((row) => row.includes('ok shown'))).toHaveLength(1);
});

test('what a panel has left under way when it is closed has an end that nobody knows', async () => {
  story.demo.altcraft.fail('content/get', { slow: 15_000 });
  const { page, panel } = await openPush(story);
  const other = await story.openPanel(page);
  await chooseReal(panel);
  await panel.click('[data-action=send-push]');
  await other.waitForRow({ kind: 'push', name: 'push', status: 'pending' });
  await panel.close();
  await other.waitForRow({ kind: 'push', name: 'push', status: 'failed' });
  const later = await story.openPanel(page);
  await later.waitForRow({ kind: 'push', name: 'push', status: 'failed' });
});
