import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { openDetails } from './support/details';
import { findCrowding, leastOfData, shareOfData, shareOfDialog } from './support/layout';
import { prepareStory } from './support/story';
import { chooseLanguage, resizeTo, showView, views } from './support/views';

/*
 * A dock of 420 px, also at twice the size, shows a broken page's data and not what stands around it; a narrow one shows whole tabs.
 */

const story = prepareStory();

/** A dock at the bottom, as it is and at a zoom of 200 %. */
const docks = [
  [1280, 420],
  [640, 210],
] as const;

/** A page whose subscription was not saved, in a panel that has found that. */
const openBroken = async () => {
  story.demo.altcraft.fail('save', { status: 503 });
  const page = await story.openShop();
  await page.click('#init');
  const panel = await story.openPanel(page, 'diagnosis');
  await panel.waitFor(() => document.querySelector('[data-finding]') !== null);
  return { page, panel };
};

const expectDialog = async (panel: Panel, name: string, what: string): Promise<void> => {
  await panel.click(`[data-action="open-${name}"]`);
  await panel.waitFor((id) => document.querySelector(`[data-dialog="${id}"][open]`) !== null, name);
  expect.soft(await shareOfDialog(panel), what).toBeGreaterThanOrEqual(leastOfData);
  expect.soft(await findCrowding(panel), what).toEqual([]);
  await panel.press('Escape');
  await panel.waitFor(() => document.querySelector('dialog[open]') === null);
};

for (const language of ['en', 'ru']) {
  test(`most of a small dock is data, whatever is wrong and whatever is open, in ${language}`, async () => {
    await chooseLanguage(story, language);
    const { panel } = await openBroken();
    for (const [width, height] of docks) {
      await resizeTo(panel, width, height);
      const expectData = async (what: string) => {
        const where = `${what}, ${width}x${height}`;
        expect.soft(await shareOfData(panel), where).toBeGreaterThanOrEqual(leastOfData);
        expect.soft(await findCrowding(panel), where).toEqual([]);
      };
      for (const view of views) {
        await showView(panel, view);
        await expectData(view);
      }
      await showView(panel, 'timeline');
      const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription' });
      await openDetails(panel, call);
      await expectData('details');
      await panel.press('Escape');
      for (const name of ['help', 'export'])
        await expectDialog(panel, name, `${name}, ${width}x${height}`);
    }
  });

  test(`the popup and the settings have room at 320 px, in ${language}`, async () => {
    await chooseLanguage(story, language);
    const { page } = await openBroken();
    for (const file of [`popup.html?tab=${page.tabId}`, 'options.html']) {
      const surface = await story.openExtensionPage(file);
      await resizeTo(surface, 320, 600);
      await surface.waitFor(
        (isPopup) =>
          document.querySelector(isPopup ? '[data-verdict]' : '[name="language"]') !== null,
        file.startsWith('popup'),
      );
      expect.soft(await findCrowding(surface), file).toEqual([]);
      expect
        .soft(await surface.evaluate(() => document.documentElement.scrollWidth), file)
        .toBeLessThanOrEqual(320);
    }
  });
}

/** What is seen of the tabs: the names of those that are seen in part, and whether the selected one is seen. */
const readTabs = (panel: Panel) =>
  panel.evaluate(() => {
    const list = document.querySelector('.tabs')?.getBoundingClientRect() as DOMRect;
    const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => {
      const { left, top, right, bottom } = tab.getBoundingClientRect();
      const wide = Math.min(right, list.right) - Math.max(left, list.left);
      const high = Math.min(bottom, list.bottom) - Math.max(top, list.top);
      const isSeen = wide > 0.5 && high > 0.5;
      const isWhole = wide >= right - left - 0.5 && high >= bottom - top - 0.5;
      return { id: tab.id, isSeen, isWhole, isSelected: tab.ariaSelected === 'true' };
    });
    return {
      slivers: tabs.filter(({ isSeen, isWhole }) => isSeen && !isWhole).map(({ id }) => id),
      isSelectedSeen: tabs.some(({ isSelected, isWhole }) => isSelected && isWhole),
      areAllSeen: tabs.every(({ isWhole }) => isWhole),
      hasMenu: document.querySelector('[data-action="more-views"]') !== null,
    };
  });

for (const language of ['en', 'ru'])
  test(`tabs are seen whole or not at all, beside the choice of a frame too, in ${language}`, async () => {
    await chooseLanguage(story, language);
    const page = await story.openPage(story.shopUrl({ frames: 'same' }, '/framed'));
    const panel = await story.openPanel(page, 'timeline');
    await panel.waitFor(() => document.querySelector('[name="frame"]') !== null);
    for (const width of [1280, 720, 640, 520, 460, 400, 360, 320]) {
      await resizeTo(panel, width, 600);
      for (const view of ['diagnosis', 'push', 'sessions']) {
        await showView(panel, view);
        const what = `${view} at ${width}`;
        await panel.waitFor(() => {
          const list = document.querySelector('.tabs') as HTMLElement;
          const hasMenu = document.querySelector('[data-action="more-views"]') !== null;
          return hasMenu === list.scrollHeight > list.clientHeight;
        });
        const tabs = await readTabs(panel);
        expect.soft(tabs, what).toMatchObject({ slivers: [], isSelectedSeen: true });
        // What has no place is in a menu, and there is none where all have.
        expect.soft(tabs.hasMenu, what).toBe(!tabs.areAllSeen);
        expect.soft(await findCrowding(panel), what).toEqual([]);
      }
    }
    await resizeTo(panel, 400, 600);
    await panel.click('[data-action="more-views"]');
    await panel.waitFor(() => document.querySelectorAll('[role=menuitem]').length === 7);
  });
