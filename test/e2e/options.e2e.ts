import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { setField } from './support/fields';
import { prepareStory } from './support/story';

/* What is chosen on the page of settings is so in panels and in the popup, and a reset takes it back. */

const story = prepareStory();

const choose = (options: Panel, name: string, value: string): Promise<void> =>
  setField(options, `select[name="${name}"]`, value);

const languageOf = (surface: Panel): Promise<string> =>
  surface.evaluate(() => document.documentElement.lang);

test('language, theme and times are kept and reach panels; muted issues come back; a reset', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await panel.waitForRow({ kind: 'sdk' });
  const options = await story.openExtensionPage('options.html');
  await options.waitFor(() => document.querySelector('[name="language"]') !== null);

  await choose(options, 'language', 'ru');
  await options.waitFor(() => document.querySelector('h1')?.textContent?.startsWith('Настройки'));
  await choose(options, 'theme', 'dark');
  await panel.waitFor(() => document.documentElement.dataset.theme === 'dark');
  await choose(options, 'time', 'relative');
  await panel.waitFor(() =>
    document.querySelector('.grid-body .cell-time')?.textContent?.startsWith('+'),
  );

  const again = await story.openPanel(page, 'timeline');
  await again.waitForConnection('connected');
  expect(await languageOf(again)).toBe('ru');
  expect(await again.evaluate(() => document.querySelector('#tab-timeline')?.textContent)).toBe(
    'Журнал',
  );
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.documentElement.lang === 'ru');

  await options.click('[data-action="reset-settings"]');
  await options.click('[data-action="confirm"]');
  await options.waitFor(() => document.querySelector('h1')?.textContent?.endsWith('settings'));
  await panel.waitFor(() => document.documentElement.dataset.theme === 'light');
  await options.close();
});

test('panels and popups that are open change their language at once, and keep what was typed', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'push');
  await panel.waitForConnection('connected');
  await panel.waitFor(() => document.querySelector('[name="push-title"]') !== null);
  await setField(panel, '[name="push-title"]', 'Tea, half price');
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.querySelector('[data-popup="permission"]') !== null);
  const viewer = await story.openExtensionPage('panel.html?viewer');
  await viewer.waitFor(() => document.querySelector('[data-view="sessions"]') !== null);
  const options = await story.openExtensionPage('options.html');
  await options.waitFor(() => document.querySelector('[name="language"]') !== null);
  await choose(options, 'language', 'ru');
  await choose(options, 'theme', 'dark');
  for (const surface of [panel, popup, viewer]) {
    await surface.waitFor(() => document.documentElement.lang === 'ru');
    await surface.waitFor(() => document.documentElement.dataset.theme === 'dark');
  }
  await panel.waitFor(() => document.querySelector('#tab-timeline')?.textContent === 'Журнал');
  await popup.waitFor(() =>
    document.querySelector('[data-popup="permission"]')?.textContent?.includes('Разрешение'),
  );
  expect(
    await panel.evaluate(
      () => document.querySelector<HTMLInputElement>('[name="push-title"]')?.value,
    ),
  ).toBe('Tea, half price');
  await choose(options, 'language', 'en');
  await panel.waitFor(() => document.querySelector('#tab-timeline')?.textContent === 'Timeline');
  await options.click('[data-action="reset-settings"]');
  await options.click('[data-action="confirm"]');
  await panel.waitFor(() => document.documentElement.dataset.theme === 'light');
});

test('the help leads to the settings, by the key ? too', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await panel.click('[data-action="open-help"]');
  await panel.waitFor(() => document.querySelector('[data-action="open-options"]') !== null);
  await panel.press('Escape');
  await panel.waitFor(() => document.querySelector('[data-dialog="help"]') === null);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe(
    'open-help',
  );
  await panel.press('?');
  await panel.waitFor(() => document.querySelector('[data-dialog="help"]') !== null);
});
