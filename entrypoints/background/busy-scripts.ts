/** Scripts of workers that a push of the panel's is on its way to, and how many are. */
const taken = new Map<string, number>();

/** What a worker of that script does is a push's own to tell, until the function is called that is returned. */
export const takeScript = (script: string): (() => void) => {
  taken.set(script, (taken.get(script) ?? 0) + 1);
  return () => {
    taken.set(script, (taken.get(script) ?? 1) - 1);
  };
};

/** Whether a push of the panel's is on its way to a worker of that script. */
export const isTaken = (script: string): boolean => (taken.get(script) ?? 0) > 0;
