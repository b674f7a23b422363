import { useEffect, useState } from 'preact/hooks';

let waiting: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

const set = (next: typeof waiting): void => {
  waiting = next;
  for (const tell of listeners) tell();
};

/** Says that a part of the panel could not be loaded; `again` tries it once more. Returns what takes that back. */
export const addUnloaded = (again: () => void): (() => void) => {
  set([...waiting, again]);
  return () => set(waiting.filter((each) => each !== again));
};

/** Tries all again that could not be loaded; `undefined`: there is nothing of the kind. */
export const useUnloaded = (): (() => void) | undefined => {
  const [, draw] = useState(0);
  useEffect(() => {
    const tell = () => draw((count) => count + 1);
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  if (waiting.length === 0) return undefined;
  return () => {
    const held = waiting;
    set([]);
    for (const again of held) again();
  };
};
