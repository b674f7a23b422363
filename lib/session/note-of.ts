import { currentDocument } from '../model/current-document';
import type { Note, NoteContent } from '../model/note';
import type { Session, SessionPage } from '../model/session';
import type { SessionChange } from './session-change';

/** What a note says of what, without who notes it. */
export type NoteDraft = NoteContent & Pick<Note, 'ref' | 'document'>;

const pageOf = ({ pages }: Session, number: number): SessionPage | undefined =>
  pages.findLast((page) => page.number === number);

/** An entry with its steps. */
const entriesNote = (session: Session, key: string): NoteDraft | undefined => {
  const own = session.entries.filter((entry) => entry.key === key || entry.parent === key);
  const [head] = own;
  const page = head && pageOf(session, head.page);
  if (!page) return undefined;
  return {
    what: 'entries',
    entries: own.map(({ page: _, ...entry }) => entry),
    ref: head.id > 0 ? `${page.document}:${head.id}` : key,
    document: page.document,
  };
};

const remarkNote = (session: Session, key: string): NoteDraft | undefined => {
  const entry = session.entries.find((each) => each.key === key);
  const page = entry && pageOf(session, entry.page);
  if (!page) return undefined;
  const of = entry.id > 0 ? entry.id : key;
  const { document } = page;
  const remark = session.remarks[key] ?? null;
  return { what: 'remark', entry: of, remark, ref: `remark:${document}:${of}`, document };
};

const markerNote = (session: Session, id: string): NoteDraft | undefined => {
  const held = session.moments.find((each) => each.id === id);
  const of = held && pageOf(session, held.page);
  if (!of) return undefined;
  const { page: _, ...marker } = held;
  return { what: 'marker', marker, ref: `moment:${id}`, document: of.document };
};

/** What is to be noted in the page of a change that a panel has made; `session` is the one after it. `undefined`: nothing. */
export const noteOf = (session: Session, change: SessionChange): NoteDraft | undefined => {
  switch (change.type) {
    case 'action':
      return entriesNote(session, `action:${change.action.ref}`);
    case 'push':
      return entriesNote(session, `push:${change.push.ref}`);
    case 'by-panel':
      return entriesNote(session, change.key);
    case 'remark':
      return remarkNote(session, change.key);
    case 'moment':
    case 'moment-label':
      return markerNote(session, change.id);
    case 'report': {
      const document = currentDocument(session, change.frame)?.document;
      const { report } = change;
      return document === undefined
        ? undefined
        : { what: 'report', report, ref: `report:${report.url}`, document };
    }
    default:
      return undefined;
  }
};
