import { useEffect, useState } from 'preact/hooks';
import { addUnloaded } from './load-problems';

/** A module that is loaded when it is first wanted; `undefined` until then. What cannot be loaded is told by `useUnloaded`. */
export const useChunk = <T>(load: () => Promise<T>, isWanted: boolean): T | undefined => {
  const [chunk, setChunk] = useState<T>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another load
  useEffect(() => {
    if (!isWanted || chunk) return;
    let isGone = false;
    let forget = () => {};
    load().then(
      (module) => {
        if (!isGone) setChunk(() => module);
      },
      () => {
        if (!isGone) forget = addUnloaded(() => setTries((count) => count + 1));
      },
    );
    return () => {
      isGone = true;
      forget();
    };
  }, [load, isWanted, chunk, tries]);
  return chunk;
};
