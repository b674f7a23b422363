import { beforeEach, describe, expect, test } from 'vitest';
import { findBarriers } from './support/axe';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { setField } from './support/fields';
import { findCrowding, findSmallTargets, leastOfData, shareOfData } from './support/layout';
import { prepareStory } from './support/story';
import { chooseLanguage, resizeTo, showView, views } from './support/views';

/*
 * Every view has its place: in a small dock, at twice the size, for a finger, in forced colours, without motion, in both languages.
 */

const story = prepareStory();

/** A dock at the bottom of 420 px as it is, of a small window, and at a zoom of 200 %, a dock at the side, and the narrowest. */
const sizes = [
  [1280, 420],
  [800, 420],
  [640, 210],
  [400, 700],
  [320, 600],
] as const;

/** A page that has subscribed, in a panel that has read its state. */
const openSubscribed = async (): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop();
  await page.click('#init');
  await story.demo.altcraft.next('save');
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  await panel.waitFor(() => document.querySelector('.totals') !== null);
  return { page, panel };
};

for (const language of ['en', 'ru'])
  test(`no text is longer than its place, nothing lies over a button, and most of a small dock is data, in ${language}`, async () => {
    await chooseLanguage(story, language);
    const { panel } = await openSubscribed();
    expect(await panel.evaluate(() => document.documentElement.lang)).toBe(language);
    for (const view of views) {
      await showView(panel, view);
      // What the page has is asked of it first.
      if (view === 'calls')
        await panel.waitFor(() => document.querySelector('[data-event]') !== null);
      for (const [width, height] of sizes) {
        await resizeTo(panel, width, height);
        const what = `${view}, ${language}, ${width}x${height}`;
        expect.soft(await findCrowding(panel), what).toEqual([]);
        expect.soft(await shareOfData(panel), what).toBeGreaterThanOrEqual(leastOfData);
      }
    }
    await panel.press('?');
    await panel.waitFor(() => document.querySelector('[data-dialog="help"]') !== null);
    expect.soft(await findCrowding(panel), `help, ${language}`).toEqual([]);
  });

for (const language of ['en', 'ru'])
  test(`what hangs from the filter has room, in ${language}`, async () => {
    await chooseLanguage(story, language);
    const { panel } = await openSubscribed();
    for (const [width, height] of sizes) {
      const what = `${language}, ${width}x${height}`;
      await resizeTo(panel, width, height);
      await panel.click('.filter input');
      await panel.waitFor(() => document.querySelector('.filter-terms') !== null);
      expect.soft(await findCrowding(panel), `terms, ${what}`).toEqual([]);
      await panel.type('.filter input', '/(/');
      await panel.waitFor(() => document.querySelector('.filter-problem') !== null);
      expect.soft(await findCrowding(panel), `problem, ${what}`).toEqual([]);
      await setField(panel, '.filter input', '');
      await panel.waitFor(() => document.querySelector('.filter-problem') === null);
    }
  });

test('the tab that is selected stays to be seen when the dock becomes narrow', async () => {
  const { panel } = await openSubscribed();
  await showView(panel, 'sessions');
  for (const width of [800, 400, 320]) {
    await resizeTo(panel, width, 600);
    await panel.waitFor(() => {
      const tab = document.querySelector('#tab-sessions')?.getBoundingClientRect();
      const list = document.querySelector('.tabs')?.getBoundingClientRect();
      return tab && list && tab.left >= list.left - 1 && tab.right <= list.right + 1;
    });
  }
});

test('a narrow row says what became of its call', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await page.click('#init');
  const { id } = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  await resizeTo(panel, 400, 700);
  const told = await panel.waitFor((key) => {
    const cell = document.querySelector<HTMLElement>(`[data-id="${key}"] .cell-status`);
    if (!cell?.title) return '';
    const { width } = cell.getBoundingClientRect();
    // Firefox tells what is asked for, not the text that it shows.
    const { content } = getComputedStyle(cell, '::before');
    const isShown = content === JSON.stringify(cell.title) || content === 'attr(title)';
    return isShown && width >= 80 && cell.title;
  }, id);
  const said = await panel.evaluate(
    (key) => document.querySelector(`[data-id="${key}"] .outcome-text`)?.textContent,
    id,
  );
  expect(told).toBe(said);
});

test('the contrast of a diagnosis that is old is that of a new one', async () => {
  const page = await story.openShop({}, '/fault/sdk-not-started');
  const panel = await story.openPanel(page, 'diagnosis');
  await panel.waitFor(() => document.querySelector('[data-finding]') !== null);
  await page.close();
  await panel.waitFor(() => document.querySelector('.diagnosis-notice') !== null);
  for (const theme of ['light', 'dark'] as const) {
    await panel.setTheme(theme);
    await panel.waitFor((wanted) => document.documentElement.dataset.theme === wanted, theme);
    expect(await findBarriers(panel), theme).toEqual([]);
  }
});

test('the contrast of a state that is old is that of a new one', async () => {
  const { page, panel } = await openSubscribed();
  await showView(panel, 'state');
  await panel.waitFor(() => document.querySelector('[data-fact="cache.token"]') !== null);
  await page.close();
  await panel.waitFor(() => document.querySelector('[data-notice="stale"]') !== null);
  for (const theme of ['light', 'dark'] as const) {
    await panel.setTheme(theme);
    await panel.waitFor((wanted) => document.documentElement.dataset.theme === wanted, theme);
    expect(await findBarriers(panel), theme).toEqual([]);
  }
  // Nothing is made paler because it is old.
  const pale = await panel.evaluate(() =>
    [...document.querySelectorAll('[data-view="state"] :not(.copied)')]
      .filter((each) => each.checkVisibility() && Number(getComputedStyle(each).opacity) < 1)
      .map((each) => each.className),
  );
  expect(pale).toEqual([]);
});

test('the chain breaks into rows of equal links, and no line leads to the first of a row', async () => {
  const panel = await story.openPanel(await story.openShop(), 'diagnosis');
  await panel.waitFor(() => document.querySelector('[data-node]') !== null);
  for (const [width, height] of sizes) {
    await resizeTo(panel, width, height);
    const seen = await panel.evaluate(() => {
      const nodes = [...document.querySelectorAll<HTMLElement>('[data-node]')];
      const boxes = nodes.map((each) => each.getBoundingClientRect());
      const { left } = boxes[0] as DOMRect;
      // What is painted left of a link belongs to it: the line from the one before.
      const lines = nodes.map((node, at) => {
        const { left: from, top, height: high } = boxes[at] as DOMRect;
        node.scrollIntoView({ block: 'nearest' });
        const moved = node.getBoundingClientRect().top - top;
        const there = document.elementFromPoint(from - 4, top + moved + high / 2);
        return there === node;
      });
      return {
        widths: new Set(boxes.map((box) => Math.round(box.width))).size,
        rows: new Set(boxes.map(({ top }) => Math.round(top))).size,
        wrong: nodes
          .filter((_, at) => lines[at] === Math.abs((boxes[at] as DOMRect).left - left) < 1)
          .map((node) => node.dataset.node),
      };
    });
    const what = `${width}x${height}`;
    expect.soft(seen.widths, what).toBe(1);
    expect.soft(seen.wrong, what).toEqual([]);
    if (width <= 640) expect.soft(seen.rows, what).toBeGreaterThan(1);
  }
});

test('a button that cannot be pressed does not look like one that can', async () => {
  const panel = await story.openPanel(await story.openShop({}, '/about'), 'calls');
  await panel.waitForConnection('no-sdk');
  await panel.waitFor(() => document.querySelector('[data-action=run]') !== null);
  const seen = await panel.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('[data-action=run]');
    const lookOf = (isOff: boolean) => {
      if (!button) return [];
      button.disabled = isOff;
      const { color, borderColor } = getComputedStyle(button);
      return [color, borderColor];
    };
    const { isOff, isPrimary } = {
      isOff: button?.disabled,
      isPrimary: button?.classList.contains('primary'),
    };
    return { isOff, isPrimary, off: lookOf(true), on: lookOf(false) };
  });
  expect(seen).toMatchObject({ isOff: true, isPrimary: true });
  expect(seen.off[0]).not.toBe(seen.on[0]);
  expect(seen.off[1]).not.toBe(seen.on[1]);
});

// Only Chromium can be told what points and what is preferred, without a new profile.
describe.runIf(can.emulate)('a screen that is touched', () => {
  const resizeTouch = async (panel: Panel, width: number, height: number): Promise<void> => {
    await panel.puppeteer?.setViewport({ width, height, hasTouch: true });
    await panel.waitFor(
      (wanted) => innerWidth === wanted && matchMedia('(pointer: coarse)').matches,
      width,
    );
  };

  test('all that can be pressed is as large as a fingertip, and nothing is cut by it', async () => {
    await chooseLanguage(story, 'ru');
    const { panel } = await openSubscribed();
    for (const view of views) {
      await showView(panel, view);
      for (const [width, height] of [
        [1280, 420],
        [400, 700],
        [320, 600],
      ] as const) {
        await resizeTouch(panel, width, height);
        await showView(panel, view);
        const what = `${view}, ${width}x${height}`;
        expect.soft(await findSmallTargets(panel), what).toEqual([]);
        expect.soft(await findCrowding(panel), what).toEqual([]);
      }
    }
  });

  test('rows are as high, and the list still knows where each one is', async () => {
    const { panel } = await openSubscribed();
    await resizeTouch(panel, 400, 700);
    await panel.waitForRow({ kind: 'call', name: 'initSubscription' });
    const rows = await panel.waitFor(() => {
      const boxes = [...document.querySelectorAll('.grid-body [role=row]')].map((each) =>
        each.getBoundingClientRect(),
      );
      const isTight = boxes.every(
        ({ top, height }, at) =>
          height === 44 && (at === 0 || Math.abs(top - (boxes[at - 1]?.bottom ?? 0)) < 1),
      );
      return boxes.length > 3 && isTight && boxes.length;
    });
    expect(rows).toBeGreaterThan(3);
  });

  test('the popup and the settings too', async () => {
    const { page } = await openSubscribed();
    for (const file of [`popup.html?tab=${page.tabId}`, 'options.html']) {
      const surface = await story.openExtensionPage(file);
      await resizeTouch(surface, 400, 700);
      await surface.waitFor(() => document.querySelector('button') !== null);
      expect.soft(await findSmallTargets(surface), file).toEqual([]);
      expect.soft(await findCrowding(surface), file).toEqual([]);
    }
  });
});

describe.runIf(can.emulate)('what a system prefers', () => {
  let panel: Panel;
  const prefer = async (name: string, value: string): Promise<void> => {
    const session = await panel.puppeteer?.createCDPSession();
    await session?.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    await panel.waitFor((query) => matchMedia(query).matches, `(${name}: ${value})`);
  };
  beforeEach(async () => {
    ({ panel } = await openSubscribed());
  });

  test('reduced motion: nothing moves where a link has led to', async () => {
    const animationOfPlace = async () => {
      await showView(panel, 'diagnosis');
      await panel.click('[data-node="permission"] button');
      return panel.waitFor(() => {
        const place = document.activeElement;
        return place?.matches('.state-section h2') && getComputedStyle(place).animationName;
      });
    };
    expect(await animationOfPlace()).not.toBe('none');
    await prefer('prefers-reduced-motion', 'reduce');
    expect(await animationOfPlace()).toBe('none');
  });

  test('forced colours: dots and swatches keep the colour that says something', async () => {
    await prefer('forced-colors', 'active');
    await showView(panel, 'timeline');
    const seen = await panel.evaluate(() => {
      const colorOf = (selector: string) =>
        [...document.querySelectorAll(selector)].map(
          (each) => getComputedStyle(each, '::before').backgroundColor,
        );
      return { dots: colorOf('.connection-connected'), swatches: colorOf('.chip[class*="kind-"]') };
    });
    // A dot that is hollow means that nothing was found.
    expect(seen.dots.length).toBeGreaterThan(0);
    expect(seen.dots).not.toContain('rgba(0, 0, 0, 0)');
    expect(new Set(seen.swatches).size).toBeGreaterThan(3);
  });

  test('forced colours: what is selected or pressed is told by a line', async () => {
    await prefer('forced-colors', 'active');
    for (const view of views) {
      await showView(panel, view);
      const unseen = await panel.evaluate(() => {
        const lineOf = (element: Element): string => {
          const style = getComputedStyle(element);
          return `${style.outlineStyle} ${style.outlineColor} ${style.borderColor}`;
        };
        return ['aria-selected', 'aria-pressed'].flatMap((name) =>
          [...document.querySelectorAll(`:is(button, [role=row])[${name}=true]`)]
            .filter((each) => each.checkVisibility())
            .filter((each) => {
              const line = lineOf(each);
              each.setAttribute(name, 'false');
              const other = lineOf(each);
              each.setAttribute(name, 'true');
              return line === other;
            })
            .map((each) => each.outerHTML.slice(0, 120)),
        );
      });
      expect(unseen, view).toEqual([]);
    }
  });
});
