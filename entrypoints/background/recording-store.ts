import { browserText } from '../../lib/browser';
import { toSession } from '../../lib/formats/to-session';
import { withinLimits } from '../../lib/formats/within-limits';
import { emptySession, type Session } from '../../lib/model/session';
import { type SessionFile, toBareFile } from '../../lib/schema/session-file';
import { openWriter } from '../../lib/shelf/recording-writer';
import type { ShelfItem } from '../../lib/shelf/session-shelf';
import { mainCursors } from './main-cursors';
import type { RecordingHost, Remembered, Unwritten } from './remembered';

/** How long what was recorded waits until it is written, milliseconds: at first, and later. */
const keepSoon = 200;
const keepEvery = 3_000;
/** What waits in the memory while the disk is full; then the oldest go, and are counted. */
export const mostUnwritten = { entries: 50_000, characters: 50_000_000 };

/** What a recording has: in the memory what was not written, and on the disk the rest. */
export interface RecordingStore {
  /** Without the entries that are written. Whoever changes it calls `changed`. */
  session: Session;
  /** How far each document was heard, and how far that is on the disk. */
  readonly cursors: Map<string, number>;
  readonly kept: ReadonlyMap<string, number>;
  /** What the browser said when it could not be written. */
  readonly problem: string | undefined;
  /** What was written last. */
  readonly last: ShelfItem | undefined;
  /** How many entries there are or are known to be lost, and how many there are. */
  accounted(): number;
  count(): number;
  /** All that is in the memory, as a file. */
  file(isCut: boolean): SessionFile;
  /** There is something to write: soon, unless the recording is ending. */
  changed(): void;
  /** Writes it now, and again later where that fails. */
  keep(): void;
  /** Writes the last. Rejects when it could not be written: all is held then. */
  end(): Promise<void>;
}

/** A recording that goes on. What its documents have on the disk is not in the file: none of them is taken for one without entries. */
const resumed = (file: SessionFile): Session => {
  const session = toSession(file);
  const newest = Object.fromEntries(session.pages.map(({ number }) => [number, 0]));
  return {
    ...session,
    newest: { ...newest, ...session.newest },
    recording: true,
    connection: 'unreachable',
  };
};

/** Opens what was kept of a recording. `onKept`: something was written. */
export const openStore = async (
  now: Readonly<Remembered>,
  unwritten: Unwritten | undefined,
  host: RecordingHost,
  onKept: () => void,
): Promise<RecordingStore> => {
  const writer = await openWriter(now.id);
  const { before } = writer;
  const cursorsBefore = new Map(before?.cursors);
  /** The background has ended when it was on the disk, and before it could be let go. */
  const isWritten =
    before && unwritten?.cursors.every(([of, at]) => (cursorsBefore.get(of) ?? 0) >= at);
  const base = isWritten ? before : (unwritten ?? before);
  const cursors = new Map(base?.cursors);
  let kept: ReadonlyMap<string, number> = cursorsBefore;
  let isChanged = unwritten !== undefined;
  let isHeld = unwritten !== undefined;
  let problem: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasWritten = before !== undefined;
  let last: ShelfItem | undefined;

  const file = (isCut: boolean): SessionFile =>
    toBareFile(store.session, {
      about: { extension: host.version, browser: browserText() },
      isRedacted: false,
      isCut,
    });
  const isNothing = (): boolean => {
    const { entries, pages, lost } = store.session;
    return entries.length + pages.length + lost === 0;
  };
  const write = async (isEnd: boolean): Promise<void> => {
    if ((!isChanged && !isEnd) || isNothing()) return;
    isChanged = false;
    const told = file(!isEnd);
    const heard = [...cursors];
    try {
      const { item, dropped } = await writer.write(told, mainCursors(store.session, cursors));
      last = item;
      hasWritten = true;
      const written = new Set(told.entries);
      store.session = {
        ...store.session,
        entries: store.session.entries.filter((entry) => !written.has(entry)),
        lost: store.session.lost + dropped,
      };
      kept = new Map(heard);
      problem = undefined;
      onKept();
      if (isHeld) await host.hold(now.id, undefined);
      isHeld = false;
    } catch (error) {
      isChanged = true;
      store.session = withinLimits(store.session, mostUnwritten);
      problem = (error as Error).message || (error as Error).name;
      isHeld = true;
      const held = mainCursors(store.session, cursors);
      await host.hold(now.id, { file: file(true), cursors: held });
      throw error;
    }
  };
  let writing: Promise<void> = Promise.resolve();
  /** One at a time: a later one has all that an earlier one has not. */
  const keep = (isEnd: boolean): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.catch(() => {}).then(() => write(isEnd));
    return writing;
  };
  const schedule = (): void => {
    if (now.ending !== undefined) return;
    timer ??= setTimeout(
      () => void keep(false).catch(schedule),
      hasWritten || problem !== undefined ? keepEvery : keepSoon,
    );
  };

  const store: RecordingStore = {
    session: base ? resumed(base.file) : emptySession,
    cursors,
    get kept() {
      return kept;
    },
    get problem() {
      return problem;
    },
    get last() {
      return last;
    },
    accounted: () => writer.count(store.session.entries) + store.session.lost,
    count: () => writer.count(store.session.entries),
    file,
    changed() {
      isChanged = true;
      schedule();
    },
    keep: () => void keep(false).catch(schedule),
    end: () => keep(true),
  };
  return store;
};
