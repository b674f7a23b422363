// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import '../../components/shell/Help';
import '../../components/shell/HelpMore';
import '../../components/views/push/PushView';
import { issueAddress } from '../../components/shell/issue-address';
import { newestChanges } from '../../components/shell/newest-changes';
import { issuesAddress } from '../../scripts/issues-address';
import { makeShopSession } from '../support/make-session';
import { renderApp } from './render-app';

afterEach(cleanup);

const dialogIn = (container: ParentNode) => container.querySelector('[data-dialog=help]');

test('? opens the help, a view is chosen in it, and it closes', async () => {
  const { view, user } = renderApp(makeShopSession());
  await user.keyboard('?');
  await expect.poll(() => dialogIn(view.container)).not.toBeNull();
  expect(dialogIn(view.container)?.textContent).toContain('this help');
  await user.click(view.container.querySelector('[data-help-view=push]') as HTMLElement);
  expect(dialogIn(view.container)).toBeNull();
  await expect.poll(() => view.container.querySelector('[data-view=push]')).not.toBeNull();
});

test('? that is typed into a field is a letter', async () => {
  const { view, user } = renderApp(makeShopSession());
  const filter = view.container.querySelector<HTMLInputElement>('.filter input');
  await user.type(filter as HTMLInputElement, 'a?');
  expect(filter?.value).toBe('a?');
  expect(dialogIn(view.container)).toBeNull();
});

const open = async () => {
  const { view, user } = renderApp(makeShopSession());
  await user.keyboard('?');
  const find = (selector: string) => dialogIn(view.container)?.querySelector<HTMLElement>(selector);
  await expect.poll(() => find('[data-part=report]')).toBeTruthy();
  return { user, need: (selector: string) => find(selector) as HTMLElement, find };
};

test('what is new is the newest versions of the changelog, as texts', async () => {
  const { need } = await open();
  const part = need('[data-part=whats-new]');
  expect(part.querySelector('summary')?.textContent).toBe('What’s new');
  expect(part.querySelectorAll('[data-release]').length).toBeGreaterThan(0);
  expect(part.querySelectorAll('li').length).toBeGreaterThan(3);
  expect(part.querySelector('code')).not.toBeNull();
  expect(part.textContent).not.toContain('`');
  expect(part.querySelector('[data-release]')?.getAttribute('lang')).toBe('en');
});

test('a changelog is read by versions; those without a line are left out', () => {
  const text = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-30

### Added

- One line
  that goes on, see [the guide](docs/guide/README.md).
- Another.

### Fixed

## [1.1.0] - 2026-10-01

### Changed

- Older.

## [1.0.0] - 2026-09-01

### Added

- Oldest.
`;
  expect(newestChanges(text, 2)).toEqual([
    {
      version: '1.2.0',
      date: '2026-11-30',
      groups: [{ title: 'Added', lines: ['One line that goes on, see the guide.', 'Another.'] }],
    },
    {
      version: '1.1.0',
      date: '2026-10-01',
      groups: [{ title: 'Changed', lines: ['Older.'] }],
    },
  ]);
});

test('a report has version and browser, nothing of the page, and can be copied', async () => {
  const { need, user } = await open();
  const { value } = need('[name=report-text]') as HTMLTextAreaElement;
  expect(value).toContain('1.2.3');
  expect(value).toContain('What happened:');
  expect(value).not.toMatch(/shop|https?:|example/);
  const writeText = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(need('[data-action=copy-report-text]'));
  await expect.poll(() => writeText.mock.calls).toEqual([[value]]);
});

test('a build that names no place for issues says what to do instead', async () => {
  const { find, need } = await open();
  expect(find('[data-action=open-issue-form]')).toBeNull();
  expect(need('[data-part=report]').textContent).toContain('copy the text and send it');
});

test('where issues are taken a link leads, with version and browser alone', async () => {
  vi.stubEnv('ISSUES', 'https://github.com/shop/inspector/issues');
  const { need } = await open();
  const link = need('[data-action=open-issue-form]') as HTMLAnchorElement;
  expect(new URL(link.href).pathname).toBe('/shop/inspector/issues/new');
  expect(link.rel).toBe('noreferrer');
  vi.unstubAllEnvs();
});

test.each([
  [
    'https://github.com/shop/inspector/issues/',
    'https://github.com/shop/inspector/issues/new?template=bug.yml&version=1.2.3&browser=Chrome+156%2C+Linux',
  ],
  ['https://tracker.example/inspector', 'https://tracker.example/inspector'],
  ['', undefined],
  ['javascript:alert(1)', undefined],
])('issues at %j are written at %j', (bugs, address) => {
  expect(issueAddress(bugs, 'AKPush Inspector 1.2.3, Chrome 156, Linux')).toBe(address);
});

test('the address is package.json’s, in either form', () => {
  const address = 'https://tracker.example/';
  expect(issuesAddress(JSON.stringify({ bugs: { url: address } }))).toBe(address);
  expect(issuesAddress(JSON.stringify({ bugs: address }))).toBe(address);
  expect(issuesAddress('{}')).toBe('');
});
