import { keepLast } from '../model/keep-last';
import type { PageInfo } from '../model/page-info';
import { mostPages } from '../model/session-limits';

/** Asks the page at the end of one line for what it keeps: entries, or notes. */
export interface Pull {
  /** The page has introduced itself, perhaps again: an answer to an older introduction is dropped. */
  introduce(info: PageInfo): void;
  /** Asks until nothing is left, one question at a time. */
  pull(): Promise<void>;
  /** Answers that still come are dropped. */
  close(): void;
}

/** `cursors`: the last number that was answered with, by the name that `cursorOf` gives a document. */
export const pullFrom = <Batch extends { last: number; more: boolean }>(
  ask: (after: number) => Promise<string>,
  read: (text: string) => Batch,
  cursors: Map<string, number>,
  cursorOf: (document: string) => string,
  onBatch: (page: PageInfo, batch: Batch, after: number) => void,
): Pull => {
  let page: PageInfo | undefined;
  let visit = 0;
  let pulling = 0;
  let isMoreWaiting = false;
  let pulled = Promise.resolve();

  const pullAll = async (mine: number): Promise<void> => {
    pulling = mine;
    const asked = page;
    if (!asked) return;
    const cursor = cursorOf(asked.document);
    try {
      do {
        isMoreWaiting = false;
        const after = cursors.get(cursor) ?? 0;
        const batch = read(await ask(after));
        if (mine !== visit) return;
        // What was heard last stands last.
        cursors.delete(cursor);
        cursors.set(cursor, batch.last);
        // Two of each document, as many as a session has.
        keepLast(cursors, 2 * mostPages);
        isMoreWaiting ||= batch.more;
        onBatch(asked, batch, after);
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
