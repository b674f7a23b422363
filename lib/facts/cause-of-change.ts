import type { SessionEntry } from '../model/session';
import type { StoredChange } from '../model/stored-change';

/** What a change came from. `elsewhere`: neither this page's SDK nor the panel was at work; another tab or the worker was. */
export type ChangeCause = 'call' | 'page-load' | 'elsewhere' | 'you';

/** Milliseconds by which the clocks of two places may differ. A call's end is followed by a reading 100 ms later: more would mix up two. */
const slack = 10;

/** Milliseconds by which the SDK's writing follows what it did before: at page load that belongs to no call. */
const follows = 500;

/** What a change came from, by what was going on between the two readings; with the entry that shows it. */
export const causeOfChange = (
  { from, at, page, isOverLoad }: StoredChange,
  entries: readonly SessionEntry[],
): { cause: ChangeCause; entry?: SessionEntry } => {
  const during = (before: number) =>
    entries.filter((entry) => {
      const end = entry.status === 'pending' ? at : entry.time + (entry.duration ?? 0);
      return entry.page === page && entry.time <= at + slack && end >= from - before;
    });
  const near = during(slack);
  const yours = near.findLast(({ kind }) => kind === 'action');
  if (yours) return { cause: 'you', entry: yours };
  const call = near.findLast(({ kind, name }) => kind === 'call' && name !== 'constructor');
  if (call) return { cause: 'call', entry: call };
  // The SDK's own work at page load belongs to no call.
  const work =
    near.findLast(({ kind }) => kind !== 'error' && kind !== 'action') ??
    during(follows).findLast(
      ({ kind, call: cause, candidates }) =>
        (kind === 'request' || kind === 'subscription') &&
        cause === undefined &&
        candidates === undefined,
    );
  if (isOverLoad || work) return { cause: 'page-load', ...(work && { entry: work }) };
  return { cause: 'elsewhere' };
};
