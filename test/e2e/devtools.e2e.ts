import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { openDetails, readSection } from './support/details';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/*
 * The panel where users have it: in Chromium's DevTools, in Firefox's toolbox.
 */

const namesOf = async (panel: Panel): Promise<string[]> =>
  (await panel.entries()).map(({ name }) => name);

/** The theme that the panel shows, by its name and by what is seen. */
const readTheme = (panel: Panel): Promise<{ name: string | undefined; isDark: boolean }> =>
  panel.evaluate(() => {
    const lightness = (color: string) =>
      (color.match(/[\d.]+/g) ?? [])
        .slice(0, 3)
        .map(Number)
        .reduce((sum, part) => sum + part, 0);
    const { color, backgroundColor } = getComputedStyle(document.body);
    return {
      name: document.documentElement.dataset.theme,
      isDark: lightness(backgroundColor) < lightness(color),
    };
  });

describe('in light DevTools', () => {
  const story = prepareStory({ theme: 'light' });

  /** The panel begins with the diagnosis. */
  const openTimeline = async (page: Page): Promise<Panel> => {
    const panel = await story.openDevTools(page);
    await panel.waitForConnection('connected');
    await panel.waitFor(
      () => document.querySelector('[data-view="diagnosis"][data-read]') !== null,
    );
    await panel.click('#tab-timeline');
    return panel;
  };

  test('rows, details, filter, clear', async () => {
    const page = await story.openShop();
    const panel = await openTimeline(page);
    await panel.waitForRow({ kind: 'sdk', name: 'G6', url: await page.url() });
    expect(await readTheme(panel)).toEqual({ name: 'light', isDark: false });

    await page.evaluate(() => document.querySelector<HTMLElement>('#init')?.click());
    const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await panel.waitForRow({ kind: 'event', name: 'subscribe', status: 'ok' });
    await openDetails(panel, call);
    expect(await readSection(panel, 'Arguments')).toContain('email: "mira@example.com"');
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('.details'));

    await panel.type('.filter input', 'kind:event');
    // With the call that caused it.
    await poll('the event', async () => (await namesOf(panel)).length === 2);
    expect(await namesOf(panel)).toEqual(['initSubscription', 'subscribe']);
    expect(await panel.evaluate(() => document.querySelector('.counter')?.textContent)).toMatch(
      /^1 of /,
    );
    await panel.press('Escape');
    await panel.waitForRow({ kind: 'sdk' });

    await panel.press('Control+l');
    expect(await panel.waitFor(() => document.querySelector('.empty h2')?.textContent)).toBe(
      'Nothing recorded yet',
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('#emit')?.click());
    await panel.waitForRow({ kind: 'event', name: 'demo' });
    expect(await namesOf(panel)).toEqual(['demo']);
  });

  test('it stays with its tab through reloads and other sites', async () => {
    const page = await story.openShop();
    const panel = await openTimeline(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('#emit')?.click());
    await panel.waitForRow({ kind: 'event', name: 'demo' });
    await page.reload();
    await poll('a list without the old event', async () => {
      const names = await namesOf(panel);
      return names.includes('constructor') && !names.includes('demo');
    });
    const elsewhere = story.shopUrl({ sdk: 'g5' }).replace('localhost', '127.0.0.1');
    await page.goto(elsewhere);
    await panel.waitForRow({ kind: 'sdk', name: 'G5', url: elsewhere });
    await page.goto(story.shopUrl({}, '/about'));
    await panel.waitForConnection('no-sdk');
  });
});

describe('in dark DevTools', () => {
  const story = prepareStory({ theme: 'dark' });

  test('the panel is dark', async () => {
    const panel = await story.openDevTools(await story.openShop());
    await panel.waitForConnection('connected');
    expect(await readTheme(panel)).toEqual({ name: 'dark', isDark: true });
  });
});
