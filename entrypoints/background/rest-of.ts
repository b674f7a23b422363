import type { SessionFile } from '../../lib/schema/session-file';
import type { RecordRest } from '../../lib/shelf/record-rest';

/** Entries and characters that are told at once of what is in the memory: a message has a limit. */
const restPiece = { entries: 2_000, characters: 8_000_000 };

/** A piece of a file, beginning with an entry. */
export const restOf = (whole: SessionFile, from: number): RecordRest => {
  const most = Math.min(from + restPiece.entries, whole.entries.length);
  let to = from;
  for (let room = restPiece.characters; room > 0 && to < most; to++)
    room -= JSON.stringify(whole.entries[to]).length;
  return {
    file: { ...whole, entries: whole.entries.slice(from, to) },
    isLast: to >= whole.entries.length,
  };
};
