// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { ViewedPage, ViewedRun } from '../../lib/formats/viewed-run';
import { packMessages } from '../../lib/i18n/packed-messages';
import { phrase } from '../../lib/model/phrase';
import { Viewer } from '../../viewer/Viewer';
import { readGolden } from '../truth/golden';

const root = join(import.meta.dirname, '../..');
const read = (language: string) =>
  JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8'));
const messages = packMessages({ en: read('en'), ru: read('ru') });

afterEach(cleanup);

const run: ViewedRun = {
  url: 'https://shop.example/',
  browser: 'chromium',
  scenario: 'load',
  permission: 'granted',
  pushService: 'own',
  startedAt: '2026-11-29T09:30:15.120Z',
  duration: 1,
  problem: null,
  checkup: [],
  verdict: 'broken',
  muted: [],
  known: [],
  unseen: [],
};

const recorded = (id: string): string => readGolden('chromium', id)?.text ?? '';
const sessions: Readonly<Record<string, string>> = {
  'session-0': recorded('no-sdk'),
  'session-1': recorded('worker-http'),
  'session-2': 'damaged',
};
const pageOf = (index: number, more: Partial<ViewedRun> = {}): ViewedPage => ({
  id: `session-${index}`,
  run: { ...run, url: `https://shop.example/${index}`, ...more },
  hasSession: true,
});
const show = (pages: readonly ViewedPage[]) =>
  render(
    <Viewer pages={pages} messages={messages} readSession={async (id) => sessions[id] ?? ''} />,
  ).container;

const find = async <T extends HTMLElement>(container: Element, selector: string): Promise<T> =>
  waitFor(() => {
    const found = container.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  });

test('several pages: a list with their verdicts, from which each is opened, and back', async () => {
  const container = show([pageOf(0), pageOf(1), pageOf(2, { problem: 'Not at rest' })]);
  await waitFor(() => expect(container.querySelectorAll('[data-verdict]')).toHaveLength(2));
  expect(container.querySelectorAll('[data-verdict="broken"]')).toHaveLength(2);
  const last = await find(container, '[data-page$="/2"]');
  expect(last.textContent).toContain('Could not be checked: Not at rest');
  expect(last.querySelector('[data-action="open-page"]')).toBeNull();
  fireEvent.click(await find(container, '[data-page$="/1"] [data-action="open-page"]'));
  await find(container, '[data-finding="worker-http"]');
  expect(document.title).toContain('https://shop.example/1');
  // A file: nothing in it can be done to a page, or be remembered.
  expect(container.querySelector('[data-action="mute-finding"], #tab-sessions')).toBeNull();
  fireEvent.click(await find(container, '[data-action="close-file"]'));
  await find(container, '[data-viewer="list"]');
});

test('one page needs no list; what the command counts for nothing is shown as that', async () => {
  const container = show([
    pageOf(1, { muted: ['worker-http'], known: ['two-sdks'], problem: 'Late', unseen: ['ack'] }),
  ]);
  await find(container, '[data-muted="worker-http"]');
  expect(container.querySelector('[data-action="unmute-finding"], [data-finding]')).toBeNull();
  expect(container.querySelector('[data-count]')).toBeNull();
  expect(container.querySelector('[data-known]')?.textContent).toContain('two-sdks');
  expect(container.querySelector('[data-run="problem"]')?.textContent).toContain('Late');
  expect(
    container.querySelector('[data-check="push-ack-missing"]')?.getAttribute('data-answer'),
  ).toBe('not-seen-here');
  expect(container.querySelector('[data-action="close-file"]')).toBeNull();
});

test('a page whose session cannot be read is still told of', async () => {
  const container = show([pageOf(2)]);
  expect((await find(container, '[data-page]')).textContent).toContain('https://shop.example/2');
});

test('all is said in the other language', async () => {
  const container = show([pageOf(0)]);
  await find(container, '[data-finding="no-sdk"]');
  expect(container.textContent).toContain('Pushes cannot arrive');
  fireEvent.click(await find(container, '[data-language="ru"]'));
  await waitFor(() => expect(container.textContent).toContain('Пуши не придут:'));
  expect(container.textContent).not.toContain('Pushes cannot arrive');
  expect(document.documentElement.lang).toBe('ru');
});

test('what the command says itself is said in the reader’s language, and the checkup with its steps', async () => {
  const said: ViewedRun = {
    ...run,
    problem: phrase('checkLate', 60),
    checkup: [
      { id: 'sdk', status: 'passed', text: '' },
      { id: 'init', status: 'failed', text: phrase('callNotSeen') },
    ],
  };
  const container = show([{ ...pageOf(0), run: said }]);
  await find(container, '[data-checkup="failed"]');
  expect(container.textContent).toContain('The page was still busy after 60 s.');
  fireEvent.click(await find(container, '[data-language="ru"]'));
  await waitFor(() =>
    expect(container.textContent).toContain(
      'Страница всё ещё загружалась или работала через 60 с.',
    ),
  );
  expect(container.textContent).not.toContain('still busy');
  const steps = [...container.querySelectorAll<HTMLElement>('[data-checkup-step]')];
  expect(steps.map(({ dataset }) => [dataset.checkupStep, dataset.status])).toEqual([
    ['sdk', 'passed'],
    ['init', 'failed'],
  ]);
});

test('the first page says what it is; names of files are kept only where that is wanted', async () => {
  localStorage.clear();
  const container = show([]);
  const start = await find(container, '[data-viewer="empty"]');
  expect(start.textContent).toContain('Shows what AKPush Inspector has recorded');
  expect(start.textContent).toContain('nothing is sent anywhere');
  const choose = async (name: string) => {
    const field = await find<HTMLInputElement>(container, '[name="session-file"]');
    const files = [new File([recorded('no-sdk')], name, { type: 'application/json' })];
    Object.defineProperty(field, 'files', { configurable: true, value: files });
    fireEvent.change(field);
    fireEvent.click(await find(container, '[data-action="close-file"]'));
    await find(container, '[data-viewer="empty"]');
  };
  await choose('first.akpush.json');
  expect(localStorage).toHaveLength(0);
  fireEvent.click(await find(container, '[name="keep-recent"]'));
  await choose('second.akpush.json');
  await find(container, '[data-recent-file="second.akpush.json"]');
  expect(container.querySelectorAll('[data-recent-file]')).toHaveLength(1);
  expect(JSON.stringify({ ...localStorage })).not.toContain('shop.example');
  fireEvent.click(await find(container, '[name="keep-recent"]'));
  expect(localStorage).toHaveLength(0);
});
