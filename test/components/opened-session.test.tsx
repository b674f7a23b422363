// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import '../../components/shell/FramePicker';
import '../../components/views/diagnosis/DiagnosisView';
import '../../components/views/state/StateView';
import '../../components/views/timeline/later';
import { FileApp } from '../../components/views/sessions/FileApp';
import { openFile } from '../../components/views/sessions/open-file';
import { readSessionText } from '../../lib/formats/read-session-file';
import { provideMessages } from '../../lib/i18n/message';
import type { Reading, SessionPage } from '../../lib/model/session';
import { defaultSettings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';
import { readGolden } from '../truth/golden';

/* A session that is looked at from a file: what was recorded, and nothing that would need its page. */

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const recorded = readGolden('chromium', 'worker-http')?.text ?? '';

const open = async (view: string, text = recorded) => {
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

test('a frame that had gone is called so, and nobody is to try again', async () => {
  const file = readSessionText(recorded);
  const embedded = { name: 'offers', origin: 'https://shop.example', isForeign: true };
  const frame = (number: number, of: number) => ({
    ...(file.pages.at(-1) as SessionPage),
    number,
    document: `frame ${of}`,
    frame: of,
    embedded,
  });
  const text = JSON.stringify({
    ...file,
    pages: [...file.pages, frame(90, 7), frame(91, 8)],
    readings: [
      ...file.readings,
      { ...(file.readings.at(-1) as Reading), document: 'frame 7', frame: 7 },
    ],
    gone: [7],
  });
  const { find, container } = await open('timeline', text);
  const picker = await waitFor(() => {
    const found = find('[name="frame"]') as HTMLSelectElement | null;
    expect(found).not.toBeNull();
    return found as HTMLSelectElement;
  });
  const names = [...picker.options].map(({ text: name }) => name);
  expect(names.slice(1)).toEqual([
    expect.stringMatching(/^offers · .*[^2] \(gone\)$/),
    expect.stringMatching(/^offers · .* #2$/),
  ]);
  await userEvent.selectOptions(picker, '7');
  for (const view of ['timeline', 'state', 'diagnosis']) {
    await userEvent.click(find(`#tab-${view}`) as HTMLElement);
    // Of that frame alone.
    expect(find('[data-frame-note="foreign"]')).not.toBeNull();
    expect(container.querySelector('[data-notice]')).toBeNull();
  }
});
