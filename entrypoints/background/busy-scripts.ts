import { type Container, containerKey } from './container';

/** Workers that a push of the panel's is on its way to, by container and script, and how many are. */
const taken = new Map<string, number>();

const keyOf = (script: string, container: Container): string =>
  `${containerKey(container)} ${script}`;

/** What a worker of that script does is a push's own to tell, until the function is called that is returned. */
export const takeScript = (script: string, container: Container): (() => void) => {
  const key = keyOf(script, container);
  taken.set(key, (taken.get(key) ?? 0) + 1);
  return () => {
    taken.set(key, (taken.get(key) ?? 1) - 1);
  };
};

/** Whether a push of the panel's is on its way to a worker of that script. */
export const isTaken = (script: string, container: Container): boolean =>
  (taken.get(keyOf(script, container)) ?? 0) > 0;
