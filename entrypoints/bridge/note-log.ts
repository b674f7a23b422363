import type { Note } from '../../lib/model/note';

/* What panels have noted in this document, by number, as the hook keeps what it records: a note that is replaced moves to the end. */
const maxNotes = 2_000;
const maxChars = 8_000_000;
const maxAnswer = 1_000_000;

/** Keeps notes for whoever looks at the page. */
export interface NoteLog {
  put(note: Note): void;
  /** A `NoteBatch` as JSON text: what came or changed after a number. */
  after(number: number): string;
}

/** An empty log. The oldest notes go when there are too many. */
export const noteLog = (): NoteLog => {
  /** By what they are about, the newest last. */
  const held = new Map<string, { number: number; text: string }>();
  let last = 0;
  let chars = 0;
  const drop = (ref: string): void => {
    chars -= held.get(ref)?.text.length ?? 0;
    held.delete(ref);
  };
  return {
    put(note) {
      drop(note.ref);
      const text = JSON.stringify(note);
      held.set(note.ref, { number: ++last, text });
      chars += text.length;
      for (const ref of held.keys()) {
        if (held.size <= maxNotes && chars <= maxChars) break;
        drop(ref);
      }
    },
    after(asked) {
      let told = asked;
      let notes = '';
      for (const { number, text } of held.values()) {
        if (number <= asked) continue;
        if (notes.length > maxAnswer) break;
        notes += `${notes && ','}${text}`;
        told = number;
      }
      return `{"last":${told},"more":${told < last && notes !== ''},"notes":[${notes}]}`;
    },
  };
};
