import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { setField } from './support/fields';
import { chooseFrame, openFramed, readPicker, waitForNames } from './support/frames';
import { poll } from './support/poll';
import { stopAndOpen } from './support/recordings';
import { prepareStory } from './support/story';

/* AKPush in frames: found, recorded and marked with its frame, and the views show the one that is chosen. */

const story = prepareStory();

const openFrames = (frames: string, more?: Readonly<Record<string, string>>, view?: string) =>
  openFramed(story, frames, more, view);

declare const AKPush: { events: { emit(name: string, ...args: unknown[]): void } };

const framesOfRows = (panel: Panel): Promise<string[]> =>
  panel.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('[data-id][data-frame]')].map(
        ({ dataset }) => dataset.frame ?? '',
      ),
    ),
  ]);

const emitIn = (page: Page, id: string, name: string): Promise<void> =>
  page.evaluate(
    (frame: string, event: string) => {
      const { contentWindow } = document.getElementById(frame) as HTMLIFrameElement;
      (contentWindow as unknown as { AKPush: typeof AKPush }).AKPush.events.emit(event);
    },
    id,
    name,
  );

describe('frames with AKPush are found', () => {
  test.each([
    ['same', /^same · \//],
    ['cross', /^cross · 127\.0\.0\.1:\d+\//],
    ['srcdoc', /^srcdoc · srcdoc/],
    ['sandbox', /^sandbox · \//],
    ['sandbox-same', /^sandbox-same · \//],
  ])('%s', async (kind, name) => {
    const { panel } = await openFrames(kind);
    await waitForNames(panel, [/^Top page$/, name]);
    // The page itself has none: the frame is chosen by itself.
    expect((await readPicker(panel)).shown).toMatch(name);
    await panel.waitForConnection('connected');
    await panel.waitForRow({ kind: 'sdk' });
    expect(await framesOfRows(panel)).toHaveLength(1);
  });

  test('one that a page has made empty, and writes into: in Firefox the hook comes too late there', async () => {
    const { panel } = await openFrames('blank');
    await waitForNames(panel, [/^Top page$/, /^blank · blank/]);
    await panel.waitForConnection(can.enterEmptyFrames ? 'connected' : 'reload-needed');
  });

  test('one in another', async () => {
    const { panel } = await openFrames('nested');
    await waitForNames(panel, [/^Top page$/, /^same · \//]);
    await panel.waitForConnection('connected');
  });

  test('beside the page itself, each with its own entries', async () => {
    const { page, panel } = await openFrames('same,cross,srcdoc', { top: 'g6' });
    await waitForNames(panel, [/^Top page$/, /^same/, /^cross/, /^srcdoc/]);
    expect((await readPicker(panel)).shown).toBe('Top page');
    await emitIn(page, 'same', 'in-same');
    await emitIn(page, 'srcdoc', 'in-srcdoc');
    const same = await panel.waitForRow({ name: 'in-same' });
    const srcdoc = await panel.waitForRow({ name: 'in-srcdoc' });
    expect(same.id.split(':')[0]).not.toBe(srcdoc.id.split(':')[0]);
    await poll('rows of each frame', async () => (await framesOfRows(panel)).length === 4);
    await setField(panel, '[type=search]', 'frame:"srcdoc"');
    await poll('rows of one frame', async () => (await framesOfRows(panel)).length === 1);
    await panel.waitForRow({ name: 'in-srcdoc' });
    expect((await panel.entries()).some(({ name }) => name === 'in-same')).toBe(false);
  });
});

test('one of another site cannot ask for the permission, and that is what is said', async () => {
  const other = new URL(story.demo.site);
  other.hostname = '127.0.0.1';
  for (const { origin } of [other, new URL(story.demo.site)])
    await story.browser.setNotifications(origin, 'prompt');
  const { panel } = await openFrames('cross', { prompt: 'browser' }, 'diagnosis');
  await waitForNames(panel, [/^Top page$/, /^cross/]);
  await panel.waitFor(
    () => document.querySelector('[data-finding="permission-in-frame"]') !== null,
  );
  const found = await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-finding]')].map(
      ({ dataset }) => dataset.finding,
    ),
  );
  expect(found).toEqual(['permission-in-frame']);
});

test('without AKPush in frames there is no picker', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page);
  await panel.waitForConnection('connected');
  expect(await readPicker(panel)).toEqual({ names: [], shown: null });
  expect(await framesOfRows(panel)).toEqual([]);
});

test('a frame that goes keeps its entries and is shown as gone; one that comes again is another', async () => {
  const { page, panel } = await openFrames('same', { top: 'g6' });
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await emitIn(page, 'same', 'before-it-goes');
  const { id } = await panel.waitForRow({ name: 'before-it-goes' });
  await chooseFrame(panel, /^same/);
  await panel.waitForConnection('connected');
  await page.evaluate(() => {
    const frame = document.getElementById('same') as HTMLIFrameElement;
    Object.assign(window, { taken: frame });
    frame.remove();
  });
  await waitForNames(panel, [/^Top page$/, /^same.*\(gone\)$/]);
  await panel.waitForConnection('unreachable');
  await panel.waitForRow({ id, name: 'before-it-goes' });
  await page.evaluate(() => document.body.append((window as unknown as { taken: Node }).taken));
  await waitForNames(panel, [/^Top page$/, /^same.*\(gone\)$/, /^same[^(]*$/]);
  await emitIn(page, 'same', 'after-it-came');
  await panel.waitForRow({ name: 'after-it-came' });
  await panel.waitForRow({ id, name: 'before-it-goes' });
});

test('State, Calls and Diagnosis are of the frame that is chosen; a call is made in it', async () => {
  const { page, panel } = await openFrames('same', { top: 'g6' }, 'calls');
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await chooseFrame(panel, /^same/);
  await panel.waitForConnection('connected');
  await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
  await panel.waitFor(
    () => document.querySelector<HTMLSelectElement>('[name=instance]')?.value === 'akpush',
  );
  await panel.click('[data-action=run]');
  await panel.waitFor(
    () => document.querySelector<HTMLElement>('.call-result')?.dataset.outcome !== undefined,
  );
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'call', name: 'initSubscription' });
  const frames = await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-name="initSubscription"]')].map(
      ({ dataset }) => dataset.frame,
    ),
  );
  expect(frames.every((frame) => frame !== '0' && frame !== undefined)).toBe(true);
  const tops = await page.evaluate(() => 'akpush' in window);
  expect(tops).toBe(false);
});

test('a frame of another site says that what is stored there is of its own', async () => {
  const { panel } = await openFrames('cross', {}, 'state');
  await panel.waitForConnection('connected');
  await panel.waitFor(() => document.querySelector('[data-frame-note="foreign"]') !== null);
  await panel.waitFor(() => document.querySelector('[data-section]') !== null);
});

test('two panels and a recording show the same', async () => {
  const { page, panel } = await openFrames('same,srcdoc', { top: 'g6' });
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(
    () => document.querySelector('[data-popup="frames"]')?.textContent?.includes('3') === true,
  );
  await popup.click('[data-action="start-recording"]');
  await popup.waitFor(() => document.querySelector('[data-action="stop-recording"]') !== null);
  const other = await story.openPanel(page, 'timeline');
  await other.resize(1280, 3000);
  for (const each of [panel, other]) await waitForNames(each, [/^Top page$/, /^same/, /^srcdoc/]);
  await emitIn(page, 'same', 'in-same');
  await emitIn(page, 'srcdoc', 'in-srcdoc');
  const listOf = async (of: Panel): Promise<string[]> => {
    await of.waitForRow({ name: 'in-same' });
    await of.waitForRow({ name: 'in-srcdoc' });
    const rows = await of.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-id][data-kind]')].map(
        ({ dataset }) => `${dataset.kind} ${dataset.name} ${dataset.frame}`,
      ),
    );
    return rows.sort();
  };
  let list: string[] = [];
  await poll('the same in both', async () => {
    list = await listOf(panel);
    return `${list}` === `${await listOf(other)}`;
  });
  await poll('all recorded', () =>
    popup.evaluate(
      (count) =>
        Number(document.querySelector<HTMLElement>('[data-recording]')?.dataset.recording) >= count,
      list.length,
    ),
  );
  const viewer = await stopAndOpen(story, popup);
  expect(await listOf(viewer)).toEqual(list);
  await waitForNames(viewer, [/^Top page$/, /^same/, /^srcdoc/]);
});

test('a panel whose background was stopped finds the frames again', async () => {
  const { page, panel } = await openFrames('same', { top: 'g6' });
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await story.browser.stopBackground();
  await emitIn(page, 'same', 'after-the-stop');
  await panel.waitForRow({ name: 'after-the-stop' });
  const later = await story.openPanel(page, 'timeline');
  await later.resize(1280, 3000);
  await waitForNames(later, [/^Top page$/, /^same/]);
  await later.waitForRow({ name: 'after-the-stop' });
});

test('of very many frames some are followed, and it is said that there are more', async () => {
  const { page, panel } = await openFrames('same', { top: 'g6' });
  await waitForNames(panel, [/^Top page$/, /^same/]);
  await page.evaluate(() => {
    const { src } = document.getElementById('same') as HTMLIFrameElement;
    for (let count = 0; count < 24; count++)
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
  });
  await panel.waitFor(() => document.querySelector('[data-frame-note="left-out"]') !== null);
  await poll('20 frames', async () => (await readPicker(panel)).names.length === 21);
});
