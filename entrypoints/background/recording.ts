import { browserText } from '../../lib/browser';
import { toSession } from '../../lib/formats/to-session';
import { withinLimits } from '../../lib/formats/within-limits';
import { followToken } from '../../lib/memory/follow-token';
import { connectFrames, type TabConnection } from '../../lib/messaging/connect-frames';
import type { PageConnection } from '../../lib/messaging/connect-page';
import { currentDocument } from '../../lib/model/current-document';
import { framesOf } from '../../lib/model/frames';
import type { PageInfo } from '../../lib/model/page-info';
import { emptySession, type Session } from '../../lib/model/session';
import { mainFrame } from '../../lib/model/shown-frame';
import { atMost } from '../../lib/model/without-oldest';
import { lostAfter, readBatch } from '../../lib/protocol/entry-check';
import type { LastWords } from '../../lib/protocol/last-words';
import { readNotes } from '../../lib/protocol/note-check';
import type { Recorded } from '../../lib/protocol/recording';
import { type SessionFile, toBareFile } from '../../lib/schema/session-file';
import { completeEntry } from '../../lib/session/complete-entry';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';
import type { RecordRest } from '../../lib/shelf/record-rest';
import { openWriter } from '../../lib/shelf/recording-writer';
import type { ShelfItem } from '../../lib/shelf/session-shelf';
import { inTime } from './in-time';
import { localLine } from './local-port';
import { mainCursors } from './main-cursors';
import { inspect } from './relay';
import { askTokens } from './token-store';

/** How long what was recorded waits until it is written, milliseconds: at first, and later. */
const keepSoon = 200;
const keepEvery = 3_000;
/** How long the page may take to tell its last when a recording ends, milliseconds. */
const lastWords = 2_000;
const sayEnd = 100;
/** Entries and characters that are told at once of what is in the memory: a message has a limit. */
const restPiece = { entries: 2_000, characters: 8_000_000 };
/** What waits in the memory while the disk is full; then the oldest go, and are counted. */
const mostUnwritten = { entries: 50_000, characters: 50_000_000 };

/** Of so many documents in frames the recording remembers where they were. */
const mostInFrames = 50;

/** What is remembered of a recording when the browser ends the background. */
export interface Remembered {
  id: number;
  tab: number;
  since: number;
  /** When somebody ended it, milliseconds since the epoch: what happens later does not belong to it. */
  ending?: number;
  /** Entries that it has got or knows to be lost; those of the documents before the last; and that document. */
  got?: number;
  before?: number;
  document?: string;
  /** Documents in frames of that one, each with its frame: what they leave may come before they were written. */
  inFrames?: readonly (readonly [document: string, frame: number])[];
}

/** What could not be written: it outlives the background where the browser has room for it. */
export interface Unwritten {
  file: SessionFile;
  cursors: [string, number][];
}

/** What a recording asks of who keeps the list. */
export interface RecordingHost {
  version: string;
  /** Something of what is remembered has changed. */
  onRemember(): void;
  /** Holds what could not be written, or lets it go. */
  hold(id: number, unwritten: Unwritten | undefined): Promise<void>;
}

/** A tab that is recorded: gone on with from what is kept, where there is something. */
export interface Recording {
  readonly remembered: Readonly<Remembered>;
  readonly problem: string | undefined;
  tell(): Recorded;
  /** The browser has given the tab another number. */
  follow(tab: number): void;
  /** Takes what a page left that has gone; nothing when it is none of this recording. */
  takeLast(last: LastWords): void;
  /** Writes now what there is. */
  keep(): void;
  /** From now on nothing that happens belongs to it. */
  stop(): void;
  /** Takes the page's last words and writes all that there is; `undefined`: there was nothing. Rejects when it could not be written: all is held then, and it can be tried again. */
  finish(): Promise<ShelfItem | undefined>;
  rest(from: number): RecordRest;
}

/** Opens what is remembered of a recording, and goes on with it; one that is ending is only to be finished. */
export const openRecording = async (
  remembered: Remembered,
  unwritten: Unwritten | undefined,
  host: RecordingHost,
): Promise<Recording> => {
  const writer = await openWriter(remembered.id);
  const { before } = writer;
  const cursorsBefore = new Map(before?.cursors);
  /** The background has ended when it was on the disk, and before it could be let go. */
  const isWritten =
    before && unwritten?.cursors.every(([of, at]) => (cursorsBefore.get(of) ?? 0) >= at);
  const base = isWritten ? before : (unwritten ?? before);
  let session: Session = base
    ? { ...toSession(base.file), recording: true, connection: 'unreachable' }
    : emptySession;
  const cursors = new Map(base?.cursors);
  /** Those of what is on the disk. */
  let kept: ReadonlyMap<string, number> = cursorsBefore;
  const now: Remembered = { ...remembered };
  let isChanged = unwritten !== undefined;
  let isHeld = unwritten !== undefined;
  let problem: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasWritten = before !== undefined;
  let last: ShelfItem | undefined;
  let connection: TabConnection | undefined;
  let introduce: () => void = () => {};
  const introduced = new Promise<void>((resolve) => {
    introduce = resolve;
  });

  const accounted = (): number => writer.count(session.entries) + session.lost;
  /** What the background that ended had got and not written. */
  const known = { got: remembered.got ?? 0, before: remembered.before ?? 0 };
  const had = { accounted: accounted(), document: currentDocument(session)?.document };
  let assumed = 0;
  let isSettled = false;
  /** Counts as lost what no document can tell again. The one that was shown last tells all that was not written of it. */
  const settle = (document: string | undefined): void => {
    if (isSettled && document !== remembered.document) return;
    isSettled = true;
    const isSame = document !== undefined && document === remembered.document;
    const wanted = isSame ? (document === had.document ? 0 : known.before) : known.got;
    const missing = Math.max(0, wanted - had.accounted);
    session = { ...session, lost: session.lost + missing - assumed };
    assumed = missing;
  };

  const file = (isCut: boolean): SessionFile =>
    toBareFile(session, {
      about: { extension: host.version, browser: browserText() },
      isRedacted: false,
      isCut,
    });
  const isNothing = (): boolean =>
    session.entries.length + session.pages.length + session.lost === 0;

  const write = async (isEnd: boolean): Promise<void> => {
    if ((!isChanged && !isEnd) || isNothing()) return;
    isChanged = false;
    const told = file(!isEnd);
    const heard = [...cursors];
    try {
      const { item, dropped } = await writer.write(told, mainCursors(session, cursors));
      last = item;
      hasWritten = true;
      const written = new Set(told.entries);
      session = {
        ...session,
        entries: session.entries.filter((entry) => !written.has(entry)),
        lost: session.lost + dropped,
      };
      kept = new Map(heard);
      problem = undefined;
      tellKept();
      if (isHeld) await host.hold(now.id, undefined);
      isHeld = false;
    } catch (error) {
      isChanged = true;
      session = withinLimits(session, mostUnwritten);
      problem = (error as Error).message || (error as Error).name;
      isHeld = true;
      await host.hold(now.id, { file: file(true), cursors: mainCursors(session, cursors) });
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
  const newest = (): string | undefined => currentDocument(session)?.document;
  const tellKept = (): void => {
    for (const { frame, document } of framesOf(session))
      void connection
        ?.of(frame)
        ?.page.noteRecorded(kept.get(document) ?? 0)
        .catch(() => {});
  };
  const note = (change: SessionChange): void => {
    const held = session;
    session = reduce(session, change);
    if (!change.frame && (change.type === 'state' || change.type === 'page'))
      void followToken(held, session, askTokens, note);
    if (session === held) return;
    session = atMost(session, mostUnwritten.entries);
    isChanged = true;
    now.got = accounted();
    host.onRemember();
    schedule();
  };
  /** After the recording was ended. What is still to come happened before the clock was put back. */
  const isAfterEnd = (time: number): boolean =>
    now.ending !== undefined && time > now.ending && time <= Date.now();
  /** The same without what happened after the recording was ended. */
  const withoutLater = (change: SessionChange): SessionChange =>
    change.type === 'entries' && now.ending !== undefined
      ? { ...change, entries: change.entries.filter(({ time }) => !isAfterEnd(time)) }
      : change;
  const isLater = (change: SessionChange): boolean =>
    change.type === 'note' &&
    change.note.what === 'entries' &&
    change.note.entries.some(({ time, parent }) => !parent && isAfterEnd(time));

  const takePage = (info: PageInfo): void => {
    if (newest() !== info.document)
      Object.assign(now, {
        before: accounted(),
        document: info.document,
        inFrames: now.document === info.document ? (now.inFrames ?? []) : [],
      });
    note({ type: 'page', info, preserve: true });
  };

  const connect = (): TabConnection => {
    const opened = connectFrames(
      (frame) => {
        const { here, relay } = localLine();
        inspect(relay, { tab: now.tab, frame });
        return here;
      },
      (change) => {
        if (connection !== opened) return;
        if (change.type !== 'page') {
          if (!isLater(change)) note(withoutLater(change));
        } else if (change.frame) {
          const { document } = change.info;
          const isKnown = session.pages.some((page) => page.document === document);
          if (now.ending === undefined || isKnown) {
            const others = (now.inFrames ?? []).filter(([each]) => each !== document);
            now.inFrames = [...others, [document, change.frame] as const].slice(-mostInFrames);
            note({ ...change, preserve: true });
            tellKept();
          }
        }
        // Ended is ended: another page than that which was shown is not part of it.
        else if (now.ending === undefined || change.info.document === now.document) {
          settle(change.info.document);
          takePage(change.info);
          tellKept();
        }
        if (change.type === 'page') opened.watchState(true, mainFrame(session));
        if (!change.frame && (change.type === 'page' || change.type === 'down')) introduce();
      },
      () => true,
      cursors,
    );
    opened.watchState(true);
    return opened;
  };
  connection = connect();

  return {
    get remembered() {
      return now;
    },
    get problem() {
      return problem;
    },
    tell: () => ({
      tab: now.tab,
      id: now.id,
      since: now.since,
      entries: writer.count(session.entries),
      lost: session.lost,
    }),
    follow(tab) {
      now.tab = tab;
      if (!connection) return;
      connection.close();
      connection = undefined;
      connection = connect();
    },
    takeLast({ info, after, batch: text, notes }) {
      const at = session.pages.findLastIndex(({ document }) => document === info.document);
      const inFrame = now.inFrames?.find(([document]) => document === info.document)?.[1];
      if (at < 0 && now.document !== info.document && inFrame === undefined) return;
      let batch: ReturnType<typeof readBatch>;
      let noted: SessionChange[];
      try {
        batch = readBatch(text);
        noted = notes ? readNotes(notes).notes.map((each) => ({ type: 'note', note: each })) : [];
      } catch {
        return;
      }
      const entries = batch.entries.map((entry) => completeEntry(entry, info));
      const frame = session.pages[at]?.frame ?? inFrame ?? 0;
      const change: SessionChange = {
        type: 'entries',
        frame,
        document: info.document,
        entries,
        // What a background that has ended had got, and not written, is not among them.
        lost: lostAfter(after, batch) + Math.max(0, after - (cursors.get(info.document) ?? 0)),
      };
      if (frame === 0) settle(info.document);
      if (at < 0 && frame !== 0) note({ type: 'page', info, preserve: true, frame, parent: 0 });
      else if (at < 0) takePage(info);
      // It may have a successor already.
      const all = session.pages;
      const later = at < 0 ? [] : all.slice(at + 1).filter((page) => page.frame === frame);
      session = { ...session, pages: all.filter((page) => !later.includes(page)) };
      note(withoutLater(change));
      for (const each of noted) if (!isLater(each)) note(each);
      const pages = [...session.pages, ...later].sort((a, b) => a.number - b.number);
      session = { ...session, pages };
      cursors.set(info.document, Math.max(cursors.get(info.document) ?? 0, batch.last));
    },
    keep: () => void keep(false).catch(schedule),
    stop() {
      now.ending ??= Date.now();
    },
    async finish() {
      const line = connection;
      if (line) {
        const ofAll = (act: (page: PageConnection) => Promise<void>) =>
          Promise.allSettled(line.all().map(act));
        const said = introduced.then(() => ofAll((each) => each.catchUp()));
        // A page that has gone has left its last words, which are still on their way.
        const heard = said.then(
          (all) =>
            now.document !== undefined &&
            all.some(({ status }) => status === 'rejected') &&
            new Promise(() => {}),
        );
        await inTime(heard, 'the last words', lastWords).catch(() => {});
        await inTime(
          ofAll(({ page }) => page.noteRecorded(null)),
          'the end',
          sayEnd,
        ).catch(() => {});
        line.close();
        connection = undefined;
      }
      settle(undefined);
      await keep(true);
      return last;
    },
    rest(from) {
      const whole = file(false);
      const most = Math.min(from + restPiece.entries, whole.entries.length);
      let to = from;
      for (let room = restPiece.characters; room > 0 && to < most; to++)
        room -= JSON.stringify(whole.entries[to]).length;
      return {
        file: { ...whole, entries: whole.entries.slice(from, to) },
        isLast: to >= whole.entries.length,
      };
    },
  };
};
