import type { SessionFile } from '../../lib/schema/session-file';
import { listSessions, readSession } from '../../lib/shelf/session-shelf';
import { tab } from './background-api';
import { type Browser, createBrowser } from './browser';
import type { Codes } from './codes';
import { recordingHasAll, whenClosed, whileOpen } from './invariants';
import { createUser, scenarios } from './scenarios';

const hour = 3_600_000;

interface Happening {
  act(browser: Browser): void;
  /** Which places end: before a message that none of them has to do with it is the same as before the next. Absent: all. */
  of?: readonly string[];
  /** A page may go before it could tell all that it has recorded. */
  isRough?: true;
  /** Nobody is left who could take out of the worker what was put in: it goes by itself, later. */
  isAbrupt?: true;
  /** Nothing of the extension is left but what is in pages. */
  isRemoved?: true;
  /** Only before each so-manieth message: all of them take minutes, and are run with `KILL_ALL=1`. */
  every?: number;
}

const every = process.env.KILL_ALL ? 1 : 5;

const page = ['document'];
const worker = ['worker'];

/** What ends, or happens, at a message. */
export const happenings: Readonly<Record<string, Happening>> = {
  'the background is ended': {
    of: ['background'],
    isAbrupt: true,
    act: (browser) => browser.endBackground(),
  },
  'a view is closed': {
    of: ['panel', 'popup'],
    act({ views: [first], world }) {
      if (first) world.end(first.place);
    },
  },
  'the page goes': { of: page, isRough: true, act: (browser) => browser.navigate() },
  'the page goes, and the background': {
    of: page,
    isRough: true,
    isAbrupt: true,
    act(browser) {
      browser.navigate();
      browser.endBackground();
    },
  },
  'the frame goes': { of: ['frame'], isRough: true, act: (browser) => browser.removeFrame() },
  'the page’s process ends': { of: page, isRough: true, act: (browser) => browser.crash() },
  'the tab is closed': {
    of: page,
    isRough: true,
    isAbrupt: true,
    act: (browser) => browser.closeTab(),
  },
  'the worker is stopped': { of: worker, act: (browser) => browser.worker.stop() },
  'the debugger is sent away': {
    of: worker,
    isAbrupt: true,
    act: (browser) => browser.worker.end(tab, 'canceled_by_user'),
  },
  'the extension is removed': {
    isAbrupt: true,
    isRemoved: true,
    every,
    act: (browser) => browser.remove(),
  },
  'the computer sleeps': { every, act: ({ world }) => world.clock.sleep(hour) },
  'the clock is put forward': { every, act: ({ world }) => world.clock.jump(hour) },
  'the clock is put back': { every, act: ({ world }) => world.clock.jump(-hour) },
};

const settled = 90_000;
const atOnce = 5_000;

/** The messages at which something can happen, each with another effect: by what a run without it was like. */
export const momentsOf = (
  happening: string,
  messages: readonly (readonly string[])[],
): number[] => {
  const { of, every = 1 } = happenings[happening] ?? {};
  // Not the same ones for all.
  const first = Object.keys(happenings).indexOf(happening) % every;
  const isTouched = (names: readonly string[] = []): boolean =>
    !of || names.some((name) => of.includes(name));
  const moments = messages.flatMap((names, at) =>
    at === 0 || isTouched(names) || isTouched(messages[at - 1]) ? [at + 1] : [],
  );
  return moments.filter((_, index) => index % every === first);
};

/** Runs a scenario in which that happens at that message; tells what is wrong then, and how many messages there were. */
export const run = async (
  codes: Codes,
  scenario: string,
  happening?: string,
  at = 0,
): Promise<{ problems: string[]; messages: (readonly string[])[] }> => {
  let isOver = false;
  let browser: Browser | undefined;
  const messages: (readonly string[])[] = [];
  const made = createBrowser(
    codes,
    (number, of) => {
      if (isOver) return;
      messages.push(of.map(({ name }) => name));
      if (number === at && happening && browser) happenings[happening]?.act(browser);
    },
    scenario.endsWith('in Firefox') ? 'firefox' : 'chromium',
  );
  browser = made;
  const { world } = made;
  globalThis.indexedDB = world.factory;
  const user = createUser(made);
  await scenarios[scenario]?.(user);
  isOver = true;
  const problems: string[] = [];
  const fresh = made.openPanel();
  let open: string[] = [];
  const isFine = async (): Promise<boolean> => {
    open = Object.entries(whileOpen).flatMap(([name, hold]) =>
      hold(user, fresh).map((problem) => `${name}: ${problem}`),
    );
    return open.length === 0;
  };
  const { isAbrupt, isRemoved, isRough } = (happening && happenings[happening]) || {};
  await user.ask('recordingOf');
  const told = user.told ? user.told.entries + user.told.lost : 0;
  if (!isRemoved && !(await world.until(isFine, settled))) problems.push(...open);
  if (user.told?.state === 'recording' || user.told?.state === 'failed')
    await user.ask('stopRecording');
  for (const { place } of made.views) world.end(place);
  const isLeft = async (): Promise<boolean> => {
    const left = await Promise.all(
      Object.entries(whenClosed).map(async ([name, hold]) =>
        (await hold(made)).map((problem) => `${name}: ${problem}`),
      ),
    );
    open = left.flat();
    return open.length === 0;
  };
  const isTidy = async (): Promise<boolean> =>
    (await whenClosed.workerIsAsItWas?.(made))?.length === 0;
  if (!isAbrupt && !(await world.until(isTidy, atOnce))) problems.push('the worker is not left');
  if (!(await world.until(isLeft, settled))) problems.push(...open);
  if (isRemoved) return { problems, messages };
  const files = await Promise.all(
    (await listSessions()).map(
      async (item) => JSON.parse(await readSession(item.id)) as SessionFile,
    ),
  );
  if (told > 0 || files.length > 0)
    problems.push(
      ...recordingHasAll(files, { told, owed: made.owed, logged: user.logged }, !isRough).map(
        (problem) => `recordingHasAll: ${problem}`,
      ),
    );
  return { problems, messages };
};
