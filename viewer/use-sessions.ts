import { useEffect, useState } from 'preact/hooks';
import { type Opened, openText } from '../components/views/sessions/open-file';
import type { ViewedPage } from '../lib/formats/viewed-run';

/** A page's session; `null`: it has none that can be read; `undefined`: it is not read yet. */
export type ReadSession = Opened | null | undefined;

/** Reads the sessions of the pages, one after the other: each takes its time, and the list is seen before. */
export const useSessions = (
  pages: readonly ViewedPage[],
  readSession: (id: string) => Promise<string>,
): readonly ReadSession[] => {
  const [read, setRead] = useState<readonly ReadSession[]>([]);
  useEffect(() => {
    let isGone = false;
    const readAll = async () => {
      for (const [index, { id, hasSession }] of pages.entries()) {
        const opened = hasSession
          ? await readSession(id)
              .then(openText)
              .catch(() => null)
          : null;
        if (isGone) return;
        setRead((held) => [...held.slice(0, index), opened]);
      }
    };
    void readAll();
    return () => {
      isGone = true;
    };
  }, [pages, readSession]);
  return read;
};
