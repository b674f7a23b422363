// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActionButton } from '../../components/ui/ActionButton';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';

/* What changes something asks first, in a box with a name, a description and a verb. */

beforeEach(() => provideMessages(english));
afterEach(cleanup);

const show = (
  run: () => Promise<unknown>,
  more: Partial<Parameters<typeof ActionButton>[0]> = {},
) => {
  const view = render(
    <ActionButton
      name="clear"
      label="Clear the cached token…"
      question="It is gone."
      run={run}
      {...more}
    />,
  );
  const find = (action: string) =>
    view.container.querySelector<HTMLElement>(`[data-action="${action}"]`);
  const press = (action: string) => userEvent.click(find(action) as HTMLElement);
  const box = () => view.container.querySelector('dialog');
  return { view, find, press, box };
};

const textOfIds = (element: Element | null, attribute: string): string | null | undefined =>
  document.getElementById(element?.getAttribute(attribute) ?? '')?.textContent;

test('the box has a name and a description, and its verb no ellipsis', async () => {
  const run = vi.fn(async () => {});
  const { press, find, box } = show(run, { verb: 'Clear token' });
  await press('clear');
  expect(box()?.open).toBe(true);
  expect(box()?.getAttribute('role')).toBe('alertdialog');
  expect(textOfIds(box(), 'aria-labelledby')).toBe('Clear the cached token');
  expect(textOfIds(box(), 'aria-describedby')).toBe('It is gone.');
  expect(find('confirm')?.textContent).toBe('Clear token');
  expect(document.activeElement).toBe(find('confirm'));
  await press('confirm');
  expect(run).toHaveBeenCalledOnce();
  expect(box()).toBeNull();
  expect(document.activeElement).toBe(find('clear'));
});

test('without a verb the button says what the label says', async () => {
  const { press, find } = show(async () => {});
  await press('clear');
  expect(find('confirm')?.textContent).toBe('Clear the cached token');
});

test('Escape and Cancel do nothing, and the focus goes back', async () => {
  const run = vi.fn(async () => {});
  const { press, find, box } = show(run);
  await press('clear');
  await userEvent.keyboard('{Escape}');
  expect(box()).toBeNull();
  expect(document.activeElement).toBe(find('clear'));
  await press('clear');
  await press('cancel');
  expect(box()).toBeNull();
  expect(document.activeElement).toBe(find('clear'));
  expect(run).not.toHaveBeenCalled();
});

test('while it works the button keeps the focus and does nothing else', async () => {
  let end = () => {};
  const run = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const { press, find, view } = show(run);
  await press('clear');
  await press('confirm');
  expect(find('clear')?.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(find('clear'));
  await press('clear');
  expect(view.container.querySelector('dialog')).toBeNull();
  end();
  await vi.waitFor(() => expect(find('clear')?.hasAttribute('aria-disabled')).toBe(false));
  expect(run).toHaveBeenCalledOnce();
});

test('what went wrong is said', async () => {
  const { press, view } = show(async () => Promise.reject(new Error('The database is locked.')));
  await press('clear');
  await press('confirm');
  await vi.waitFor(() =>
    expect(view.container.querySelector('[role="alert"]')?.textContent).toBe(
      'The database is locked.',
    ),
  );
});
