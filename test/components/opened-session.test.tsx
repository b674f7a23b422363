// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import '../../components/views/state/StateView';
import { FileApp } from '../../components/views/sessions/FileApp';
import { openFile } from '../../components/views/sessions/open-file';
import { provideMessages } from '../../lib/i18n/message';
import { defaultSettings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';
import { readGolden } from '../truth/golden';

/* A session that is looked at from a file: what was recorded, and nothing that would need its page. */

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const open = async (view: string) => {
  const text = readGolden('chromium', 'worker-http')?.text ?? '';
  const opened = await openFile(new File([text], 'session.json', { type: 'application/json' }));
  const { container } = render(
    <FileApp
      opened={opened}
      theme="light"
      settings={defaultSettings}
      version="1.2.3"
      environment="1.2.3"
      resetHelp=""
      onSettings={() => {}}
      onOpened={() => {}}
      onClose={() => {}}
      onOpenSource={() => {}}
    />,
  );
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  await userEvent.click(find(`#tab-${view}`) as HTMLElement);
  await waitFor(() =>
    expect(find(view === 'timeline' ? '.totals' : `[data-view="${view}"]`)).not.toBeNull(),
  );
  return { find, container };
};

test('the Timeline has no box that keeps its entries: they are kept', async () => {
  const { container } = await open('timeline');
  expect(container.textContent).not.toContain('Preserve log');
  expect(container.querySelector('.connection-state')).toBeNull();
});

test('its State is one that was recorded, which is no fault', async () => {
  const { find } = await open('state');
  expect(find('.file-banner')?.textContent).toContain('read only');
  expect(find('[data-notice="stale"], [data-notice="old"], .freshness .error-text')).toBeNull();
  expect(find('.freshness')?.textContent).toMatch(/\d\d:\d\d/);
});

test('nothing in it can be done to a page', async () => {
  const { container } = await open('diagnosis');
  expect(
    container.querySelector(
      '[data-action="mute-finding"], [data-action="run-checkup"], [data-action="inspect-script"]',
    ),
  ).toBeNull();
});
