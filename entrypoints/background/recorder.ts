import browser from 'webextension-polyfill';
import { keepLast } from '../../lib/model/keep-last';
import { lastWordsPlace } from '../../lib/protocol/last-words';
import type { RecordAnswer, Recorded } from '../../lib/protocol/recording';
import { isLastWords } from './is-last-words';
import { openRecording, type Recording } from './recording';
import type { Remembered, Unwritten } from './remembered';
import { markRecording } from './toolbar';

/** Where the recordings are remembered that go on when the browser starts the background again; gone with the browser. */
const place = 'recordings';
const placeOf = (id: number): string => `unwritten:${id}`;

/** How often a recording that has ended and could not be written is tried again, milliseconds: also keeps the background awake, which holds it. */
const tryAgainEvery = 20_000;

/** A recording, and how it ended where it has. */
interface Held {
  recording: Recording;
  failed?: string;
  /** While it is being finished. */
  finishing?: Promise<RecordAnswer>;
}

const recordings = new Map<number, Held>();
/** Those that are kept, until their tab is recorded again: only to be told. */
const kept = new Map<number, RecordAnswer>();
/** So many of these: their tab may be closed. */
const mostKept = 50;
/** Tabs that got another number before it was known what is recorded. */
const replaced = new Map<number, number>();

const { local, session } = browser.storage;

const remember = async (): Promise<void> => {
  const list = [...recordings.values()].map(({ recording }) => recording.remembered);
  await session.set({ [place]: list }).catch(() => {});
};

const host = {
  version: browser.runtime.getManifest().version,
  onRemember: () => void remember(),
  async hold(id: number, unwritten: Unwritten | undefined) {
    const held = unwritten
      ? session.set({ [placeOf(id)]: unwritten })
      : session.remove(placeOf(id));
    // The browser has room for some of it only: the rest is in the memory alone.
    await held.catch(() => {});
  },
};

/** The recording that goes on in a tab. */
const runningIn = (tab: number): Held | undefined =>
  [...recordings.values()].find(
    ({ recording: { remembered } }) => remembered.tab === tab && remembered.ending === undefined,
  );

/** Also one that is ending or could not be written. */
const heldIn = (tab: number): Held | undefined =>
  runningIn(tab) ??
  [...recordings.values()].findLast(({ recording }) => recording.remembered.tab === tab);

const open = async (remembered: Remembered): Promise<Held> => {
  const stored: Record<string, unknown> = await session
    .get(placeOf(remembered.id))
    .catch(() => ({}));
  const unwritten = stored[placeOf(remembered.id)] as Unwritten | undefined;
  const held: Held = { recording: await openRecording(remembered, unwritten, host) };
  recordings.set(remembered.id, held);
  return held;
};

/** Writes the last of a recording. Only when that has succeeded is it forgotten here. */
const finish = async (held: Held): Promise<RecordAnswer> => {
  const { recording } = held;
  const { id, tab } = recording.remembered;
  try {
    const item = await recording.finish();
    recordings.delete(id);
    await remember();
    const told: RecordAnswer = {
      ...recording.tell(),
      state: 'kept',
      until: recording.remembered.ending ?? Date.now(),
      ...(item && { name: item.name }),
    };
    kept.delete(tab);
    kept.set(tab, told);
    keepLast(kept, mostKept);
    return told;
  } catch (error) {
    held.failed = (error as Error).message || (error as Error).name;
    setTimeout(() => void (recordings.has(id) && end(held)), tryAgainEvery);
    delete held.finishing;
    return tellHeld(held);
  }
};

/** Ends a recording, or tries again to. */
const end = (held: Held): Promise<RecordAnswer> => {
  held.finishing ??= (async () => {
    const { remembered } = held.recording;
    held.recording.stop();
    // First of all: whatever happens to this background, the recording does not go on.
    await remember();
    if (!runningIn(remembered.tab)) markRecording(remembered.tab, false);
    return finish(held);
  })();
  return held.finishing;
};

const starting = new Set<number>();

const start = async (tab: number): Promise<void> => {
  if (runningIn(tab)) return;
  const { incognito } = await browser.tabs.get(tab);
  if (incognito) throw new Error(browser.i18n.getMessage('savePrivate'));
  if (starting.has(tab)) return;
  starting.add(tab);
  const since = Date.now();
  const id = Math.max(since, ...[...recordings.keys()].map((each) => each + 1));
  kept.delete(tab);
  try {
    await open({ tab, id, since });
  } finally {
    starting.delete(tab);
  }
  markRecording(tab, true);
  await remember();
};

const tellHeld = ({ recording, failed, finishing }: Held): RecordAnswer => {
  const { problem, remembered } = recording;
  const told: Recorded = recording.tell();
  if (failed !== undefined && !finishing) return { ...told, state: 'failed', failed };
  return {
    ...told,
    state: remembered.ending === undefined ? 'recording' : 'ending',
    ...(problem !== undefined && { problem }),
  };
};

/** How a tab's recording is; where there is none, one that could not be kept: somebody must be told. */
const tell = (tab: number): RecordAnswer => {
  const held = heldIn(tab);
  if (held) return tellHeld(held);
  const failed = [...recordings.values()].find((each) => each.failed !== undefined);
  return failed ? tellHeld(failed) : (kept.get(tab) ?? null);
};

let resumed: Promise<void> | undefined;

const isOpen = (tab: number): Promise<boolean> =>
  browser.tabs.get(tab).then(
    () => true,
    () => false,
  );

/** What pages have left that are gone, by its key; the first of a page first. */
const readWords = async (): Promise<[key: string, words: unknown][]> => {
  const stored: Record<string, unknown> = await local.get(null).catch(() => ({}));
  const order = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(lastWordsPlace))
    .sort(([a], [b]) => order(a) - order(b));
};

const hear = ({ recording }: Held, left: readonly [string, unknown][]): void => {
  const all = left.flatMap(([, words]) => (isLastWords(words) ? [words] : []));
  // The page comes before its frames.
  for (const isFrame of [false, true])
    for (const words of all) if (!!words.info.embedded === isFrame) recording.takeLast(words);
};

/** What has been heard, and what nobody wants to hear. */
const forget = async (left: readonly [string, unknown][]): Promise<void> => {
  if (left.length > 0) await local.remove(left.map(([key]) => key)).catch(() => {});
};

/** Goes on with what was recorded when the browser stopped the background, and finishes what has ended since. */
const resume = async (): Promise<void> => {
  const stored: Record<string, unknown> = await session.get(place).catch(() => ({}));
  const list = Array.isArray(stored[place]) ? (stored[place] as Remembered[]) : [];
  const left = await readWords();
  const ended: Held[] = [];
  for (const each of list) {
    const isThere = await isOpen(each.tab);
    const tab = replaced.get(each.tab) ?? each.tab;
    const held = await open({ ...each, tab });
    // Before another page comes: they have their place.
    hear(held, left);
    if (each.ending !== undefined || (!isThere && tab === each.tab)) ended.push(held);
    else markRecording(tab, true);
  }
  await forget(left);
  for (const held of ended) void end(held);
};

/** Begins to record a tab without a panel: over navigations, until it is stopped or the tab is closed. */
export const startRecording = async (tab: number): Promise<RecordAnswer> => {
  await resumed;
  await start(tab);
  return tell(tab);
};

/** Ends a tab's recording, or tries again to. */
export const stopRecording = async (tab: number): Promise<RecordAnswer> => {
  await resumed;
  const held = heldIn(tab);
  return held ? end(held) : tell(tab);
};

/** How a tab's recording is. */
export const recordingOf = async (tab: number): Promise<RecordAnswer> => {
  await resumed;
  return tell(tab);
};

/** What of a recording is in the memory alone, from an entry on: a `RecordRest` as JSON text. */
export const restOfRecording = async (tab: number, from: number): Promise<string> => {
  await resumed;
  const held = heldIn(tab);
  if (!held) throw new Error('Nothing is recorded in this tab.');
  return JSON.stringify(held.recording.rest(from));
};

/** A page that is recorded has woken this background: whether it still is recorded. */
export const isRecorded = async (tab: number): Promise<boolean> => {
  await resumed;
  return heldIn(tab) !== undefined;
};

/** Takes up recordings, ends those whose tab is closed, and follows tabs that get another number. */
export const keepRecording = (): void => {
  resumed = resume();
  browser.tabs.onRemoved.addListener(async (tab) => {
    await resumed;
    const held = runningIn(tab);
    if (held) await end(held);
  });
  browser.storage.onChanged.addListener(async (changes, area) => {
    const isLeft = ([key, { newValue }]: [string, { newValue?: unknown }]): boolean =>
      key.startsWith(lastWordsPlace) && newValue !== undefined;
    if (area !== 'local' || !Object.entries(changes).some(isLeft)) return;
    await resumed;
    const left = await readWords();
    for (const held of recordings.values()) hear(held, left);
    await forget(left);
  });
  // A tab that is discarded, or takes a prerendered page, is another one to the browser.
  browser.tabs.onReplaced?.addListener(async (added, removed) => {
    replaced.set(removed, added);
    await resumed;
    replaced.delete(removed);
    const isRecorded = runningIn(removed) !== undefined;
    for (const { recording } of recordings.values())
      if (recording.remembered.tab === removed) recording.follow(added);
    await remember();
    if (!isRecorded) return;
    markRecording(removed, false);
    markRecording(added, true);
  });
  // The mark goes with the page.
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
    if (frameId === 0 && runningIn(tabId)) markRecording(tabId, true);
  });
  // The update waits for this background's end, and what is remembered goes with it.
  browser.runtime.onUpdateAvailable.addListener(() => {
    for (const { recording } of recordings.values()) recording.keep();
  });
};
