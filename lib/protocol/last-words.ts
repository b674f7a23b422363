import type { PageInfo } from '../model/page-info';

/** What a recorded page that goes was not asked for. It is put into `storage.local`: a message does not outlive its page where the background must be started for it. */
export interface LastWords {
  info: PageInfo;
  after: number;
  batch: string;
  /** A `NoteBatch` as JSON text, where there are notes. */
  notes?: string;
}

/** How the keys of last words begin. */
export const lastWordsPlace = 'lastWords:';
