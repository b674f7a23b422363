// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { News } from '../../components/views/timeline/later/News';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';
import { makeShopSession } from '../support/make-session';
import { renderApp } from './render-app';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const grid = () => screen.getByRole('treegrid');
const row = (name: string) =>
  document.querySelector<HTMLElement>(`.row[data-name="${name}"]`) as HTMLElement;
const head = (name: string) => screen.findByRole('button', { name });

describe('columns', () => {
  it('sort up, down, and back to the tree', async () => {
    const { user, names } = renderApp(makeShopSession());
    const tree = names();
    const byName = [...tree].sort(new Intl.Collator().compare as () => number);
    await user.click(await head('Name'));
    await waitFor(() => expect(names()).toEqual(byName));
    expect(document.querySelectorAll('.row[data-page]')).toHaveLength(0);
    expect(document.querySelectorAll('[aria-level="2"]')).toHaveLength(0);
    expect(screen.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await user.click(await head('Name'));
    await waitFor(() => expect(names()).toEqual([...byName].reverse()));
    await user.click(await head('Name'));
    await waitFor(() => expect(names()).toEqual(tree));
  });

  it('stay sorted while another view is shown', async () => {
    const { user, names } = renderApp(makeShopSession());
    const tree = names();
    await user.click(await head('Name'));
    await waitFor(() => expect(names()).not.toEqual(tree));
    const sorted = names();
    fireEvent.click(row('initSubscription'), { ctrlKey: true });
    await screen.findByText(/^Comparing #5/);
    await user.click(screen.getByRole('tab', { name: 'Calls' }));
    await waitFor(() => expect(screen.queryByRole('treegrid')).toBeNull());
    await user.click(screen.getByRole('tab', { name: 'Timeline' }));
    await waitFor(() => expect(names()).toEqual(sorted));
    expect(await screen.findByText(/^Comparing #5/)).toBeTruthy();
  });

  it('are hidden by the menu, made wider by keys, and given back', async () => {
    const { user, settings } = renderApp(makeShopSession());
    const name = await head('Name');
    fireEvent.contextMenu(name);
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kind' }));
    await waitFor(() => expect(settings().columns.hidden).toEqual(['kind']));
    expect(grid().dataset.hiddenColumns).toBe('kind');
    expect(screen.queryByRole('columnheader', { name: 'Kind' })).toBeNull();
    name.focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(settings().columns.widths.name).toBeGreaterThan(0));
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Summary');
    fireEvent.dblClick(document.querySelector('[data-grip="name"]') as Element);
    await waitFor(() => expect(settings().columns.widths).toEqual({}));
    fireEvent.contextMenu(name);
    await user.click(await screen.findByRole('menuitem', { name: 'Reset columns' }));
    await waitFor(() => expect(settings().columns.hidden).toEqual([]));
  });
});

describe('the border of a column', () => {
  const dragBy = (column: string, by: number, end: 'pointerUp' | 'pointerCancel' = 'pointerUp') => {
    const grip = document.querySelector<HTMLElement>(`[data-grip="${column}"]`) as HTMLElement;
    grip.setPointerCapture = () => {};
    fireEvent.pointerDown(grip, { button: 0, clientX: 300, pointerId: 1 });
    fireEvent.pointerMove(grip, { clientX: 300 + by, pointerId: 1 });
    const during = grid().style.getPropertyValue(`--w-${column}`);
    fireEvent[end](grip, { clientX: 300 + by, pointerId: 1 });
    return during;
  };

  it('is dragged: the column follows, and keeps its width', async () => {
    const { settings } = renderApp(makeShopSession());
    await head('Name');
    const cell = document.querySelector('.row-head .cell-name') as HTMLElement;
    cell.getBoundingClientRect = () => new DOMRect(100, 0, 200, 20);
    expect(dragBy('name', 60)).toBe('260px');
    await waitFor(() => expect(settings().columns.widths).toEqual({ name: 260 }));
  });

  it('of a column on the right is dragged to the left to make it wider', async () => {
    const { settings } = renderApp(makeShopSession());
    await head('Name');
    const cell = document.querySelector('.row-head .cell-duration') as HTMLElement;
    cell.getBoundingClientRect = () => new DOMRect(900, 0, 80, 20);
    dragBy('duration', -40);
    await waitFor(() => expect(settings().columns.widths).toEqual({ duration: 120 }));
  });

  it('keeps no width of a drag that was given up', async () => {
    const { settings } = renderApp(makeShopSession());
    await head('Name');
    dragBy('name', 60, 'pointerCancel');
    expect(settings().columns.widths).toEqual({});
  });
});

describe('bars beside the durations', () => {
  /** Where the bar of a row begins, in percent of its call; the style of the tests' DOM has no `max()`. */
  const fromOf = (name: string): number | undefined => {
    const bar = row(name).querySelector<HTMLElement>('.bar-of-time');
    const [, from] = /min\(([\d.]+)%/.exec(bar?.style.insetInlineStart ?? '') ?? [];
    return from === undefined ? undefined : Number(from);
  };

  it('say when within a call what it caused was at work', async () => {
    const session = makeShopSession();
    renderApp(session);
    await waitFor(() => expect(fromOf('initSubscription')).toBe(0));
    const tree = [row('initSubscription')];
    for (let next = tree[0]?.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.getAttribute('aria-level') === '1') break;
      tree.push(next as HTMLElement);
    }
    const entries = tree.flatMap(({ dataset }) =>
      session.entries.filter(({ key }) => key === dataset.id),
    );
    expect(entries.length).toBeGreaterThan(3);
    const [call] = entries;
    const save = entries.find(({ name }) => name === 'save');
    const end = Math.max(...entries.map(({ time, duration = 0 }) => time + duration));
    const wanted = ((save?.time ?? 0) - (call?.time ?? 0)) / (end - (call?.time ?? 0));
    expect(fromOf('save')).toBeGreaterThan(0);
    expect(fromOf('save')).toBeCloseTo(wanted * 100, 1);
  });
});

describe('“Copy” in the menu of a row', () => {
  const openCopy = async (name: string) => {
    const app = renderApp(makeShopSession());
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    fireEvent.contextMenu(row(name));
    const copy = await screen.findByRole('menuitem', { name: 'Copy' });
    expect(copy.getAttribute('aria-haspopup')).toBe('menu');
    copy.focus();
    await app.user.keyboard('{ArrowRight}');
    await waitFor(() => expect(screen.getAllByRole('menu')).toHaveLength(2));
    const inner = screen.getAllByRole('menu')[1] as HTMLElement;
    const names = within(inner)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent);
    return { ...app, names, copy, inner, written: () => writeText.mock.calls.flat() };
  };

  it('has a request as cURL, name, address and JSON', async () => {
    const { names, user, inner, written } = await openCopy('save');
    expect(names).toEqual(['JSON', 'Name', 'URL', 'cURL']);
    await user.click(within(inner).getByRole('menuitem', { name: 'URL' }));
    await waitFor(() => expect(written()[0]).toMatch(/^https?:\/\/.*save/));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('has a call as JavaScript, and goes back by Escape', async () => {
    const { names, user, copy } = await openCopy('initSubscription');
    expect(names).toContain('JavaScript');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(copy);
    expect(screen.getAllByRole('menu')).toHaveLength(1);
  });
});

describe('a comparison', () => {
  it('says what is marked, can be given up, and gives the focus back', async () => {
    const { user } = renderApp(makeShopSession());
    await head('Name');
    fireEvent.click(row('initSubscription'), { ctrlKey: true });
    expect(await screen.findByText(/^Comparing #5 initSubscription with…$/)).toBeTruthy();
    expect(row('initSubscription').dataset.marked).toBe('yes');
    await user.click(screen.getByRole('button', { name: 'Cancel the comparison' }));
    expect(screen.queryByText(/^Comparing/)).toBeNull();
    expect(document.activeElement).toBe(grid());
    fireEvent.click(row('initSubscription'), { ctrlKey: true });
    fireEvent.click(row('updateSubscription'), { ctrlKey: true });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    const dialog = await screen.findByRole('dialog', { name: /#5 initSubscription and/ });
    expect(
      within(dialog)
        .getAllByRole('columnheader')
        .map((each) => each.textContent),
    ).toEqual(['#5 initSubscription', expect.stringMatching(/^#\d+ updateSubscription$/)]);
    expect(dialog.textContent).not.toContain('"$"');
    expect(dialog.querySelector('[data-diff=same]')).toBeNull();
    await user.click(within(dialog).getByRole('checkbox'));
    expect(dialog.querySelector('[data-diff=same]')).not.toBeNull();
  });

  it('keeps its keys to itself: what lies behind is neither closed nor cleared by them', async () => {
    const { user, names } = renderApp(makeShopSession());
    await head('Name');
    await user.click(row('initSubscription'));
    await waitFor(() => expect(document.querySelector('.details')).not.toBeNull());
    fireEvent.click(row('updateSubscription'), { ctrlKey: true });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    const dialog = await screen.findByRole('dialog', { name: /#5 initSubscription and/ });
    const before = names();
    fireEvent.keyDown(dialog, { key: 'l', ctrlKey: true });
    // False: somebody took the browser's own closing away.
    expect(fireEvent.keyDown(dialog, { key: 'Escape' })).toBe(true);
    expect(document.querySelector('.details')).not.toBeNull();
    expect(names()).toEqual(before);
  });
});

describe('the filter', () => {
  it('offers terms with counts while it has the focus', async () => {
    const { user, settings, names } = renderApp(makeShopSession());
    await head('Name');
    await user.click(screen.getByRole('searchbox'));
    const term = await screen.findByRole('button', { name: 'status:failed 2' });
    await user.click(term);
    expect(settings().filter).toBe('status:failed');
    await waitFor(() => expect(names()).toContain('TypeError'));
    expect(term.getAttribute('aria-pressed')).toBe('true');
    await user.click(term);
    expect(settings().filter).toBe('');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'status:failed 2' })).toBeNull();
  });

  it('finds entries by their outcome', async () => {
    const { names } = renderApp(makeShopSession(), { filter: 'outcome:error kind:call' });
    await waitFor(() => expect(names()).toEqual(['updateSubscription']));
  });
});

it('a moment can be named at once, and Escape goes back', async () => {
  const { user } = renderApp(makeShopSession());
  const flag = screen.getByRole('button', { name: 'Mark this moment' });
  await user.click(flag);
  await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('moment-label'));
  await user.keyboard('Clicked{Escape}');
  expect(document.activeElement).toBe(flag);
  expect(document.querySelector('[data-moment]')?.textContent).toContain('Clicked');
});

it('the calls are counted, and those that failed', async () => {
  renderApp(makeShopSession());
  expect(await screen.findByText('3 calls, 1 failed')).toBeTruthy();
});

it('new entries are told politely, and not each', () => {
  vi.useFakeTimers();
  const { rerender } = render(<News count={10} />);
  const said = () => screen.getByRole('status').textContent;
  expect(said()).toBe('');
  rerender(<News count={11} />);
  rerender(<News count={14} />);
  expect(said()).toBe('');
  act(() => void vi.advanceTimersByTime(5_000));
  expect(said()).toBe('4 new entries, 14 in total');
  rerender(<News count={0} />);
  rerender(<News count={1} />);
  act(() => void vi.advanceTimersByTime(5_000));
  expect(said()).toBe('1 new entry, 1 in total');
  vi.useRealTimers();
});
