// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { makeLargeSession, makeSession, makeShopSession } from '../support/make-session';
import { renderApp } from './render-app';

afterEach(cleanup);

const grid = () => screen.getByRole('treegrid');
const selected = () => document.querySelector('[role=row][aria-selected=true]');
const row = (name: string) =>
  document.querySelector<HTMLElement>(`.row[data-name="${name}"]`) as HTMLElement;

describe('the list', () => {
  it('shows entries with what automation relies on', () => {
    const { view, names } = renderApp(makeShopSession());
    const root = view.container.querySelector('[data-entries]');
    expect(root?.getAttribute('data-entries')).toBe('17');
    expect(root?.getAttribute('data-connection')).toBe('connected');
    expect(names()).toHaveLength(17);
    expect(row('update').dataset).toMatchObject({
      id: '2:3',
      kind: 'request',
      status: 'failed',
      url: 'https://shop.example/cart',
    });
    expect(row('update').textContent).toContain('500');
    expect(row('update').getAttribute('aria-level')).toBe('2');
    expect(screen.getByText('17 of 17')).toBeTruthy();
  });

  it('keeps only visible rows of 10,000 in the document', () => {
    const { names } = renderApp(makeLargeSession(10_000));
    expect(names().length).toBeGreaterThan(10);
    expect(names().length).toBeLessThan(100);
    expect(grid().getAttribute('aria-rowcount')).toBe('10002');
  });

  it('is moved through by keyboard', async () => {
    const { user } = renderApp(makeShopSession());
    grid().focus();
    await user.keyboard('{Home}{ArrowDown}{ArrowDown}');
    expect(selected()?.getAttribute('data-name')).toBe('constructor');
    expect(grid().getAttribute('aria-activedescendant')).toBe(selected()?.id);
    await user.keyboard('{End}{ArrowLeft}');
    expect(selected()?.getAttribute('data-name')).toBe('suspendSubscription');
    await user.keyboard('{ArrowLeft}');
    expect(selected()?.getAttribute('aria-expanded')).toBe('false');
    expect(row('suspend')).toBeNull();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(selected()?.getAttribute('data-name')).toBe('suspend');
  });

  it('opens details with Enter and closes them with Escape', async () => {
    const { user } = renderApp(makeShopSession());
    grid().focus();
    await user.keyboard('{End}{Enter}');
    expect(within(screen.getByRole('complementary')).getByText('suspend')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(grid());
  });

  it('keeps the selection when entries come', async () => {
    const { user, update } = renderApp(makeShopSession());
    await user.click(row('TypeError'));
    update((held) => ({ ...held, entries: held.entries.filter(({ key }) => key !== '1:1') }));
    await waitFor(() => expect(screen.getByText('16 of 16')).toBeTruthy());
    expect(selected()?.getAttribute('data-name')).toBe('TypeError');
  });
});

describe('shortcuts', () => {
  it('find, clear and record, on a Russian keyboard too', async () => {
    const { user } = renderApp(makeShopSession());
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('{Control>}e{/Control}');
    await screen.findByRole('button', { name: 'Start recording' });
    fireEvent.keyDown(document.body, { key: 'д', code: 'KeyL', ctrlKey: true });
    await screen.findByText('Recording is off', { selector: 'h2' });
    expect(screen.getByText('0 of 0')).toBeTruthy();
  });

  it('leave Ctrl+[ and Ctrl+] to DevTools', () => {
    renderApp(makeShopSession());
    expect(fireEvent.keyDown(document.body, { key: '[', code: 'BracketLeft', ctrlKey: true })).toBe(
      true,
    );
  });
});

describe('the filter', () => {
  it('filters as it is typed, and is remembered', async () => {
    const { user, names, settings } = renderApp(makeShopSession());
    await user.type(screen.getByRole('searchbox'), 'name:save');
    expect(names()).toEqual(['initSubscription', 'save']);
    expect(row('initSubscription').classList.contains('row-context')).toBe(true);
    expect(screen.getByText('1 of 17')).toBeTruthy();
    expect(settings().filter).toBe('name:save');
    await user.keyboard('{Escape}');
    expect(names()).toHaveLength(17);
  });

  it('marks a bad pattern and shows everything', () => {
    const { names } = renderApp(makeShopSession(), { filter: '/(x/' });
    const field = screen.getByRole('searchbox');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById('filter-problem')?.textContent).toContain('Unterminated group');
    expect(names()).toHaveLength(17);
  });

  it('says that nothing matches, and can be cleared', async () => {
    const { user, names } = renderApp(makeShopSession(), { filter: 'zzz', hiddenKinds: ['call'] });
    expect(screen.getByRole('heading', { name: 'Nothing matches the filter' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(names()).toHaveLength(17);
  });

  it('switches kinds, and with Ctrl leaves one alone', async () => {
    const { user, names } = renderApp(makeShopSession());
    const chip = screen.getByRole('button', { name: 'Request 4' });
    await user.click(chip);
    expect(names()).not.toContain('save');
    expect(chip.getAttribute('aria-pressed')).toBe('false');
    await user.click(chip);
    chip.focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(names()).toEqual(['registrations', 'save', 'update', 'suspend']);
    fireEvent.click(chip, { ctrlKey: true });
    await waitFor(() => expect(names()).toHaveLength(17));
  });

  it('takes terms from the menu of a row', async () => {
    const { user, names } = renderApp(makeShopSession());
    fireEvent.contextMenu(row('save'));
    const filter = await screen.findByRole('menuitem', { name: 'Filter entries' });
    expect(document.activeElement?.textContent).toBe('Open');
    filter.focus();
    await user.keyboard('{ArrowRight}');
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe('Filter by kind “Request”'),
    );
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(filter);
    await user.keyboard('{ArrowRight}{End}{Enter}');
    expect(names()).toHaveLength(16);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('what is shown when there is nothing', () => {
  it.each([
    ['no-sdk', 'AKPush was not found on this page', 'Reload page', 'onReloadPage'],
    ['unreachable', 'This page can’t be inspected', 'Retry', 'onRetry'],
    ['reload-needed', 'Reload the page', 'Reload page', 'onReloadPage'],
  ] as const)('%s', async (connection, title, button, callback) => {
    const app = renderApp({ ...makeSession([]), connection });
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.queryByText('Connected')).toBeNull();
    await app.user.click(screen.getByRole('button', { name: button }));
    expect(app[callback]).toHaveBeenCalledOnce();
  });

  it('nothing yet', () => {
    renderApp(makeSession([]));
    expect(screen.getByRole('heading', { name: 'Nothing recorded yet' })).toBeTruthy();
  });

  it('keeps entries of a lost page and says that they are old', () => {
    const { names } = renderApp({ ...makeShopSession(), connection: 'unreachable', lost: 1200 });
    expect(names()).toHaveLength(17);
    expect(screen.getByText(/^Disconnected: /)).toBeTruthy();
    expect(screen.getByText(/^1,200 entries were lost/)).toBeTruthy();
  });
});
