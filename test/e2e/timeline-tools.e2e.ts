import { expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { setField } from './support/fields';
import { waitForOutcome } from './support/outcomes';
import { poll } from './support/poll';
import { chooseFromMenu } from './support/row-menu';
import { prepareStory } from './support/story';

/* What the timeline has for those who look closer. */

const story = prepareStory();

const openSubscribed = async (): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await page.click('#init');
  await waitForOutcome(panel, 'initSubscription', 'saved');
  return { page, panel };
};

const names = async (panel: Panel) => (await panel.entries()).map(({ name }) => name);

test('bookmarks and notes are set, found, and kept in the file', async () => {
  const { panel } = await openSubscribed();
  await chooseFromMenu(panel, 'save', 'Bookmark');
  await panel.waitFor(() => document.querySelector('[data-bookmarked="yes"]') !== null);
  await chooseFromMenu(panel, 'initSubscription', 'Add a note');
  await panel.waitFor(() => document.activeElement?.getAttribute('name') === 'note');
  await panel.type('[name="note"]', 'The first one');
  await panel.waitFor(() => document.querySelector('[data-note="yes"]') !== null);
  await setField(panel, '.filter input', 'is:bookmarked');
  await poll('the bookmark', async () => (await names(panel)).join() === 'initSubscription,save');
  await setField(panel, '.filter input', 'has:note');
  await poll('the note', async () => (await names(panel)).join() === 'initSubscription');
  await panel.click('[data-action="open-export"]');
  await panel.click('[data-action="save-export"]');
  const { remarks } = JSON.parse((await story.browser.takeDownload()).text);
  expect(Object.values(remarks)).toEqual(
    expect.arrayContaining([{ isBookmarked: true }, { note: 'The first one' }]),
  );
});

test('a moment is marked, and shows how things stood then', async () => {
  const { page, panel } = await openSubscribed();
  await panel.click('#tab-state');
  await panel.waitFor(
    () => document.querySelector('[data-fact="strip.token"][data-state="ok"]') !== null,
  );
  await panel.click('#tab-timeline');
  await panel.click('[data-action="mark-moment"]');
  // It can be named at once.
  await panel.waitFor(() => document.activeElement?.getAttribute('name') === 'moment-label');
  await panel.press('Escape');
  await panel.waitFor(() => document.activeElement?.getAttribute('data-action') === 'mark-moment');
  await page.click('#remove');
  await panel.waitForRow({ name: 'removeToken' });
  await panel.click('[data-moment]');
  await panel.waitFor(() => document.querySelector('[data-moment-details]') !== null);
  await panel.type('[name="moment-label"]', 'Still subscribed');
  await panel.waitFor(() =>
    document.querySelector('[data-moment]')?.textContent?.includes('Still subscribed'),
  );
  expect(
    await panel.evaluate(
      () =>
        document.querySelector<HTMLElement>('.details [data-fact="strip.token"]')?.dataset.state,
    ),
  ).toBe('ok');
});

test('a text is found inside of details, entry after entry, and marked', async () => {
  const { panel } = await openSubscribed();
  await panel.click('[data-action="open-search"]');
  await panel.type('[name="find"]', 'mira@example.com');
  await panel.waitFor(
    () => Number(document.querySelector<HTMLElement>('[data-found]')?.dataset.found) >= 2,
  );
  await panel.press('Enter');
  await panel.waitFor(
    () =>
      document.querySelector('[data-at="1"]') !== null &&
      document.querySelector('.details') !== null,
  );
  // The tree is open where it is.
  await panel.waitFor(() =>
    document.querySelector('.details')?.textContent?.includes('mira@example.com'),
  );
  await panel.waitFor(() => ((CSS.highlights.get('find') as Highlight | undefined)?.size ?? 0) > 0);
  await panel.press('Enter');
  await panel.waitFor(() => document.querySelector('[data-at="2"]') !== null);
  await setField(panel, '[name="go-to-time"]', 'soon');
  await panel.click('[name="go-to-time"]');
  await panel.press('Enter');
  await panel.waitFor(() => document.querySelector('[data-problem="time"]') !== null);
  await setField(panel, '[name="go-to-time"]', '+0');
  await panel.press('Enter');
  await panel.waitFor(
    () => document.querySelector('[data-kind="sdk"][aria-selected="true"]') !== null,
  );
});

test('entries like one are hidden, and shown again; nothing is grouped', async () => {
  const { panel } = await openSubscribed();
  await chooseFromMenu(panel, 'register', 'Hide entries like this');
  await panel.waitFor(() => document.querySelector('[data-hidden="1"]') !== null);
  expect(await names(panel)).not.toContain('register');
  await panel.click('[data-action="show-like"]');
  await panel.waitForRow({ name: 'register' });
  await setField(panel, '[name="group-by"]', 'none');
  await panel.waitFor(
    () =>
      document.querySelector('[data-page]') === null &&
      [...document.querySelectorAll('[data-id]')].every(
        (row) => row.getAttribute('aria-level') === '1',
      ),
  );
});

test('two entries are compared, what is marked is said, and what differs is shown alone', async () => {
  const { page, panel } = await openSubscribed();
  await page.click('#update');
  await panel.waitForRow({ kind: 'request', name: 'update', status: 'ok' });
  await chooseFromMenu(panel, 'initSubscription', 'Compare with another');
  await panel.waitFor(
    () =>
      document.querySelector('[data-comparing="1"]')?.textContent?.includes('initSubscription') &&
      document.querySelector('[data-marked][data-name="initSubscription"]') !== null,
  );
  await panel.press('Escape');
  await panel.waitFor(() => document.querySelector('[data-comparing]') === null);
  await chooseFromMenu(panel, 'initSubscription', 'Compare with another');
  await chooseFromMenu(panel, 'updateSubscription', 'Compare with #');
  await panel.waitFor(
    () => document.querySelector('[data-dialog="compare"][data-same="no"]') !== null,
  );
  const seen = await panel.evaluate(() => ({
    heads: [...document.querySelectorAll('.compare thead th')].map((head) => head.textContent),
    parts: [...document.querySelectorAll<HTMLElement>('.compare [data-part]')].map(
      ({ dataset }) => dataset.part,
    ),
    same: document.querySelectorAll('[data-diff="same"]').length,
    text: document.querySelector('.compare')?.textContent ?? '',
  }));
  expect(seen.heads[0]).toMatch(/^#\d+ initSubscription$/);
  expect(seen.heads[1]).toMatch(/^#\d+ updateSubscription$/);
  expect(seen.parts).toEqual(expect.arrayContaining(['outcome', 'caused', 'details']));
  expect(seen.same).toBe(0);
  expect(seen.text).toContain('undefined');
  expect(seen.text).not.toContain('"$"');
  await panel.click('[name="compare-whole"]');
  await panel.waitFor(() => document.querySelector('[data-diff="same"]') !== null);
  await panel.click('[data-dialog="compare"] [data-action="cancel"]');
  await panel.waitFor(() => document.activeElement?.getAttribute('role') === 'treegrid');
});

test('columns are sorted, hidden and made wider, and stay so', async () => {
  const { page, panel } = await openSubscribed();
  const tree = await names(panel);
  await panel.click('[data-sort="name"]');
  const sorted = [...tree].sort((a, b) => a.localeCompare(b));
  await poll('by name', async () => (await names(panel)).join() === sorted.join());
  await panel.click('[data-sort="name"]');
  await poll('from the end', async () => (await names(panel)).join() !== sorted.join());
  await panel.click('[data-sort="name"]');
  await poll('the tree again', async () => (await names(panel)).join() === tree.join());
  await panel.evaluate(() =>
    document.querySelector('[data-sort="name"]')?.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: 200,
        clientY: 80,
      }),
    ),
  );
  await panel.waitFor(() => document.querySelector('[role=menuitemcheckbox]') !== null);
  await panel.press('End');
  await panel.press('ArrowUp');
  await panel.press('Enter');
  await panel.waitFor(
    () =>
      document.querySelector('.cell-duration') === null ||
      getComputedStyle(document.querySelector('.cell-duration') as Element).display === 'none',
  );
  await panel.evaluate(() => document.querySelector<HTMLElement>('[data-sort="name"]')?.focus());
  const width = () =>
    panel.evaluate(
      () => document.querySelector('.row-head .cell-name')?.getBoundingClientRect().width ?? 0,
    );
  const before = await width();
  await panel.press('Shift+ArrowRight');
  await poll('a wider column', async () => Math.abs((await width()) - before - 8) < 1.5);
  const again = await story.openPanel(page, 'timeline');
  await again.waitFor(
    (wanted) =>
      document.querySelector('[data-hidden-columns~="duration"]') !== null &&
      Math.abs(
        (document.querySelector('.row-head .cell-name')?.getBoundingClientRect().width ?? 0) -
          wanted,
      ) < 1.5,
    before + 8,
  );
});

test('what the filter can be told stands below it, with counts', async () => {
  const { panel } = await openSubscribed();
  await panel.click('.filter input');
  await panel.click('[data-term="kind:request"]');
  await poll('requests and what caused them', async () => {
    const kinds = (await panel.entries()).map(({ kind }) => kind);
    return kinds.length > 0 && kinds.every((kind) => kind === 'request' || kind === 'call');
  });
  expect(
    await panel.evaluate(() => document.querySelector<HTMLInputElement>('.filter input')?.value),
  ).toBe('kind:request');
  await panel.press('Escape');
});

test('the overview chooses a part of the time by keys', async () => {
  const { panel } = await openSubscribed();
  await panel.click('[data-action="toggle-overview"]');
  await panel.waitFor(() => document.querySelector('.overview-picture') !== null);
  const all = (await names(panel)).length;
  await panel.evaluate(() => document.querySelector<HTMLElement>('.overview-picture')?.focus());
  await panel.press('=');
  await panel.waitFor(() => document.querySelector('[data-overview][data-span]') !== null);
  await poll('fewer entries', async () => (await names(panel)).length < all);
  await panel.press('Escape');
  await poll('all entries', async () => (await names(panel)).length === all);
});
