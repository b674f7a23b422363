import type { Entry } from '../model/entry';
import type { PageInfo } from '../model/page-info';
import { lostAfter, readBatch } from '../protocol/entry-check';

/** Asks the page at the end of one line for what it has recorded. */
export interface EntryPull {
  /** The page has introduced itself, perhaps again: an answer to an older introduction is dropped. */
  introduce(info: PageInfo): void;
  /** Asks until nothing is left, one question at a time. */
  pull(): Promise<void>;
  /** Answers that still come are dropped. */
  close(): void;
}

/** `cursors`: the last number that each document has answered with. */
export const entryPull = (
  ask: (after: number) => Promise<string>,
  cursors: Map<string, number>,
  onEntries: (page: PageInfo, entries: Entry[], lost: number) => void,
): EntryPull => {
  let page: PageInfo | undefined;
  let visit = 0;
  let pulling = 0;
  let isMoreWaiting = false;
  let pulled = Promise.resolve();

  const pullAll = async (mine: number): Promise<void> => {
    pulling = mine;
    const asked = page;
    if (!asked) return;
    try {
      do {
        isMoreWaiting = false;
        const after = cursors.get(asked.document) ?? 0;
        const batch = readBatch(await ask(after));
        if (mine !== visit) return;
        cursors.set(asked.document, batch.last);
        isMoreWaiting ||= batch.more;
        const lost = lostAfter(after, batch);
        if (batch.entries.length || lost) onEntries(asked, batch.entries, lost);
      } while (isMoreWaiting);
    } catch {
      // The page is busy or gone: its next word asks again.
    } finally {
      if (pulling === mine) pulling = 0;
    }
  };

  return {
    introduce(info) {
      page = info;
      visit++;
    },
    pull() {
      if (!page) return pulled;
      if (pulling === visit) isMoreWaiting = true;
      else pulled = pullAll(visit);
      return pulled;
    },
    close() {
      visit++;
      page = undefined;
    },
  };
};
