import { lostOf } from './lost';
import { otherFrames } from './other-frames';
import { emptyFrame, type Session, type SessionEntry, type SessionPage } from './session';

/** Makes something of a list or a session for a frame, once for as long as that is there. */
const perFrame = <K extends object, V>(make: (key: K, frame: number, from: Session) => V) => {
  const held = new WeakMap<K, Map<number, V>>();
  return (key: K, frame: number, from: Session): V => {
    const made = held.get(key) ?? new Map<number, V>();
    held.set(key, made);
    const value = made.get(frame) ?? make(key, frame, from);
    made.set(frame, value);
    return value;
  };
};

const pagesOf = perFrame((pages: readonly SessionPage[], frame) =>
  pages.flatMap((page) => (page.frame === frame ? [{ ...page, frame: 0 }] : [])),
);

const entriesOf = perFrame((entries: readonly SessionEntry[], frame, { pages }) => {
  const numbers = numbersIn(pages, frame);
  return entries.filter(({ page }) => numbers.has(page));
});

const numbersIn = (pages: readonly SessionPage[], frame: number): ReadonlySet<number> =>
  new Set(pages.flatMap((page) => (page.frame === frame ? [page.number] : [])));

const project = perFrame((session: Session, frame): Session => {
  return {
    ...session,
    // What the browser remembers of a token is of the page's own storage.
    ...(frame !== 0 && { ...emptyFrame, ...session.frames[frame], memory: null }),
    frames: {},
    others: otherFrames(session, frame),
    lost: lostOf(session, frame),
    lostIn: {},
    pages: pagesOf(session.pages, frame, session),
    entries: entriesOf(session.entries, frame, session),
    readings: session.readings.filter((reading) => (reading.frame ?? 0) === frame),
    changes: session.changes.filter((change) => (change.frame ?? 0) === frame),
  };
});

/**
 * The session as if a frame were all that the tab shows: its documents stand in the page's place. The same object for the same session, and the
 * session itself where nothing but the page is known.
 */
export const inFrame = (session: Session, frame: number): Session =>
  frame === 0 && [...session.pages, ...session.readings].every((each) => !each.frame)
    ? session
    : project(session, frame, session);
