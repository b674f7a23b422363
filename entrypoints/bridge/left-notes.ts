import type { Note } from '../../lib/model/note';
import { ownError } from '../../lib/model/own-error';
import type { PanelLine } from './panel-line';

/** How long a panel whose line is closed may take to say that it is still at it, milliseconds: it mostly opens another. */
const timeoutMs = 5_000;

/** Follows what panels have noted to be under way. */
export interface LeftNotes {
  noted(line: PanelLine, note: Note): void;
  closed(line: PanelLine): void;
}

/** What a panel that has gone left under way has no end of which anybody knows: `end` is given the note that says so. */
export const leftNotes = (end: (note: Note) => void): LeftNotes => {
  const open = new Map<string, { note: Note; line: PanelLine }>();
  return {
    noted(line, note) {
      if (note.what === 'entries' && note.entries[0]?.status === 'pending')
        open.set(note.ref, { note, line });
      else open.delete(note.ref);
    },
    closed(which) {
      setTimeout(() => {
        for (const [ref, { note, line }] of open) {
          if (line !== which || note.what !== 'entries') continue;
          open.delete(ref);
          const entries = note.entries.map((entry, index) =>
            index > 0
              ? entry
              : {
                  ...entry,
                  status: 'failed',
                  detail: { ...entry.detail, error: ownError('PanelClosed') },
                },
          );
          end({ ...note, entries } as Note);
        }
      }, timeoutMs);
    },
  };
};
