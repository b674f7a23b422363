import { keepLast } from '../../lib/model/keep-last';
import { panelName } from '../../lib/model/new-ref';
import type { Note } from '../../lib/model/note';
import type { Session } from '../../lib/model/session';
import { type NoteDraft, noteOf } from '../../lib/session/note-of';
import type { SessionChange } from '../../lib/session/session-change';

/** What a panel makes, noted in the page for all who look at it. */
export interface Noter {
  /** Notes a change of the panel's; `session` is the one after it. */
  note(session: Session, change: SessionChange): void;
  /** A page can be reached: what could not be noted is, and that something is still under way is said again. */
  flush(): void;
  /** Whether this panel has noted something later about the same. */
  isOld(note: Note): boolean;
}

/** How many notes wait for a page that can be reached; the oldest go. */
const mostWaiting = 500;
/** Of so many it is known what was noted of them. */
const mostNoted = 5_000;

/** What is known of what was noted first about the same: it stays with the document and the place that it began in. */
interface Begun {
  document: string;
  order: number;
}

const orderOf = (draft: NoteDraft): number =>
  draft.what === 'entries' ? (draft.entries[0]?.order ?? 0) : 0;

const isUnderWay = (draft: NoteDraft): boolean =>
  draft.what === 'entries' && draft.entries[0]?.status === 'pending';

const moved = (draft: NoteDraft, { document, order }: Begun): NoteDraft => {
  if (draft.what !== 'entries' || draft.document === document) return draft;
  const by = order - orderOf(draft);
  const entries = draft.entries.map((entry) => ({ ...entry, order: entry.order + by }));
  return { ...draft, document, entries };
};

/** `send` gives a note to the page that is shown; it rejects while there is none. */
export const noter = (send: (note: Note) => Promise<void>): Noter => {
  const revs = new Map<string, number>();
  const begun = new Map<string, Begun>();
  const waiting = new Map<string, Note>();
  const underWay = new Map<string, Note>();
  let rev = 0;
  const post = async (note: Note): Promise<void> => {
    await send(note);
    if (waiting.get(note.ref) === note) waiting.delete(note.ref);
  };
  return {
    note(session, change) {
      const draft = noteOf(session, change);
      if (!draft) return;
      const { ref, document } = draft;
      const first = begun.get(ref) ?? { document, order: orderOf(draft) };
      begun.delete(ref);
      begun.set(ref, first);
      const note: Note = { ...moved(draft, first), by: panelName, rev: ++rev };
      revs.delete(ref);
      revs.set(ref, rev);
      waiting.delete(ref);
      waiting.set(ref, note);
      underWay.delete(ref);
      if (isUnderWay(draft)) underWay.set(ref, note);
      keepLast(waiting, mostWaiting);
      keepLast(underWay, mostWaiting);
      keepLast(begun, mostNoted);
      keepLast(revs, mostNoted);
      post(note).catch(() => {});
    },
    flush() {
      const notes = new Map([...underWay, ...waiting]);
      for (const note of notes.values()) post(note).catch(() => {});
    },
    isOld: ({ by, ref, rev: of }) => by === panelName && of < (revs.get(ref) ?? 0),
  };
};
