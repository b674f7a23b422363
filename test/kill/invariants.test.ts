import { beforeAll, expect, test, vi } from 'vitest';
import { tab } from './background-api';
import { type Browser, createBrowser } from './browser';
import { bundlePlaces, type Panel } from './codes';
import { recordingHasAll, whenClosed, whileOpen } from './invariants';
import { createUser, type User } from './scenarios';

vi.mock('../../lib/formats/gzip-text', () => import('../support/plain-text'));

let codes: Awaited<ReturnType<typeof bundlePlaces>>;
beforeAll(async () => {
  codes = await bundlePlaces();
}, 60_000);

/** Somebody with two panels that show a page. */
const open = async (): Promise<{ browser: Browser; user: User; panel: Panel }> => {
  const browser = createBrowser(codes, () => {});
  const user = createUser(browser);
  const panel = user.panel();
  browser.openPanel();
  user.log('one');
  await user.sees(() => browser.views.every((view) => (view as Panel).live().session.state));
  return { browser, user, panel };
};

/** What makes each of them false. */
const brokenWhileOpen: Record<
  keyof typeof whileOpen,
  (of: Awaited<ReturnType<typeof open>>) => void
> = {
  viewsShowAll: ({ browser }) => browser.document.log('not heard of yet'),
  panelsShowTheFrame: ({ browser }) => {
    browser.addFrame();
    browser.inner?.log('not heard of yet');
  },
  viewsSayWhetherThereIsAPage: ({ browser }) => browser.crash(),
  viewsShowTheState: ({ browser }) => browser.document.change(),
  nothingIsPending: ({ panel }) => void panel.live().actions.changeStorage('delete-key', []),
  panelsAgree: ({ panel }) =>
    panel.live().change({ type: 'moment', id: 'm', at: 1, label: 'known to one alone' }),
  panelsSayWhetherTheyWatch: ({ browser }) => browser.worker.api.attached.add(tab),
  badgeSaysWhetherItIsRecorded: ({ browser }) => browser.badges.set(tab, 'REC'),
  nobodyWaits: ({ user }) => user.hung.push('something'),
};

test.each(Object.keys(whileOpen))('%s can be false', async (name) => {
  const made = await open();
  const { browser, user, panel } = made;
  const find = whileOpen[name] as (typeof whileOpen)[string];
  expect(find(user, panel)).toEqual([]);
  brokenWhileOpen[name]?.(made);
  await browser.world.calm();
  expect(find(user, panel)).not.toEqual([]);
});

const brokenWhenClosed: Record<keyof typeof whenClosed, (browser: Browser) => void> = {
  nothingIsAttached: ({ worker }) => worker.api.attached.add('worker'),
  workerIsAsItWas: ({ worker }) => {
    worker.stop();
    worker.hold();
  },
  pageIsLeftAlone: ({ document }) => document.shown.add({}),
  nothingIsRemembered: ({ areas }) => void areas.session.set({ 'unwritten:1': {} }),
};

test.each(Object.keys(whenClosed))('%s can be false', async (name) => {
  const browser = createBrowser(codes, () => {});
  await browser.world.until(() => true, 1_000);
  const find = whenClosed[name] as (typeof whenClosed)[string];
  expect(await find(browser)).toEqual([]);
  brokenWhenClosed[name]?.(browser);
  await browser.world.calm();
  expect(await find(browser)).not.toEqual([]);
});

test.each([
  ['an entry that was told of is not there', 1, 0, 2, 0, 2, true],
  ['one that a page has left is not there', 1, 0, 0, 2, 2, true],
  ['one is there that nobody has logged', 3, 0, 0, 0, 2, true],
  ['one is lost though no page has gone', 1, 1, 2, 0, 2, false],
])('recordingHasAll can be false: %s', (_, entries, lost, told, owed, logged, isRough) => {
  const files = [{ entries: Array.from({ length: entries }, () => ({ id: 1 })), lost }];
  expect(recordingHasAll(files as never, { told, owed, logged }, !isRough)).toHaveLength(1);
});
