import { expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { openFramed, waitForNames } from './support/frames';
import {
  chooseReal,
  pushFromElsewhere,
  readShown,
  sendPush,
  waitForComposer,
  waitForWorkers,
} from './support/pushes';
import { prepareStory } from './support/story';

/* Pushes to a shop in a frame of a page that has no AKPush itself: its worker handles them, and they are recorded as the frame's. */

const story = prepareStory();

/** The Push view of the frame, whose shop has subscribed. */
const openSubscribed = async (): Promise<{ page: Page; panel: Panel }> => {
  await story.browser.grantNotifications(story.demo.site);
  const { page, panel } = await openFramed(story, 'same', {}, 'push');
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await waitForWorkers(page);
  await page.evaluate(() =>
    document
      .querySelector<HTMLIFrameElement>('#same')
      ?.contentDocument?.querySelector<HTMLElement>('#init')
      ?.click(),
  );
  await page.waitFor(
    () =>
      document
        .querySelector<HTMLIFrameElement>('#same')
        ?.contentDocument?.querySelector('#seen')
        ?.textContent?.includes('answered') === true,
  );
  await waitForComposer(panel);
  return { page, panel };
};

/** Frames of the push and of what the worker did with it, each once. */
const framesOfPush = async (panel: Panel): Promise<(string | undefined)[]> => {
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'push', name: 'push', status: 'ok' });
  return panel.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('[data-kind=push]')].map(
        ({ dataset }) => dataset.frame,
      ),
    ),
  ]);
};

const expectOfTheFrame = async (page: Page, panel: Panel): Promise<void> => {
  const frames = await framesOfPush(panel);
  expect(frames).toHaveLength(1);
  expect(Number(frames[0])).toBeGreaterThan(0);
  expect(await readShown(page)).toContain('Fresh first flush');
};

test.runIf(can.debug)('a simulated push', async () => {
  const { page, panel } = await openSubscribed();
  const { steps } = await sendPush(panel, 'shown');
  expect(steps).toEqual(
    expect.arrayContaining(['handler ok', 'content/get ok', 'showNotification ok']),
  );
  await expectOfTheFrame(page, panel);
});

test('a real push', async () => {
  const { page, panel } = await openSubscribed();
  await chooseReal(panel);
  const { steps, text } = await sendPush(panel, 'shown');
  expect(steps).toEqual(
    expect.arrayContaining(['push-service ok', 'content/get ok', 'showNotification ok']),
  );
  expect(text).toContain('status: 201');
  await expectOfTheFrame(page, panel);
});

test('a push from elsewhere, while the workers are watched', async () => {
  const { page, panel } = await openSubscribed();
  await panel.click('[data-action=start-live]');
  await panel.waitFor(
    () => document.querySelector<HTMLElement>('[data-part=live]')?.dataset.live === 'attached',
  );
  expect(await pushFromElsewhere(story, page, 'anything')).toBe(201);
  await expectOfTheFrame(page, panel);
});
