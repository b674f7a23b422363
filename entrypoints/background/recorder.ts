import browser, { type Runtime } from 'webextension-polyfill';
import { browserText } from '../../lib/browser';
import { connectPanel, type PanelConnection } from '../../lib/messaging/connect-page';
import { isRecordMessage, type RecordAnswer } from '../../lib/messaging/tab-message';
import { type SessionFile, toBareFile } from '../../lib/record/session-file';
import { keepSession, readSession } from '../../lib/record/session-shelf';
import { toSession } from '../../lib/record/to-session';
import { emptySession, reduce, type Session } from '../../lib/session';
import { isOwnPage } from './is-own-page';
import { localLine } from './local-port';
import { inspectLocally } from './relay';
import { markRecording } from './toolbar';

/** How often a recording that changed is written to the disk, milliseconds. */
const keepEvery = 3_000;

/** Where the recordings are remembered that go on when the browser starts the background again; gone with the browser. */
const place = 'recordings';

interface Remembered {
  tab: number;
  id: number;
  since: number;
}

interface Recording extends Remembered {
  session: Session;
  connection: PanelConnection;
  isChanged: boolean;
  problem: string | undefined;
  timer: ReturnType<typeof setInterval>;
}

const recordings = new Map<number, Recording>();

const about = () => ({
  extension: browser.runtime.getManifest().version,
  browser: browserText(),
});

const remember = async (): Promise<void> => {
  const list: Remembered[] = [...recordings.values()].map(({ tab, id, since }) => ({
    tab,
    id,
    since,
  }));
  await browser.storage.session.set({ [place]: list }).catch(() => {});
};

/** Writes what was recorded so far; as one that was cut, until it ends. What cannot be written stays in the memory. */
const keep = async (recording: Recording, isEnd: boolean): Promise<void> => {
  if (!recording.isChanged && !isEnd) return;
  recording.isChanged = false;
  const { session, id } = recording;
  if (session.entries.length === 0 && session.pages.length === 0) return;
  const file: SessionFile = {
    ...toBareFile(session, { about: about(), isRedacted: false }),
    ...(!isEnd && { cut: true }),
  };
  try {
    await keepSession(file, id);
    recording.problem = undefined;
  } catch (error) {
    recording.problem = (error as Error).message || (error as Error).name;
    recording.isChanged = true;
  }
};

const begin = ({ tab, id, since }: Remembered, session: Session): void => {
  const recording: Recording = {
    tab,
    id,
    since,
    session,
    isChanged: true,
    problem: undefined,
    connection: connectPanel(
      () => {
        const { here, relay } = localLine();
        inspectLocally(relay, { tab, frame: 0 });
        return here;
      },
      (change) => {
        recording.session = reduce(recording.session, change);
        recording.isChanged = true;
      },
      () => true,
    ),
    timer: setInterval(() => void keep(recording, false), keepEvery),
  };
  recordings.set(tab, recording);
  recording.connection.watchState(true);
  markRecording(tab, true);
};

const end = async (tab: number): Promise<void> => {
  const recording = recordings.get(tab);
  if (!recording) return;
  recordings.delete(tab);
  clearInterval(recording.timer);
  await recording.connection.catchUp().catch(() => {});
  recording.connection.close();
  markRecording(tab, false);
  await Promise.all([keep(recording, true), remember()]);
};

const start = async (tab: number): Promise<void> => {
  if (recordings.has(tab)) return;
  const { incognito } = await browser.tabs.get(tab);
  if (incognito) throw new Error(browser.i18n.getMessage('savePrivate'));
  const since = Date.now();
  begin({ tab, id: since, since }, emptySession);
  await remember();
};

const tell = (tab: number): RecordAnswer => {
  const recording = recordings.get(tab);
  if (!recording) return null;
  const { since, session, problem } = recording;
  return { since, entries: session.entries.length, ...(problem !== undefined && { problem }) };
};

let resumed: Promise<void> | undefined;

/** Goes on with what was recorded when the browser stopped the background. The page remembers what happened meanwhile. */
const resume = async (): Promise<void> => {
  const stored = (await browser.storage.session.get(place).catch(() => ({})))[place as never];
  for (const each of Array.isArray(stored) ? (stored as Remembered[]) : []) {
    if (recordings.has(each.tab)) continue;
    const text = await readSession(each.id).catch(() => undefined);
    const session = text === undefined ? emptySession : toSession(JSON.parse(text) as SessionFile);
    begin(each, { ...session, recording: true });
  }
};

/** Records tabs without a panel: over navigations, until it is stopped or the tab is closed. Only the extension's own pages may ask. */
export const record = (
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<RecordAnswer | { failed: string }> | undefined => {
  if (!isRecordMessage(message)) return undefined;
  if (!isOwnPage(sender)) return undefined;
  const { tab } = message;
  const act = async (): Promise<RecordAnswer | { failed: string }> => {
    await resumed;
    try {
      if (message.record === 'start') await start(tab);
      if (message.record === 'stop') await end(tab);
      return tell(tab);
    } catch (error) {
      return { failed: (error as Error).message };
    }
  };
  return act();
};

/** Takes up recordings, and ends those whose tab is closed. */
export const keepRecording = (): void => {
  resumed = resume();
  browser.tabs.onRemoved.addListener((tab) => void end(tab));
  // The mark goes with the page.
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
    if (frameId === 0 && recordings.has(tabId)) markRecording(tabId, true);
  });
};
