import { useEffect, useState } from 'preact/hooks';

/** A module that is loaded when it is first wanted; `undefined` until then. */
export const useChunk = <T>(load: () => Promise<T>, isWanted: boolean): T | undefined => {
  const [chunk, setChunk] = useState<T>();
  useEffect(() => {
    if (!isWanted || chunk) return;
    let isGone = false;
    void load().then((module) => {
      if (!isGone) setChunk(() => module);
    });
    return () => {
      isGone = true;
    };
  }, [load, isWanted, chunk]);
  return chunk;
};
