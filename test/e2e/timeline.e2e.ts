import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { levelOf, openDetails, readFields, readSection } from './support/details';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/*
 * What a user does with the timeline.
 */

const story = prepareStory();

const filterInput = '.filter input';

interface Emitter {
  AKPush: { events: { emit(name: string, ...payload: unknown[]): void } };
}

/** Makes the page's emitter emit; nobody listens. */
const emit = (page: Page, name: string, payload: object): Promise<void> =>
  page.evaluate(
    (each, value) => (window as unknown as Emitter).AKPush.events.emit(each, value),
    name,
    payload,
  );

const emitTimes = (page: Page, count: number): Promise<void> =>
  page.evaluate((times) => {
    const { events } = (window as unknown as Emitter).AKPush;
    for (let cup = 1; cup <= times; cup++) events.emit('pour', { cup: `cup-${cup}` });
  }, count);

const namesOf = async (panel: Panel, kind?: string): Promise<string[]> =>
  (await panel.entries()).filter((row) => !kind || row.kind === kind).map(({ name }) => name);

/** Waits until the rows' names are these, from top to bottom. */
const waitForNames = async (panel: Panel, wanted: string[]): Promise<void> => {
  let seen: string[] = [];
  await poll(`rows ${wanted}`, async () => {
    seen = await namesOf(panel);
    return seen.join() === wanted.join();
  }).catch(() => expect(seen).toEqual(wanted));
};

const counterOf = (panel: Panel): Promise<string> =>
  panel.evaluate(() => document.querySelector('.counter')?.textContent ?? '');

const countEntries = (panel: Panel): Promise<number> =>
  panel.evaluate(() =>
    Number(document.querySelector<HTMLElement>('[data-entries]')?.dataset.entries),
  );

const setFilter = async (panel: Panel, text: string): Promise<void> => {
  await panel.click(filterInput);
  if (await panel.evaluate(() => document.querySelector<HTMLInputElement>('.filter input')?.value))
    await panel.press('Escape');
  await panel.type(filterInput, text);
  await panel.waitFor(
    (wanted) => document.querySelector<HTMLInputElement>('.filter input')?.value === wanted,
    text,
  );
};

const textOf = (panel: Panel, selector: string): Promise<string> =>
  panel.waitFor((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);

/** The shop with the same five entries each time: the SDK, its instance, and three events. */
const openTeas = async (): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop();
  await emit(page, 'brew', { tea: 'oolong' });
  await emit(page, 'brew', { tea: 'sencha' });
  await emit(page, 'pour', { tea: 'oolong' });
  const panel = await story.openPanel(page);
  await waitForNames(panel, ['G6', 'constructor', 'brew', 'brew', 'pour']);
  return { page, panel };
};

describe('record and clear', () => {
  test('what happens while recording is off is not recorded', async () => {
    story.demo.altcraft.fail('save', { slow: 3000 });
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    await panel.waitForRow({ kind: 'request', name: 'save', status: 'pending' });
    await panel.click('[aria-label="Stop recording"]');
    expect(await textOf(panel, '.connection-state')).toBe('Recording is off');
    await emit(page, 'brew', {});
    await emit(page, 'brew', {});
    // A call that was recorded when it began is followed to its end, which comes after the events.
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    expect(await namesOf(panel, 'event')).toEqual([]);
    await panel.click('[aria-label="Start recording"]');
    expect(await textOf(panel, '.connection-state')).toBe('Connected');
    await emit(page, 'pour', {});
    await panel.waitForRow({ kind: 'event', name: 'pour' });
    expect(await namesOf(panel, 'event')).toEqual(['pour']);
  });

  test('clear empties the list, and what comes after is shown', async () => {
    const { page, panel } = await openTeas();
    await panel.click('[aria-label="Clear"]');
    expect(await textOf(panel, '.empty h2')).toBe('Nothing recorded yet');
    expect(await countEntries(panel)).toBe(0);
    await emit(page, 'steep', {});
    await waitForNames(panel, ['steep']);
    expect(await counterOf(panel)).toBe('1 of 1');
  });

  test('the shortcuts', async () => {
    const { page, panel } = await openTeas();
    await panel.click('[data-name="pour"]');
    await panel.press('Control+l');
    expect(await textOf(panel, '.empty h2')).toBe('Nothing recorded yet');
    await panel.press('Control+e');
    expect(await textOf(panel, '.connection-state')).toBe('Recording is off');
    await panel.press('Control+e');
    expect(await textOf(panel, '.connection-state')).toBe('Connected');
    await panel.press('Control+f');
    expect(await panel.evaluate(() => document.activeElement?.matches('.filter input'))).toBe(true);
    await emit(page, 'steep', {});
    await waitForNames(panel, ['steep']);
  });
});

describe('filter', () => {
  test('words, patterns, kinds, exclusions', async () => {
    const { panel } = await openTeas();
    expect(await counterOf(panel)).toBe('5 of 5');
    const cases: [string, string[]][] = [
      ['oolong', ['brew', 'pour']],
      ['OOLONG brew', ['brew']],
      ['/^event (brew|steep)/', ['brew', 'brew']],
      ['kind:event -sencha', ['brew', 'pour']],
      ['kind:call', ['constructor']],
      ['kind:sdk,call', ['G6', 'constructor']],
      ['name:"pour"', ['pour']],
      ['-kind:event', ['G6', 'constructor']],
    ];
    for (const [text, names] of cases) {
      await setFilter(panel, text);
      await waitForNames(panel, names);
      expect(await counterOf(panel)).toBe(`${names.length} of 5`);
    }
  });

  test('nothing matches', async () => {
    const { panel } = await openTeas();
    await setFilter(panel, 'matcha');
    expect(await textOf(panel, '.empty h2')).toBe('Nothing matches the filter');
    expect(await counterOf(panel)).toBe('0 of 5');
    await panel.click('.empty .button');
    await waitForNames(panel, ['G6', 'constructor', 'brew', 'brew', 'pour']);
  });

  test('a pattern that is wrong is named and left out', async () => {
    const { panel } = await openTeas();
    const errors: string[] = [];
    panel.puppeteer?.on('pageerror', (error) => errors.push(String(error)));
    await setFilter(panel, '/(/ oolong');
    expect(await textOf(panel, '.filter-problem')).toMatch(
      /^This part of the filter is ignored: .+/,
    );
    await waitForNames(panel, ['brew', 'pour']);
    await setFilter(panel, '/(a+)+$/');
    expect(await textOf(panel, '.filter-problem')).toContain('could freeze the panel');
    await waitForNames(panel, ['G6', 'constructor', 'brew', 'brew', 'pour']);
    await setFilter(panel, 'sencha');
    await waitForNames(panel, ['brew']);
    expect(await panel.evaluate(() => document.querySelector('.filter-problem'))).toBeNull();
    expect(errors).toEqual([]);
  });

  test('the kinds, with their counts', async () => {
    const { panel } = await openTeas();
    const chips = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.chip')].map(
          (chip) =>
            `${chip.textContent}${chip.getAttribute('aria-pressed') === 'true' ? '' : ' off'}`,
        ),
      );
    // Those without entries are behind a button.
    expect(await chips()).toEqual(['SDK 1', 'Call 1', 'Event 3', '+7 Kinds without entries off']);
    await panel.click('[data-action="toggle-other-kinds"]');
    expect(await chips()).toEqual([
      'SDK 1',
      'Call 1',
      'Event 3',
      'Request 0',
      'Permission 0',
      'Subscription 0',
      'Worker 0',
      'Error 0',
      'Push 0',
      'Action 0',
      '−7 Kinds without entries off',
    ]);
    await panel.click('.chip.kind-event');
    await waitForNames(panel, ['G6', 'constructor']);
    expect((await chips())[2]).toBe('Event 3 off');
    expect(await counterOf(panel)).toBe('2 of 5');
    await panel.click('.chip.kind-event');
    await waitForNames(panel, ['G6', 'constructor', 'brew', 'brew', 'pour']);
    // With Ctrl a kind is left alone, and a second time all are back.
    await panel.evaluate(() => document.querySelector<HTMLElement>('.chip.kind-call')?.focus());
    await panel.press('Control+Enter');
    await waitForNames(panel, ['constructor']);
    await panel.press('Control+Enter');
    await waitForNames(panel, ['G6', 'constructor', 'brew', 'brew', 'pour']);
  });

  test("a row's menu", async () => {
    const { panel } = await openTeas();
    await panel.puppeteer?.click('[data-name="pour"]', { button: 'right' });
    const items = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent),
      );
    await poll('menu', async () => (await items()).length > 0);
    expect(await items()).toContain('Filter entries');
    for (let i = (await items()).indexOf('Filter entries'); i > 0; i--) {
      await panel.press('ArrowDown');
    }
    await panel.press('ArrowRight');
    await poll('the inner menu', async () => (await items()).includes('Filter by name “pour”'));
    await panel.press('ArrowDown');
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe(
      'Filter by name “pour”',
    );
    await panel.press('Enter');
    await waitForNames(panel, ['pour']);
    expect(
      await panel.evaluate(() => document.querySelector<HTMLInputElement>('.filter input')?.value),
    ).toBe('name:"pour"');
  });
});

describe('keyboard', () => {
  /** Name of the selected row; for a page's row its number. */
  const selected = (panel: Panel) =>
    panel.evaluate(() => {
      const row = document.querySelector<HTMLElement>('[role=treegrid] [aria-selected=true]');
      return row?.dataset.name ?? (row && `page ${row.dataset.page}`) ?? null;
    });

  test('arrows select, Enter opens the details, Escape closes them', async () => {
    const { panel } = await openTeas();
    await panel.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
    const steps: [string, string][] = [
      ['Home', 'page 1'],
      ['ArrowDown', 'G6'],
      ['ArrowDown', 'constructor'],
      ['ArrowUp', 'G6'],
      ['End', 'pour'],
    ];
    for (const [key, name] of steps) {
      await panel.press(key);
      await poll(`${name} selected`, async () => (await selected(panel)) === name);
    }
    expect(await panel.evaluate(() => document.querySelector('.details'))).toBeNull();
    await panel.press('Enter');
    expect(await textOf(panel, '.details h2')).toBe('pour');
    // The details follow the selection.
    await panel.press('ArrowUp');
    await panel.waitFor(() => document.querySelector('.details h2')?.textContent === 'brew');
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('.details'));
    // The list has the focus again.
    await panel.press('Home');
    await poll('page row selected', async () => (await selected(panel)) === 'page 1');
    await panel.press('Enter');
    expect(await textOf(panel, '.details h2')).toBe('Page');
    expect(await readFields(panel)).toMatchObject({ URL: story.shopUrl(), AKPush: 'found' });
  });

  test('a call is folded and unfolded', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    const event = await panel.waitForRow({ kind: 'event', name: 'subscribe' });
    expect(await levelOf(panel, event)).toBe(2);
    await openDetails(panel, call);
    expect(await readSection(panel, 'What it caused')).toMatch(/save\s+200/);
    await panel.press('ArrowLeft');
    await poll('folded call', async () => !(await namesOf(panel)).includes('subscribe'));
    await panel.press('ArrowRight');
    await panel.waitForRow({ kind: 'event', name: 'subscribe' });
  });
});

describe('details', () => {
  test('a request: body, headers, answer, caller', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    const save = await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
    const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await page.click('#update');
    const update = await panel.waitForRow({ kind: 'request', name: 'update', status: 'ok' });
    const sent = await story.demo.altcraft.next('save');
    const sentLater = await story.demo.altcraft.next('update');

    await openDetails(panel, save);
    expect(await readFields(panel)).toMatchObject({
      Method: 'POST',
      URL: `${story.demo.altcraft.url}${sent.url}`,
      'SDK path': '/push/subscription/save',
      HTTP: '200',
    });
    const body = await readSection(panel, 'Request body');
    // `match` and `update` are JSON text in the body.
    expect(body).toMatch(/match:\s+JSON text\s+email: "mira@example\.com"/);
    expect(body).toMatch(/update:\s+JSON text\s+_fname: "Mira"/);
    expect(body).toContain(`endpoint: "${(sent.body as { endpoint: string }).endpoint}"`);
    expect(await readSection(panel, 'Response')).toContain('error: 0');
    expect(await readSection(panel, 'Request headers')).not.toMatch(/x-cookie/i);
    expect(await readSection(panel, 'Response headers')).toMatch(/x-cookie\s+ak-/);
    expect(await readSection(panel, 'Stack')).toMatch(/ak-push\.js:\d+:\d+/);

    await openDetails(panel, update);
    const cookie = String(sentLater.headers['x-cookie']);
    expect(cookie).toMatch(/^ak-/);
    expect(await readFields(panel)).toMatchObject({ 'X-Cookie': cookie });

    await openDetails(panel, call);
    expect(await readSection(panel, 'Arguments')).toContain('email: "mira@example.com"');
    expect(await readFields(panel)).toMatchObject({
      'document.readyState': 'complete',
      'User gesture': 'yes',
    });
    const caller = await panel.evaluate(
      () => document.querySelector<HTMLElement>('.details .stack .link')?.title,
    );
    expect(caller).toMatch(new RegExp(`^${story.demo.site}/shop\\.js:\\d+:\\d+$`));

    // From the cause to the effect and back.
    await panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.details .links .link')]
        .find(({ textContent }) => textContent?.endsWith(' save'))
        ?.click(),
    );
    await panel.waitFor(() => document.querySelector('.details h2')?.textContent === 'save');
  });

  test('an entry is copied as JSON', async () => {
    const { page, panel } = await openTeas();
    const { id } = await panel.waitForRow({ name: 'pour' });
    await openDetails(panel, { id });
    await panel.click('.details [aria-label="Copy entry as JSON"]');
    await panel.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
    // Pasted where a user would: line ends fall away in a field of one line, JSON does not need them.
    await page.puppeteer.click('#name', { count: 3 });
    await page.paste();
    const text = await page.waitFor(() => {
      const { value } = document.querySelector('#name') as HTMLInputElement;
      return value !== 'Mira' && value;
    });
    expect(JSON.parse(String(text))).toMatchObject({
      id: Number(id.split(':')[1]),
      kind: 'event',
      name: 'pour',
      status: 'ok',
      url: story.shopUrl(),
      detail: { payload: [{ tea: 'oolong' }], listeners: 0 },
    });
  });
});

describe('many entries', () => {
  const lastCup = (panel: Panel) =>
    panel.evaluate(() => {
      const bottom = document.querySelector('.grid')?.getBoundingClientRect().bottom ?? 0;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-name="pour"]')];
      const visible = rows.filter((row) => row.getBoundingClientRect().top < bottom - 10);
      return visible.at(-1)?.querySelector('.cell-summary')?.textContent ?? '';
    });

  test('the list follows its end for who is there, and only then', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await emitTimes(page, 300);
    await poll('last cup', async () => (await lastCup(panel)).includes('cup-300'));
    await emitTimes(page, 301);
    await poll('last cup again', async () => (await lastCup(panel)).includes('cup-301'));
    expect(await panel.evaluate(() => document.querySelector('.jump'))).toBeNull();

    // The user scrolls up.
    await panel.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const grid = document.querySelector('.grid') as HTMLElement;
          grid.addEventListener('scroll', () => resolve(), { once: true });
          grid.scrollTop = 0;
        }),
    );
    await emitTimes(page, 1);
    expect(await textOf(panel, '.jump')).toContain('1 new');
    expect(await panel.evaluate(() => document.querySelector('.grid')?.scrollTop)).toBe(0);
    await panel.waitForRow({ kind: 'sdk', name: 'G6' });
    await panel.click('.jump');
    await poll('the newest cup', async () => (await lastCup(panel)).includes('"cup-1"'));
    await panel.waitFor(() => !document.querySelector('.jump'));
  });

  test('10,000 events: all are there, and the panel answers', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'call', name: 'constructor' });
    await emitTimes(page, 10_000);
    await poll('10,000 entries', async () => (await countEntries(panel)) >= 10_000);
    expect(await countEntries(panel)).toBe(10_002);
    // Only what is visible is in the document.
    expect((await panel.entries()).length).toBeLessThan(200);
    await setFilter(panel, 'cup-9999');
    await waitForNames(panel, ['pour']);
    expect(await counterOf(panel)).toBe('1 of 10,002');
    await openDetails(panel, await panel.waitForRow({ name: 'pour' }));
    expect(await readSection(panel, 'Payload')).toContain('cup: "cup-9999"');
    await panel.click('.details [aria-label="Close details"]');
    await setFilter(panel, '/cup-\\d{4}"/');
    await poll('matches', async () => (await counterOf(panel)) === '9,000 of 10,002');
    await panel.click('[aria-label="Clear"]');
    expect(await textOf(panel, '.empty h2')).toBe('Nothing recorded yet');
  });

  test('more than a page remembers: the panel says what is missing', async () => {
    const page = await story.openShop();
    await emitTimes(page, 13_000);
    const panel = await story.openPanel(page);
    await poll('entries', async () => (await countEntries(panel)) >= 12_000);
    // The page keeps 12,000 entries; the two of the start are among the oldest.
    expect(await textOf(panel, '.banner')).toContain('1,002 entries were lost');
    expect(await countEntries(panel)).toBe(12_000);
  });
});

test('a narrow panel: one line above the list, what became of a call, and a menu of all views', async () => {
  story.demo.altcraft.fail('save', { status: 503 });
  const page = await story.openShop();
  const panel = await story.openPanel(page);
  await page.click('#init');
  await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  await panel.resize(320, 420);
  await panel.waitFor(() => {
    const bar = document.querySelector('.toolbars')?.getBoundingClientRect();
    return bar !== undefined && bar.height < 40;
  });
  const sign = () =>
    panel.evaluate(() => {
      const cell = document.querySelector('[data-name="initSubscription"] .cell-sign');
      return cell && cell.getBoundingClientRect().width > 0 ? cell.textContent : null;
    });
  await poll('sign', async () => (await sign())?.startsWith('✕') === true);

  expect(await panel.evaluate(() => document.querySelector('.chip')?.checkVisibility())).toBe(
    false,
  );
  await panel.click('[data-action="open-view-options"]');
  await panel.click('.chip.kind-call');
  await panel.waitFor(() => document.querySelector('[data-name="initSubscription"]') === null);
  await panel.click('.chip.kind-call');
  await panel.waitFor(() => document.querySelector('[data-name="initSubscription"]') !== null);
  await panel.press('Escape');
  await panel.waitFor(() => document.querySelector('.chip')?.checkVisibility() === false);

  await panel.click('[data-action="more-views"]');
  await panel.waitFor(() => document.querySelectorAll('[role=menuitem]').length === 7);
  await panel.click('[data-action="more-views"]');
  await panel.waitFor(() => document.querySelector('[role=menu]') === null);
  await panel.click('[data-action="more-views"]');
  await panel.waitFor(() => document.querySelectorAll('[role=menuitem]').length === 7);
  await panel.press('End');
  await panel.press('Enter');
  await panel.waitFor(() => {
    const tab = document.querySelector('#tab-sessions[aria-selected=true]');
    const list = tab?.parentElement?.getBoundingClientRect();
    return tab && list && tab.getBoundingClientRect().right <= list.right + 1;
  });
});

test('the panel is as it was left', async () => {
  const { page, panel } = await openTeas();
  await setFilter(panel, 'oolong');
  await panel.click('[data-action="toggle-other-kinds"]');
  await panel.click('.chip.kind-request');
  await panel.click('.checkbox input');
  await panel.click('[aria-label="Show time since the start of the page"]');
  await panel.waitFor(() =>
    document.querySelector('.grid-body .cell-time')?.textContent?.startsWith('+'),
  );
  await panel.close();

  const again = await story.openPanel(page);
  await waitForNames(again, ['brew', 'pour']);
  expect(
    await again.evaluate(() => ({
      filter: document.querySelector<HTMLInputElement>('.filter input')?.value,
      preserve: document.querySelector<HTMLInputElement>('.checkbox input')?.checked,
      request: document.querySelector('.chip.kind-request')?.getAttribute('aria-pressed'),
      event: document.querySelector('.chip.kind-event')?.getAttribute('aria-pressed'),
      time: document.querySelector('.grid-body .cell-time')?.textContent?.slice(0, 1),
    })),
  ).toEqual({ filter: 'oolong', preserve: true, request: 'false', event: 'true', time: '+' });
});
