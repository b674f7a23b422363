import type { Outcomes } from '../outcome/outcomes';
import { type EntryWith, entriesOf } from '../outcome/trail';
import type { EntryKind } from '../protocol';
import type { Session, SessionEntry, SessionPage } from '../session';
import { type Known, know } from '../state/known';

/** What the rules look at: the page that is shown, and all that is known of it. */
export interface Scene {
  session: Session;
  page: SessionPage;
  /** The page's entries, in the order in which they began. */
  entries: readonly SessionEntry[];
  /** What the last reading of the state means; `undefined` before the first. */
  known: Known | undefined;
  outcomes: Outcomes;
  /** The page's entries of a kind, of any of the names when some are given. Each kind is sorted out once. */
  of<K extends EntryKind>(kind: K, ...names: string[]): readonly EntryWith<K>[];
}

/** The scene of a session; `undefined` when no page is known. Make a new one when the session has changed. */
export const setScene = (session: Session, outcomes: Outcomes): Scene | undefined => {
  const page = session.pages.at(-1);
  if (!page) return undefined;
  const entries = session.entries.filter((entry) => entry.page === page.number);
  const sorted = new Map<EntryKind, readonly SessionEntry[]>();
  const state = session.state;
  return {
    session,
    page,
    entries,
    known: state
      ? {
          ...know(state.value, entries, page, state.endpoints),
          running: session.running,
        }
      : undefined,
    outcomes,
    of(kind, ...names) {
      let known = sorted.get(kind);
      if (!known) {
        known = entriesOf(entries, kind);
        sorted.set(kind, known);
      }
      const wanted = known as readonly EntryWith<typeof kind>[];
      return names.length > 0 ? wanted.filter(({ name }) => names.includes(name)) : wanted;
    },
  };
};
