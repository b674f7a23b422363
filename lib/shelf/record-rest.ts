import type { SessionFile } from '../schema/session-file';

/** What a recording holds in the memory that is not on the disk: a piece of its entries, and all else. */
export interface RecordRest {
  file: SessionFile;
  isLast: boolean;
}
