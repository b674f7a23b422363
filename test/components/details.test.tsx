// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '../../components/ui/copy-text';
import { makeShopSession } from '../support/make-session';
import { renderApp } from './render-app';

afterEach(cleanup);

const open = async (key: string) => {
  const app = renderApp(makeShopSession());
  await app.user.click(document.querySelector(`[data-id="${key}"]`) as HTMLElement);
  return { ...app, details: screen.getByRole('complementary') };
};
const lines = (tree: HTMLElement) =>
  within(tree)
    .getAllByRole('treeitem')
    .map((item) => item.querySelector('.node-text')?.textContent?.trim());

describe('details', () => {
  it('show a call with its arguments, result and what it caused', async () => {
    const { details, user } = await open('1:5');
    expect(
      within(details)
        .getAllByRole('tree')
        .map((tree) => tree.getAttribute('aria-label')),
    ).toEqual(['match', 'update', 'customData', 'result']);
    // As the proof of the outcome, and among what the call caused.
    const links = within(details).getAllByRole('button', { name: '#9 save' });
    expect(links).toHaveLength(2);
    expect(details.querySelector('[data-outcome-note]')?.textContent).toContain('Saved');
    await user.click(links[1] as HTMLElement);
    expect(
      within(screen.getByRole('complementary')).getByRole('heading', { name: 'save' }),
    ).toBeTruthy();
    expect(document.querySelector('[aria-selected=true][role=row]')?.getAttribute('data-id')).toBe(
      '1:9',
    );
  });

  it('break a long name of a field after its dot', async () => {
    const { details } = await open('1:5');
    const label = within(details).getByText('document.readyState');
    expect(label.innerHTML).toBe('document.<wbr>readyState');
  });

  it('show a request with match and update parsed', async () => {
    const { details, user } = await open('1:9');
    const body = within(details).getByRole('tree', { name: 'body' });
    expect(lines(body)).toContain('email: "anna@shop.example"');
    await user.click(within(body).getAllByRole('button', { name: 'JSON text' })[0] as HTMLElement);
    expect(lines(body)).not.toContain('email: "anna@shop.example"');
    expect(body.textContent).toContain('match: "{"email"');
  });

  it('say who has answered', async () => {
    const shop = makeShopSession();
    const answered = (responseType: string) => ({
      ...shop,
      entries: shop.entries.map((entry) =>
        entry.key === '1:9' && entry.kind === 'request'
          ? { ...entry, detail: { ...entry.detail, responseType, httpStatus: 504, response: '' } }
          : entry,
      ),
    });
    const said = async (responseType: string) => {
      const { user } = renderApp(answered(responseType));
      await user.click(document.querySelector('[data-id="1:9"]') as HTMLElement);
      const text = screen.getByRole('complementary').textContent ?? '';
      cleanup();
      return text;
    };
    expect(await said('cors')).toContain('Answered bythe server');
    expect(await said('basic')).toContain('Answered bythe page’s own service worker');
    expect(await said('opaque')).not.toContain('Answered by');
  });

  it('say what was cut', async () => {
    const { details } = await open('2:7');
    expect(details.textContent).toContain('string cut: 80 of 52,428,800 characters');
  });

  it('say that nobody listened', async () => {
    expect((await open('1:10')).details.textContent).toContain('no listeners');
  });

  it('show the SDK with its container', async () => {
    const { details } = await open('1:1');
    expect(details.textContent).toContain('MXwz account 1, resource 3');
    expect(details.textContent).toContain('serverActionHandlers: getter, not called');
    cleanup();
    expect((await open('2:1')).details.textContent).toContain('Not watchedremoveToken');
  });

  it('link to possible causes and to sources', async () => {
    const { details, user, onOpenSource } = await open('2:5');
    expect(within(details).getByRole('button', { name: '#6 suspendSubscription' })).toBeTruthy();
    await user.click(within(details).getByRole('button', { name: 'push.js:42:13' }));
    expect(onOpenSource).toHaveBeenCalledWith('https://shop.example/assets/push.js', 42, 13);
  });
});

describe('the tree', () => {
  it('is moved through by keyboard', async () => {
    const { details, user } = await open('1:5');
    const tree = within(details).getByRole('tree', { name: 'match' });
    tree.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowLeft}');
    expect(lines(tree)).toEqual(['match:', 'email: "anna@shop.example"', 'db: [17, 21]']);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('0: 17');
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Home}{ArrowLeft}');
    expect(lines(tree)).toHaveLength(1);
  });

  it('copies a value and its path, and says so', async () => {
    const { details, user } = await open('1:9');
    const body = within(details).getByRole('tree', { name: 'body' });
    const email = within(body)
      .getByText('"anna@shop.example"')
      .closest('[role=treeitem]') as HTMLElement;
    await user.click(within(email).getByRole('button', { name: 'Copy path: email' }));
    expect(await navigator.clipboard.readText()).toBe('JSON.parse(body.match).email');
    expect(await screen.findByText('Copied')).toBeTruthy();
    fireEvent.contextMenu(email);
    await user.click(await screen.findByRole('menuitem', { name: 'Copy value' }));
    expect(await navigator.clipboard.readText()).toBe('anna@shop.example');
  });
});

describe('the split', () => {
  it('is moved by keyboard and remembered', async () => {
    const { user, settings } = await open('1:9');
    const bar = screen.getByRole('separator');
    bar.focus();
    await user.keyboard('{ArrowLeft}');
    expect(settings().split).toBeCloseTo(0.53);
    expect(bar.getAttribute('aria-valuenow')).toBe('53');
    await user.keyboard('{End}{ArrowRight}');
    expect(settings().split).toBe(0.8);
  });
});

describe('copyText', () => {
  it('copies by selection where there is no clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    let text = '';
    document.execCommand = () => {
      text = (document.activeElement as HTMLTextAreaElement).value;
      return true;
    };
    expect(await copyText('a token')).toBe(true);
    expect(text).toBe('a token');
    expect(document.querySelector('textarea')).toBeNull();
  });
});
