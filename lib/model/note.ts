import type { ScriptReport } from './script-report';
import type { Annotation, Marker, SessionEntry } from './session';

/** An entry as it is noted: its document has another number in each panel. */
export type NotedEntry = Omit<SessionEntry, 'page'>;

/** What of a session a panel has made. */
export type NoteContent =
  /** An action or one of the page's entries that is due to the panel; a push with its steps. The first is the one that the others belong to. */
  | { what: 'entries'; entries: readonly NotedEntry[] }
  /** What was put to an entry, by the page's number of it or its key; `null`: nothing any more. */
  | { what: 'remark'; entry: number | string; remark: Annotation | null }
  | { what: 'marker'; marker: Omit<Marker, 'page'> }
  | { what: 'report'; report: ScriptReport };

/** What a panel notes in the page, for all who look at it: it outlives the panel. */
export type Note = NoteContent & {
  /** The panel: a name that no other has. */
  by: string;
  /** Counts up with each note of that panel. */
  rev: number;
  /** What it is about: a later note about the same takes its place. */
  ref: string;
  /** The document that it belongs to; an earlier one of the tab, too. */
  document: string;
};
