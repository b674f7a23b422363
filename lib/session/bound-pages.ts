import { framesOf } from '../model/frames';
import { withLost } from '../model/lost';
import { emptyFrame, type FrameParts, type Session, type SessionPage } from '../model/session';
import { mostPages } from '../model/session-limits';
import { lowerBound } from './lower-bound';

/** So many frames that have gone keep what was read in them, the last. */
const mostGone = 20;

/** So many documents that frames have shown, and in which nothing was recorded, are kept, the last. */
const mostEmpty = 100;

/** The documents that are shown now. */
export const shownPages = (session: Session): readonly SessionPage[] => {
  const shown = new Set(framesOf(session));
  return session.pages.filter(
    (page) => shown.has(page) && session.frames[page.frame]?.connection !== 'unreachable',
  );
};

/** A recording's entries that are on the disk already are in the session no more: the newest of each document is told still. */
const hasEntries = ({ entries, newest }: Session, { number }: SessionPage): boolean =>
  newest[number] !== undefined ||
  entries[lowerBound(entries, number, Number.NEGATIVE_INFINITY)]?.page === number;

const without = (session: Session, pages: readonly SessionPage[]): Session => {
  if (pages.length === 0) return session;
  const gone = new Map(pages.map(({ number, frame }) => [number, frame]));
  const lost = new Map<number, number>();
  const entries = session.entries.filter(({ page }) => {
    const frame = gone.get(page);
    if (frame !== undefined) lost.set(frame, (lost.get(frame) ?? 0) + 1);
    return frame === undefined;
  });
  return {
    ...session,
    pages: session.pages.filter(({ number }) => !gone.has(number)),
    entries: entries.length === session.entries.length ? session.entries : entries,
    ...[...lost].reduce<Pick<Session, 'lost' | 'lostIn'>>(
      (all, [frame, count]) => withLost(all, frame, count),
      { lost: session.lost, lostIn: session.lostIn },
    ),
    newest: Object.fromEntries(
      Object.entries(session.newest).filter(([number]) => !gone.has(Number(number))),
    ),
  };
};

/** Without documents of frames that are not shown, and that nothing stands on. */
const withoutEmpty = (session: Session): Session => {
  if (session.pages.length <= mostEmpty) return session;
  const kept = new Set(shownPages(session).map(({ number }) => number));
  for (const { page } of session.moments) kept.add(page);
  const empty = session.pages.filter(
    (page) => page.frame !== 0 && !kept.has(page.number) && !hasEntries(session, page),
  );
  return without(session, empty.slice(0, -mostEmpty));
};

/** With the last documents, those that are shown among them; some more go at once, so that not every new one has all gone through. */
const withLast = (session: Session): Session => {
  const over = session.pages.length - mostPages;
  if (over <= 0) return session;
  const shown = new Set(shownPages(session));
  const others = session.pages.filter((page) => !shown.has(page));
  return without(session, others.slice(0, over + mostPages / 100));
};

/** Without what was read in frames that have gone long ago, and without those of which no document is left. */
const withoutGone = (session: Session): Session => {
  const gone = Object.keys(session.frames)
    .map(Number)
    .filter((frame) => session.frames[frame]?.connection === 'unreachable');
  if (gone.length <= mostGone) return session;
  const last = new Map(session.pages.map(({ frame, number }) => [frame, number]));
  const placeOf = (frame: number): number => last.get(frame) ?? 0;
  const frames: Record<number, FrameParts> = { ...session.frames };
  let isOther = false;
  for (const frame of gone.sort((a, b) => placeOf(a) - placeOf(b)).slice(0, -mostGone)) {
    const { state, earlierState, ...parts } = frames[frame] ?? emptyFrame;
    isOther ||= !last.has(frame) || state !== null || earlierState !== null;
    if (last.has(frame)) frames[frame] = { ...parts, state: null, earlierState: null };
    else delete frames[frame];
  }
  return isOther ? { ...session, frames } : session;
};

/** The session without what frames that come and go, and a page that is loaded again and again, leave behind; the same object when that is little. */
export const boundPages = (session: Session): Session =>
  withoutGone(withoutEmpty(withLast(session)));
