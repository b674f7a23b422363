import { currentDocument } from '../model/current-document';
import type { MadeStep } from '../model/entry';
import type { Note } from '../model/note';
import { inOrder, orderAfter } from '../model/order';
import type { Marker, Origin, Session, SessionEntry } from '../model/session';
import type { ActionNote, PushNote, SessionChange } from './session-change';

/** The highest place that each document's entries have had, with these. */
export const withNewest = (
  newest: Session['newest'],
  entries: readonly SessionEntry[],
): Session['newest'] => {
  const next = { ...newest };
  for (const { page, order } of entries) next[page] = Math.max(next[page] ?? 0, order);
  return next;
};

/** Puts entries that belong together in their place, instead of what they were; the first is the one that the others belong to. */
const placeEntries = (session: Session, made: readonly SessionEntry[]): Session => {
  const [head] = made;
  if (!head) return session;
  const others = session.entries.filter(
    ({ key, parent }) => key !== head.key && parent !== head.key,
  );
  const at = others.findIndex((entry) => inOrder(entry, head) > 0);
  const entries =
    at < 0 ? [...others, ...made] : [...others.slice(0, at), ...made, ...others.slice(at)];
  return { ...session, entries, newest: withNewest(session.newest, made) };
};

/** Where an entry of the panel's has its place, and what all of them have. */
const placeOf = (session: Session, key: string, frame?: number) => {
  const held = session.entries.find((entry) => entry.key === key);
  const page = held ?? currentDocument(session, frame);
  if (!page) return undefined;
  const number = 'page' in page ? page.page : page.number;
  const order = held?.order ?? orderAfter(session.newest[number] ?? 0);
  return { held, place: { id: 0, key, page: number, url: page.url, order } };
};

/** The session with an action of the panel's, or with what came of it. */
export const takeAction = (
  session: Session,
  { ref, ...action }: ActionNote,
  frame?: number,
): Session => {
  const { place } = placeOf(session, `action:${ref}`, frame) ?? {};
  return place
    ? placeEntries(session, [{ ...action, ...place, kind: 'action', origin: 'panel' }])
    : session;
};

/** Steps that are the panel's: the worker has no part in them. */
const sending: ReadonlySet<string> = new Set(['access-token', 'push-service', 'woken']);

const originOfStep = ({ kind, name }: MadeStep): Origin =>
  kind === 'worker-step' && sending.has(name) ? 'panel' : 'worker';

/** The session with a push, or with more of one. */
export const takePush = (
  session: Session,
  { ref, push, steps }: PushNote,
  frame?: number,
): Session => {
  const { place, held } = placeOf(session, `push:${ref}`, frame) ?? {};
  if (!place) return session;
  const isSeen = push.detail.way === 'live';
  if (isSeen && !held && !session.recording) return session;
  return placeEntries(session, [
    { ...push, ...place, origin: isSeen ? 'worker' : 'panel' },
    ...steps.map(
      (step, index) =>
        ({
          ...step,
          ...place,
          key: `${place.key}:${index + 1}`,
          parent: place.key,
          origin: originOfStep(step),
          order: place.order + index + 1,
        }) as SessionEntry,
    ),
  ]);
};

/** The session with an entry of the page's that is due to the panel. */
export const takeByPanel = (session: Session, key: string): Session => ({
  ...session,
  entries: session.entries.map((entry) =>
    entry.key === key ? { ...entry, origin: 'panel' } : entry,
  ),
});

const takeMarker = (session: Session, marker: Marker): Session => {
  const others = session.moments.filter(({ id }) => id !== marker.id);
  const moments = [...others, marker].sort((a, b) => a.page - b.page || a.at - b.at);
  return { ...session, moments };
};

/** The session with what a panel has noted in one of its documents. */
export const takeNote = (
  session: Session,
  note: Note,
  take: (session: Session, change: SessionChange) => Session,
): Session => {
  if (note.what === 'report') return take(session, { type: 'report', report: note.report });
  const numbers = session.pages.flatMap(({ document, number }) =>
    document === note.document ? [number] : [],
  );
  const page = numbers.at(-1);
  if (page === undefined) return session;
  const isHeld = (wanted: string): boolean => session.entries.some(({ key }) => key === wanted);
  /** A document that was come back to has several numbers. */
  const keyOf = (id: number): string => {
    const keys = numbers.map((number) => `${number}:${id}`);
    return keys.find(isHeld) ?? (keys.at(-1) as string);
  };
  switch (note.what) {
    case 'entries': {
      const [head] = note.entries;
      if (!head) return session;
      const key = head.id > 0 ? keyOf(head.id) : head.key;
      const held = session.entries.find((entry) => entry.key === key);
      if (held && head.id > 0) return takeByPanel(session, key);
      if (!held && !session.recording) return session;
      // The note has an entry of the page's as it was: one that the page has told, and that is written or cleared, stays what it became.
      const isTold = numbers.some((number) => (session.newest[number] ?? 0) >= head.order);
      if (!held && head.id > 0 && isTold) return session;
      const visit = held?.page ?? page;
      return placeEntries(
        session,
        note.entries.map(
          (entry) => ({ ...entry, page: visit, ...(entry === head && { key }) }) as SessionEntry,
        ),
      );
    }
    case 'remark': {
      const key = typeof note.entry === 'number' ? keyOf(note.entry) : note.entry;
      return take(session, { type: 'remark', key, remark: note.remark });
    }
    case 'marker':
      return takeMarker(session, {
        ...note.marker,
        page: session.moments.find(({ id }) => id === note.marker.id)?.page ?? page,
      });
  }
};
