import { beforeAll, expect, test, vi } from 'vitest';
import type { Driver } from '../../cli/driver';
import { judgeSession } from '../../cli/judge-session';
import type { OpenPage } from '../../cli/open-page';
import { runScenario } from '../../cli/scenarios/run-scenario';
import { enterShown, type ShownPage } from '../../cli/shown-page';
import type { Visit } from '../../cli/visit-page';
import { watchSession } from '../../cli/watch-session';
import { currentDocument } from '../../lib/model/current-document';
import { provideEnglish } from '../../scripts/provide-english';
import { makeEntry, makePage } from '../support/make-session';

beforeAll(provideEnglish);

const embedded = { name: 'n', origin: 'https://shop.example', isForeign: false };

/** A tab, and what happens in it. `frame`: where; 0: the page itself. */
const makeTab = () => {
  const reached = { isolated: vi.fn(), byGesture: vi.fn(), exchange: vi.fn() };
  const watched = watchSession({
    exchange: async () => ({ up: [], document: 'one' }),
    followFrames: () => ({
      reach: (frame) => (frame === 0 ? undefined : reached),
      contextOf: (frame) => (frame === 0 ? undefined : `frame ${frame}`),
      open: () => ({ post() {}, listen() {}, onClosed() {}, close() {} }),
      tellAgain() {},
      look() {},
      isBusy: () => false,
      unwatched: () => [],
      close: async () => {},
    }),
  });
  const place = (frame: number) => (frame === 0 ? {} : { frame });
  return {
    watched,
    shows(frame: number, document: string, sdk: boolean) {
      const info = makePage({ document, sdk, ...(frame > 0 && { embedded }) });
      watched.change({ type: 'page', preserve: false, info, ...place(frame) });
    },
    calls(frame: number, document: string, id: number) {
      const entries = [makeEntry('call', { id, name: 'initSubscription' })];
      watched.change({ type: 'entries', document, lost: 0, entries, ...place(frame) });
    },
  };
};
type Tab = ReturnType<typeof makeTab>;

const known = (): Visit => ({
  userAgent: '',
  ending: new AbortController(),
  judging: { engine: 'chromium', unseen: [] },
});

/** Runs a scenario in which something is clicked. `onClick`: what the page does then. Gives the documents in which something was done. */
const clickIn = async ({ watched }: Tab, onClick: () => void): Promise<(string | undefined)[]> => {
  const page = { locator: () => ({ setTimeout: () => ({ click: async () => onClick() }) }) };
  const open = { page } as unknown as OpenPage;
  const entered: (string | undefined)[] = [];
  const enter = (): ShownPage => {
    const shown = enterShown(open, watched);
    entered.push(currentDocument(shown.watched.session())?.document);
    return shown;
  };
  const asked = { scenario: 'subscribe', click: '#accept', push: undefined } as const;
  const others = { clickShown: false, expectations: undefined, headers: [] };
  const tools = { browser: {} as Driver, enter, ask: fetch, rest: async () => {} };
  await runScenario(tools, { ...asked, ...others }, known());
  return entered;
};

test('the frame in which a scenario acts stays what is shown and judged, whatever gets AKPush later', async () => {
  const tab = makeTab();
  const { watched } = tab;
  tab.shows(0, 'top', false);
  tab.shows(1, 'inner', true);
  const { watched: entered } = enterShown({} as OpenPage, watched);
  tab.shows(0, 'top', true);
  tab.calls(1, 'inner', 1);
  expect(watched.frame()).toBe(1);
  for (const session of [watched.shown(), entered.session()])
    expect(session.entries.map(({ name }) => name)).toEqual(['initSubscription']);
  const judging = { engine: 'chromium', unseen: [], frame: watched.frame() } as const;
  expect(judgeSession(watched.session(), judging).page?.document).toBe('inner');
  // Another page has frames of its own.
  tab.shows(0, 'next', true);
  expect(watched.frame()).toBe(0);
  await watched.close();
});

test('a frame in which nobody acts gives way to the page, also one that would be acted in', async () => {
  const tab = makeTab();
  tab.shows(0, 'top', false);
  enterShown({} as OpenPage, tab.watched);
  tab.shows(1, 'inner', true);
  expect(tab.watched.frame()).toBe(1);
  tab.shows(0, 'top', true);
  expect(tab.watched.frame()).toBe(0);
  await tab.watched.close();
});

test('a click that brings AKPush in a frame has done what was asked for, and the scenario goes on there', async () => {
  const tab = makeTab();
  tab.shows(0, 'top', false);
  const entered = await clickIn(tab, () => {
    tab.shows(1, 'inner', true);
    tab.calls(1, 'inner', 1);
  });
  expect([entered[0], entered.at(-1)]).toEqual(['top', 'inner']);
  tab.shows(0, 'top', true);
  expect(tab.watched.frame()).toBe(1);
  await tab.watched.close();
});

test('a click after which nothing is called in what is shown is none', async () => {
  const tab = makeTab();
  tab.shows(0, 'top', true);
  tab.calls(0, 'top', 1);
  await expect(clickIn(tab, () => {})).rejects.toThrow('#accept');
  // The page that it leads to subscribes by itself, once as the one before.
  await clickIn(tab, () => {
    tab.shows(0, 'next', true);
    tab.calls(0, 'next', 1);
  });
  await expect(clickIn(tab, () => tab.shows(0, 'third', true))).rejects.toThrow('#accept');
  await tab.watched.close();
});
