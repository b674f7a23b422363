import type { PageInfo } from '../model/page-info';
import type { FoundFrame } from '../protocol/page';
import type { SessionChange } from '../session/session-change';
import { connectPage, notesOf, type PageConnection, type StateWatching } from './connect-page';
import type { Line } from './line';

/** The connection with all of a tab that has AKPush. */
export interface TabConnection {
  /** The connection with what a frame shows; `undefined` where there is none. */
  of(frame: number): PageConnection | undefined;
  /** All connections, that of the page itself first. */
  all(): readonly PageConnection[];
  /** Whether the documents are to read their state again and again: the page's and that of a frame that somebody looks at each second, those of others seldom. */
  watchState(on: boolean, shown?: number): void;
  close(): void;
}

/** So many frames with AKPush are followed beside the page itself: a page can make as many as it likes. */
export const mostFrames = 20;

/** So many frames of one page may come and go in a minute. */
const mostComing = 200;
const minute = 60_000;

/** Keeps a line to a tab's page and to each of its frames that has AKPush or an error about it, as `connectPage` does for one; changes say of which frame they are. */
export const connectFrames = (
  openLine: (frame: number) => Line,
  onChange: (change: SessionChange) => void,
  isPreserved: () => boolean,
  cursors = new Map<string, number>(),
): TabConnection => {
  const inner = new Map<number, PageConnection>();
  /** A sign of the line that is open to a frame. */
  const signs = new Map<number, object>();
  /** When frames were taken up, in the last minute. */
  let come: number[] = [];
  let around = new Map<number, number>();
  let found: readonly FoundFrame[] = [];
  /** What was found in a page that has not introduced itself so far. */
  let waiting: { found: readonly FoundFrame[]; timeOrigin: number } | undefined;
  let isStateWatched = false;
  let looked = 0;
  const howOf = (frame: number): StateWatching =>
    isStateWatched && frame !== 0 && frame !== looked ? 'seldom' : isStateWatched;
  let leftOut = 0;
  let page: PageInfo | undefined;
  const drop = (frame: number): void => {
    inner.get(frame)?.close();
    inner.delete(frame);
    signs.delete(frame);
  };
  const follow = (frame: number): void => {
    come.push(Date.now());
    const sign = {};
    signs.set(frame, sign);
    let document: string | undefined;
    const opened = connectPage(
      () => openLine(frame),
      (change) => {
        if (signs.get(frame) !== sign) return;
        if (change.type !== 'page') onChange({ ...change, frame });
        else {
          const preserve = isPreserved();
          if (!preserve && document !== undefined && document !== change.info.document) {
            cursors.delete(document);
            cursors.delete(notesOf(document));
          }
          document = change.info.document;
          onChange({ ...change, preserve, frame, parent: around.get(frame) ?? 0 });
        }
        if (change.type === 'down') queueMicrotask(() => signs.get(frame) === sign && leave(frame));
      },
      // What another frame shows is no reason to forget how far this one was heard.
      () => true,
      cursors,
    );
    inner.set(frame, opened);
    opened.watchState(howOf(frame));
  };
  /** The frame has gone: another has its place. */
  const leave = (frame: number): void => {
    drop(frame);
    found = found.filter((each) => each.frame !== frame);
    takeFrames();
  };
  const takeFrames = (): void => {
    const known = new Set([0, ...found.map(({ frame }) => frame)]);
    around = new Map(
      found.map(({ frame, parents }) => [frame, parents.find((each) => known.has(each)) ?? 0]),
    );
    const now = Date.now();
    come = come.filter((at) => now - at < minute);
    // Those that only have errors about AKPush are few, and take nobody's place.
    const most = mostFrames + found.filter(({ sdk }) => !sdk).length;
    let over = 0;
    for (const { frame, sdk } of found) {
      if (frame === 0 || inner.has(frame)) continue;
      if (inner.size < most && come.length < mostComing) follow(frame);
      else if (sdk) over++;
    }
    if (over === leftOut) return;
    leftOut = over;
    onChange({ type: 'frames-left-out', count: over });
  };
  const top = connectPage(
    () => openLine(0),
    (change) => {
      if (change.type === 'page') {
        if (change.info.document !== page?.document) {
          for (const frame of inner.keys()) drop(frame);
          come = [];
          found = [];
          leftOut = 0;
        }
        page = change.info;
      }
      onChange(change);
      if (!waiting || waiting.timeOrigin !== page?.timeOrigin) return;
      ({ found } = waiting);
      waiting = undefined;
      takeFrames();
    },
    isPreserved,
    cursors,
    (told, timeOrigin) => {
      waiting = undefined;
      if (timeOrigin !== page?.timeOrigin) waiting = { found: told, timeOrigin };
      else {
        found = told;
        takeFrames();
      }
    },
  );
  const all = (): readonly PageConnection[] => [top, ...inner.values()];
  return {
    of: (frame) => (frame === 0 ? top : inner.get(frame)),
    all,
    watchState(on, shown = looked) {
      isStateWatched = on;
      looked = shown;
      top.watchState(on);
      for (const [frame, each] of inner) each.watchState(howOf(frame));
    },
    close() {
      for (const each of all()) each.close();
    },
  };
};
