import { useEffect, useRef, useState } from 'preact/hooks';
import type { StateItem } from '../../../lib/state/state-item';
import { inWords } from '../../../lib/text/in-words';

/** How long a change is news, milliseconds. */
const fresh = 8_000;

/** Ids of the lines whose text changed lately. Those of the first reading of a document are not news. */
export const useNews = (items: readonly StateItem[], document: string): ReadonlySet<string> => {
  const texts = useRef<{ document: string; held: Map<string, string> }>({
    document: '',
    held: new Map(),
  });
  const changed = useRef(new Map<string, number>());
  const [, setTick] = useState(0);
  const now = Date.now();
  const isFirst = texts.current.document !== document;
  if (isFirst) {
    texts.current = { document, held: new Map() };
    changed.current.clear();
  }
  const { held } = texts.current;
  for (const { id, text, state } of items) {
    const value = `${state} ${inWords(text)}`;
    if (!isFirst && held.get(id) !== value) changed.current.set(id, now);
    held.set(id, value);
  }
  for (const [id, at] of changed.current) if (now - at >= fresh) changed.current.delete(id);
  // Nobody else draws the view again for that.
  const due = changed.current.size > 0 ? Math.min(...changed.current.values()) + fresh : 0;
  useEffect(() => {
    if (due === 0) return;
    const timer = setTimeout(() => setTick((tick) => tick + 1), due - Date.now());
    return () => clearTimeout(timer);
  }, [due]);
  return new Set(changed.current.keys());
};
