import { keepLast } from '../../lib/model/keep-last';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import { type Container, containerKey } from './container';

interface Claim {
  isLeaving(): boolean;
}

/** Who is at work on what: one registry for workers, in which a push of the panel's is looked at, and for sites, whose workers are watched. */
const claims = new Map<string, Set<Claim>>();
const waiting: (() => void)[] = [];

/** A worker by its script, where nobody gets into it. */
export const scriptKey = (script: string, container: Container): string =>
  `script ${containerKey(container)} ${script}`;

/** A worker that the debugger knows, by its target. */
export const targetKey = (id: string): string => `target ${id}`;

/** The workers of a site. */
export const siteKey = (origin: string, container: Container): string =>
  `site ${containerKey(container)} ${origin}`;

/** Puts a claim on something, beside those that there are, until the function is called that is returned. `isLeaving`: whether it is being given up. */
export const claim = (key: string, isLeaving: () => boolean = () => false): (() => void) => {
  const held = claims.get(key) ?? new Set();
  const one: Claim = { isLeaving };
  claims.set(key, held.add(one));
  return () => {
    held.delete(one);
    if (held.size > 0 || claims.get(key) !== held) return;
    claims.delete(key);
    for (const wake of waiting.splice(0)) wake();
  };
};

/** Whether anybody is at work on it, also one who is leaving. */
export const isClaimed = (key: string): boolean => claims.has(key);

/** Whether somebody is at work on it who stays. */
export const isTaken = (key: string): boolean =>
  [...(claims.get(key) ?? [])].some(({ isLeaving }) => !isLeaving());

/** Resolves when nobody is at work on it. */
export const whenFree = async (key: string): Promise<void> => {
  while (claims.has(key)) await new Promise<void>((resolve) => waiting.push(resolve));
};

/** So many requests are left out to their end: of that of some nobody hears. */
const mostIgnored = 1_000;

/** Leaves out what a push of the panel's brings about, which is its own to tell: what happens while there is one, and requests that begin then to their end. */
export const withoutOwn = <Signal extends WorkerSignal>(
  isAtWork: (signal: Signal) => boolean,
  onSignal: (signal: Signal) => void,
): ((signal: Signal) => void) => {
  const ignored = new Set<string>();
  return (signal) => {
    if (signal.what !== 'request') {
      // That nobody has looked is so of all.
      if (signal.what === 'lapsed' || !isAtWork(signal)) onSignal(signal);
      return;
    }
    const { id, request } = signal;
    const isNew = request.status === undefined && request.ended === undefined;
    if (isNew && isAtWork(signal)) ignored.add(id);
    keepLast(ignored, mostIgnored);
    if (!ignored.has(id)) onSignal(signal);
  };
};
