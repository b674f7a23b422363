// @vitest-environment happy-dom
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../components/views/state/StateView';
import '../../components/views/state/UndoToasts';
import { factsOf } from '../../lib/facts/facts-of';
import type { PageState } from '../../lib/model/page-state';
import { factHelp } from '../../lib/state/fact-help';
import type { PanelActions } from '../../lib/state/panel-actions';
import { stateAsText } from '../../lib/state/state-as-text';
import { stateSections } from '../../lib/state/state-sections';
import english from '../../public/_locales/en/messages.json';
import russian from '../../public/_locales/ru/messages.json';
import { makeDiagnosed } from '../support/make-input';
import { makeState, prefix } from '../support/make-state';
import { openView } from './open-view';

/* The State view: sections that fold, a filter, what each fact is, the way back. */

afterEach(cleanup);

const token = 'https://fcm.googleapis.com/fcm/send/current-token';
const subscribed = makeState({
  cache: { [`${prefix}current_token`]: token, _ak_cookie: 'c00kie' },
});
const bare = makeState({ cache: null, registrations: [] });

const open = (state: PageState, actions: Partial<PanelActions> = {}) =>
  openView('state', { state }, {}, actions);

describe('sections', () => {
  test('that are empty are a line, which opens', async () => {
    const { find, click } = await open(bare);
    const section = '[data-section="subscription"]';
    expect(find(`${section} h2`)?.textContent).toContain('Subscription: none');
    expect(find(section)?.hasAttribute('data-folded')).toBe(true);
    const toggle = find(`${section} [data-action="fold-section"]`);
    expect(toggle?.getAttribute('aria-expanded')).toBe('false');
    await click(`${section} [data-action="fold-section"]`);
    expect(find(section)?.hasAttribute('data-folded')).toBe(false);
  });

  test('are looked through whole: nothing is folded while a text is looked for', async () => {
    const { find, click, user } = await open(bare);
    const section = '[data-section="subscription"]';
    expect(find(section)?.hasAttribute('data-folded')).toBe(true);
    await click('[data-action="open-search"]');
    await waitFor(() => expect(find(section)?.hasAttribute('data-folded')).toBe(false));
    await click('.find-bar [name="find"]');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(find(section)?.hasAttribute('data-folded')).toBe(true));
  });

  test('are remembered as they were left', async () => {
    const { settings, click, find } = await open(subscribed);
    expect(find('[data-section="sdk"]')?.hasAttribute('data-folded')).toBe(false);
    await click('[data-section="sdk"] [data-action="fold-section"]');
    expect(settings().folded).toEqual({ sdk: true });
    expect(find('[data-section="sdk"] > div')?.hidden).toBe(true);
  });

  test('open where the strip leads to, and have the focus', async () => {
    const { click, find } = await open(bare);
    await click('[data-fact="strip.subscription"] button');
    expect(find('[data-section="subscription"]')?.hasAttribute('data-folded')).toBe(false);
    expect(document.activeElement?.id).toBe('state-subscription');
  });

  test('say once what is not there', async () => {
    const { find, click } = await open(bare);
    await click('[data-section="subscription"] [data-action="fold-section"]');
    expect(find('[data-section="subscription"] .facts-missing')?.textContent).toContain(
      'Not set: Endpoint, Push service',
    );
    expect(find('[data-fact="subscription.endpoint"]')?.dataset.state).toBe('missing');
  });
});

test('the filter leaves what has the text, and says how many', async () => {
  const { find, container, user } = await open(subscribed);
  await user.type(find('[name="state-filter"]') as HTMLElement, 'cookie');
  expect(find('[data-found]')?.textContent).toBe('1 fact');
  expect(find('[data-fact="cache.cookie"]')).not.toBeNull();
  expect(find('[data-fact="cache.token"]')).toBeNull();
  expect(find('[data-section="sdk"]')?.hidden).toBe(true);
  await user.keyboard('{Escape}');
  expect(find('[data-fact="cache.token"]')).not.toBeNull();
  expect(container.querySelector('[data-found]')).toBeNull();
});

describe('names', () => {
  test('of buttons say of what', async () => {
    const { container, find } = await open(subscribed);
    const names = [...container.querySelectorAll('.facts [data-action="copy"]')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(names).toContain('Copy: Cached token');
    expect(names).not.toContain('Copy value');
    expect(
      find('[data-fact="cache.token"] [data-action="reveal"]')?.getAttribute('aria-label'),
    ).toBe('Show: Cached token');
    const deleting = [...container.querySelectorAll('[data-action="delete-key"]')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(new Set(deleting).size).toBe(deleting.length);
  });

  test('a press explains a fact, without a mouse', async () => {
    const { find, click } = await open(subscribed);
    const label = '[data-fact="cache.token"] [data-action="explain"]';
    expect(find('[data-fact="cache.token"] .fact-help')?.hidden).toBe(true);
    await click(label);
    expect(find('[data-fact="cache.token"] .fact-help')?.hidden).toBe(false);
    expect(find(label)?.getAttribute('aria-expanded')).toBe('true');
  });

  test.each(Object.entries({ english, russian }))(
    'every fact is explained in %s, and its label begins with a capital unless it is code',
    (_, file) => {
      const texts = file as Record<string, { message: string } | undefined>;
      const states = [subscribed, bare].map((state) => factsOf(makeDiagnosed({ state })));
      const labels = states.flatMap((known) =>
        known ? stateSections(known).flatMap(({ items }) => items.map(({ label }) => label)) : [],
      );
      expect(labels.length).toBeGreaterThan(40);
      // A sentence: what is named like a label may be the text of another place.
      expect(
        labels.filter((label) => !texts[factHelp(label)]?.message.match(/^.{12,}\.$/)),
      ).toEqual([]);
      const code =
        /^(?:auth|p256dh|debug|expirationTime|applicationServerKey|\w+\.\w+)$|[a-z][A-Z]|=$/;
      const wrong = labels
        .map((label) => texts[label]?.message ?? '')
        .filter((text) => !code.test(text) && text[0] !== text[0]?.toUpperCase());
      expect(wrong).toEqual([]);
    },
  );
});

test('all is copied as text, without secrets', () => {
  const known = factsOf(makeDiagnosed({ state: subscribed }));
  const text = known ? stateAsText(known, 'https://shop.example') : '';
  expect(text).toContain('https://shop.example\nPermission: granted');
  expect(text).toContain('Token cache\n  Cached token: https:…-token');
  expect(text).not.toContain(token);
});

test('what a new reading has changed is told once to who does not see it', async () => {
  const { update, find } = await open(subscribed);
  const note = () => find('[data-news]');
  expect(note()?.getAttribute('role')).toBe('status');
  expect(note()?.textContent).toBe('');
  const changed = makeState({
    cache: { [`${prefix}current_token`]: `${token}-2`, _ak_cookie: 'c00kie' },
  });
  update((held) => ({
    ...held,
    state: held.state && { ...held.state, value: changed, readAt: held.state.readAt + 1_000 },
  }));
  await waitFor(() => expect(note()?.textContent).toContain('Cached token'));
  expect(note()?.textContent).not.toContain('Cookie');
  // The same again is no news.
  const said = note()?.textContent;
  update((held) => ({
    ...held,
    state: held.state && { ...held.state, readAt: held.state.readAt + 1_000 },
  }));
  expect(note()?.textContent).toBe(said);
});

test('what is old is said to be old, and can be read again', async () => {
  const { update, wait, click, onRetry } = await open(subscribed);
  update((held) => ({ ...held, connection: 'unreachable' }));
  expect((await wait('[data-notice="stale"]')).textContent).toContain('Can’t reach the page.');
  await click('[data-notice="stale"] [data-action="retry"]');
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a change is told as a sentence with its way back, also in another view, and the focus stays', async () => {
  const changeStorage = vi.fn(async () => ({ writes: [], lost: ['a'] }));
  const { click, wait, find } = await open(subscribed, { changeStorage });
  await click('[data-action="make-stale"]');
  expect(find('[data-action="confirm"]')?.textContent).toBe('Replace token');
  await click('[data-action="confirm"]');
  const toast = await wait('.toast');
  expect(toast.textContent).toContain('Token replaced by a stale one');
  expect(toast.textContent).toContain('Cannot be restored: a');
  expect(toast.textContent).not.toContain('make-stale');
  await click('#tab-timeline');
  await click('.toast [data-action="restore"]');
  await waitFor(() => expect(find('.toast')).toBeNull());
  expect(changeStorage).toHaveBeenLastCalledWith('restore', []);
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
});
