// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFileDrop } from '../../components/ui/use-file-drop';
import { ExportDialog } from '../../components/views/sessions/ExportDialog';
import { SessionRow } from '../../components/views/sessions/SessionRow';
import { ViewerSource } from '../../components/views/sessions/viewer-source';
import { provideMessages } from '../../lib/i18n/message';
import { packMessages } from '../../lib/i18n/packed-messages';
import type { ShelfItem } from '../../lib/shelf/session-shelf';
import { defaultSettings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';
import russian from '../../public/_locales/ru/messages.json';
import { makeShopSession } from '../support/make-session';

/* Sessions that are kept: a table; files that are dropped; whom a session is given to. */

beforeEach(() => provideMessages(english));
afterEach(cleanup);

const item: ShelfItem = {
  id: 7,
  name: 'A subscription',
  savedAt: Date.UTC(2026, 10, 28, 9, 21),
  pages: ['https://shop.example/cart'],
  entries: 20,
  calls: 3,
  pushes: 1,
  errors: 2,
  size: 2_048,
  length: 125_000,
  worst: 'error',
};

const showRow = (change: Partial<ShelfItem> = {}) => {
  const props = { onOpen: vi.fn(), onExport: vi.fn(), onRename: vi.fn(), onDelete: vi.fn() };
  const { container } = render(
    <table>
      <tbody>
        <SessionRow item={{ ...item, ...change }} {...props} />
      </tbody>
    </table>,
  );
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  const click = (selector: string) => userEvent.click(find(selector) as HTMLElement);
  return { ...props, find, click };
};

test('a row has what tells sessions apart', () => {
  const { find } = showRow();
  expect(find('.session-verdict')?.textContent).toContain('✕');
  expect(find('.session-site')?.textContent).toBe('shop.example');
  expect(find('.session-length')?.textContent).toBe('2 min');
  expect(find('.session-counts')?.textContent).toBe('3 / 1 / 2');
  expect(find('[data-action="open-session"]')?.getAttribute('aria-label')).toBe(
    'Open: A subscription',
  );
});

test('a session of an older version has neither length nor verdict', () => {
  const { length: _, worst: __, ...old } = item;
  const { container } = render(
    <table>
      <tbody>
        <SessionRow
          item={old}
          onOpen={() => {}}
          onExport={() => {}}
          onRename={() => {}}
          onDelete={() => {}}
        />
      </tbody>
    </table>,
  );
  expect(container.querySelector('.session-length')?.textContent).toBe('–');
  expect(container.querySelector('.severity')).toBeNull();
});

test('the menu renames and deletes', async () => {
  const { click, find, onRename, onDelete } = showRow();
  await click('[data-action="more-session"]');
  await click('[role="menu"] [data-action="rename-session"]');
  await userEvent.type(find('[name="session-name"]') as HTMLElement, 'Another{Enter}');
  expect(onRename).toHaveBeenCalledOnce();
  await click('[data-action="more-session"]');
  await click('[role="menu"] [data-action="delete-session"]');
  expect(onDelete).toHaveBeenCalledOnce();
});

test('the menu is closed by its button', async () => {
  const { click, find } = showRow();
  await click('[data-action="more-session"]');
  expect(find('[role="menu"]')).not.toBeNull();
  await click('[data-action="more-session"]');
  expect(find('[role="menu"]')).toBeNull();
});

test('while a file is dragged the window says what dropping does', async () => {
  function Drop() {
    return <div>{useFileDrop(async () => {})}</div>;
  }
  const { container } = render(<Drop />);
  const over = () => container.querySelector('[data-drop]');
  fireEvent.dragOver(document, { dataTransfer: { types: ['text/plain'] } });
  expect(over()).toBeNull();
  fireEvent.dragOver(document, { dataTransfer: { types: ['Files'] } });
  await vi.waitFor(() => expect(over()?.textContent).toBe('Drop to open'));
  fireEvent.dragLeave(document);
  await vi.waitFor(() => expect(over()).toBeNull());
});

test('a choice for whom chooses format and content, without secrets', async () => {
  const { container } = render(
    <ExportDialog
      session={makeShopSession()}
      settings={defaultSettings}
      selected={null}
      about={{ extension: '1', browser: 'Test/1' }}
      onClose={() => {}}
    />,
  );
  const find = <T extends HTMLElement>(selector: string) => container.querySelector<T>(selector);
  await userEvent.click(find('[name="export-secrets"]') as HTMLElement);
  await userEvent.click(find('[data-preset="devtools"]') as HTMLElement);
  expect(find<HTMLInputElement>('[name="export-format"][value="har"]')?.checked).toBe(true);
  expect(find<HTMLInputElement>('[name="export-secrets"]')?.checked).toBe(false);
  expect(find('[data-preset="devtools"]')?.getAttribute('aria-pressed')).toBe('true');
  await userEvent.click(find('[data-preset="issue"]') as HTMLElement);
  expect(find<HTMLInputElement>('[name="export-format"][value="report"]')?.checked).toBe(true);
});

test('the report comes with a text for an issue, in either language', async () => {
  const packed = packMessages({ en: english, ru: russian });
  const readParts = async () => ({ script: '', style: '', messages: packed });
  const { container } = render(
    <ViewerSource.Provider value={readParts}>
      <ExportDialog
        session={makeShopSession()}
        settings={defaultSettings}
        selected={null}
        about={{ extension: '1.2.3', browser: 'Test/1' }}
        onClose={() => {}}
      />
    </ViewerSource.Provider>,
  );
  const find = <T extends HTMLElement>(selector: string) =>
    container.querySelector<T>(selector) as T;
  const text = () => find<HTMLTextAreaElement>('[name="issue-text"]').value;
  expect(find('[name="issue-text"]')).toBeNull();
  await userEvent.click(find('[name="export-format"][value="report"]'));
  expect(text()).toContain('## Steps');
  await userEvent.selectOptions(find('[name="issue-language"]'), 'ru');
  await waitFor(() => expect(text()).toContain('## Шаги'));
  // The dialog itself stays as it is.
  expect(container.querySelector('h2')?.textContent).toBe('Export…');
  await userEvent.selectOptions(find('[name="issue-language"]'), 'en');
  await waitFor(() => expect(text()).toContain('## Steps'));
});
