import { followToken } from '../../lib/memory/follow-token';
import { connectFrames, type TabConnection } from '../../lib/messaging/connect-frames';
import { currentDocument } from '../../lib/model/current-document';
import { framesOf } from '../../lib/model/frames';
import type { PageInfo } from '../../lib/model/page-info';
import { mainFrame } from '../../lib/model/shown-frame';
import { atMost } from '../../lib/model/without-oldest';
import { lostAfter, readBatch } from '../../lib/protocol/entry-check';
import type { LastWords } from '../../lib/protocol/last-words';
import { readNotes } from '../../lib/protocol/note-check';
import type { Recorded } from '../../lib/protocol/recording';
import { completeEntry } from '../../lib/session/complete-entry';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';
import type { RecordRest } from '../../lib/shelf/record-rest';
import type { ShelfItem } from '../../lib/shelf/session-shelf';
import { framesBack } from './frames-back';
import { hearLast } from './hear-last';
import { localLine } from './local-port';
import { mostUnwritten, openStore } from './recording-store';
import { inspect } from './relay';
import { type RecordingHost, type Remembered, type Unwritten, withInFrame } from './remembered';
import { restOf } from './rest-of';
import { askTokens } from './token-store';

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
  const now: Remembered = { ...remembered };
  const store = await openStore(now, unwritten, host, () => tellKept());
  const { cursors } = store;
  const frames = framesBack(store.session, remembered);
  let connection: TabConnection | undefined;
  let introduce: () => void = () => {};
  const introduced = new Promise<void>((resolve) => {
    introduce = resolve;
  });

  /** What the background that ended had got and not written. */
  const known = { got: remembered.got ?? 0, before: remembered.before ?? 0 };
  const had = {
    accounted: store.accounted(),
    document: currentDocument(store.session)?.document,
  };
  let assumed = 0;
  let isSettled = false;
  /** Counts as lost what no document can tell again. The one that was shown last tells all that was not written of it. */
  const settle = (document: string | undefined): void => {
    if (isSettled && document !== remembered.document) return;
    isSettled = true;
    const isSame = document !== undefined && document === remembered.document;
    const wanted = isSame ? (document === had.document ? 0 : known.before) : known.got;
    const missing = Math.max(0, wanted - had.accounted);
    store.session = { ...store.session, lost: store.session.lost + missing - assumed };
    assumed = missing;
  };

  const newest = (): string | undefined => currentDocument(store.session)?.document;
  const tellKept = (): void => {
    for (const { frame, document } of framesOf(store.session))
      void connection
        ?.of(frame)
        ?.page.noteRecorded(store.kept.get(document) ?? 0)
        .catch(() => {});
  };
  const note = (change: SessionChange): void => {
    const held = store.session;
    store.session = reduce(held, change);
    if (!change.frame && (change.type === 'state' || change.type === 'page'))
      void followToken(held, store.session, askTokens, note);
    if (store.session === held) return;
    store.session = atMost(store.session, mostUnwritten.entries);
    now.got = store.accounted();
    host.onRemember();
    store.changed();
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
    if (now.document !== info.document) frames.left();
    if (newest() !== info.document)
      Object.assign(now, {
        before: store.accounted(),
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
          const isKnown = store.session.pages.some((page) => page.document === document);
          if (now.ending === undefined || isKnown) {
            now.inFrames = withInFrame(now, document, change.frame);
            note({ ...change, preserve: true });
            frames.came(document);
            tellKept();
          }
        }
        // Ended is ended: another page than that which was shown is not part of it.
        else if (now.ending === undefined || change.info.document === now.document) {
          settle(change.info.document);
          takePage(change.info);
          tellKept();
        }
        if (change.type === 'page') opened.watchState(true, mainFrame(store.session));
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
      return store.problem;
    },
    tell: () => ({
      tab: now.tab,
      id: now.id,
      since: now.since,
      entries: store.count(),
      lost: store.session.lost,
    }),
    follow(tab) {
      now.tab = tab;
      if (!connection) return;
      connection.close();
      connection = undefined;
      connection = connect();
    },
    takeLast({ info, after, batch: text, notes }) {
      const at = store.session.pages.findLastIndex(({ document }) => document === info.document);
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
      const frame = store.session.pages[at]?.frame ?? inFrame ?? 0;
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
      const all = store.session.pages;
      const later = at < 0 ? [] : all.slice(at + 1).filter((page) => page.frame === frame);
      store.session = {
        ...store.session,
        pages: all.filter((page) => !later.includes(page)),
      };
      note(withoutLater(change));
      for (const each of noted) if (!isLater(each)) note(each);
      const pages = [...store.session.pages, ...later].sort((a, b) => a.number - b.number);
      store.session = { ...store.session, pages };
      frames.came(info.document);
      cursors.set(info.document, Math.max(cursors.get(info.document) ?? 0, batch.last));
    },
    keep: store.keep,
    stop() {
      now.ending ??= Date.now();
    },
    async finish() {
      const line = connection;
      if (line) {
        await hearLast(line, introduced, frames.back, () => now.document !== undefined);
        connection = undefined;
      }
      settle(undefined);
      await store.end();
      return store.last;
    },
    rest: (from) => restOf(store.file(false), from),
  };
};
