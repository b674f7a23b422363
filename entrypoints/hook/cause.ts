import type { PendingEntry } from './log';
import { create } from './natives';

/** Of so many pending calls one can be the cause: each entry looks at all of them. */
const maxPending = 100;

/** Calls that have not ended, by id: a store without a prototype, in the order of the calls. */
const pending: { [id: number]: PendingEntry } = create(null);
let count = 0;
/** The call whose synchronous part runs now. */
let running: PendingEntry | undefined;

const forget = (id: string): void => {
  delete pending[id as never];
  count--;
};

/** The synchronous part of an entry begins; what it returns is for `leave`. Only calls are causes. */
export const enter = (entry: PendingEntry): PendingEntry | undefined => {
  const outer = running;
  if (entry.kind === 'call') {
    running = pending[entry.id] = entry;
    count++;
    for (const id in pending) if (count > maxPending) forget(id);
  }
  return outer;
};

/** Ends the synchronous part of an entry. */
export const leave = (outer: PendingEntry | undefined): void => {
  running = outer;
};

const isInside = (call: PendingEntry, outer: PendingEntry | undefined): boolean => {
  for (let at: PendingEntry | undefined = call; at; at = at.parent) if (at === outer) return true;
  return false;
};

/**
 * Notes in an entry that begins now what caused it: the call that runs, or the innermost pending one when all others contain it; else
 * all that are pending. `isOfPage`: the page itself begins it, so that a call which merely happens to be pending is not its cause.
 */
export const noteCause = (entry: PendingEntry, isOfPage: boolean): void => {
  let newest = running;
  let ids = '';
  let isChain = true;
  if (!newest && !isOfPage)
    for (const id in pending) {
      const call = pending[id] as PendingEntry;
      if (call.status !== 'pending') forget(id);
      else {
        isChain &&= !newest || isInside(call, newest);
        newest = call;
        ids += `${ids && ','}${id}`;
      }
    }
  if (isChain) entry.parent = newest;
  else entry.candidates = ids;
};
