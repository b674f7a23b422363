import { enter, leave } from './cause';
import { end, type PendingEntry, put } from './log';
import { apply, bare, safe } from './natives';
import { errorToJson } from './to-json';
import { watchPromise } from './watch-promise';

/** How a function of the page's is recorded; must be `bare`. None of these can harm the page: their errors are ours. */
export interface Recording {
  /** Makes the entry; nothing is recorded when it returns `undefined`. */
  begin(): PendingEntry | undefined;
  /** Notes what came of it; returns true when the value says that it failed. */
  done?(entry: PendingEntry, value: unknown): unknown;
  /** Notes more of an error, after `entry.detail.error`. */
  failed?(entry: PendingEntry, error: unknown): void;
  /** The value is not waited for: the entry ends at once and is not shown before. */
  isSync?: boolean;
}

/** Calls the original once, records it, and gives the page exactly what it returned or threw. */
export const record = (
  original: (...args: unknown[]) => unknown,
  self: unknown,
  args: unknown[],
  { begin, done, failed, isSync }: Recording,
): unknown => {
  // Fewer arguments than are looked for: `Array.prototype` could have more.
  bare(args);
  const entry = safe(() => {
    const begun = begin();
    if (begun && !isSync) put(begun);
    return begun;
  });
  if (!entry) return apply(original, self, args);
  const fail = (error: unknown): void => {
    entry.detail.error = errorToJson(error);
    end(entry, 'failed');
    failed?.(entry, error);
  };
  const settle = (value: unknown): void => {
    end(entry, done?.(entry, value) === true ? 'failed' : 'ok');
  };
  const outer = enter(entry);
  let result: unknown;
  try {
    result = apply(original, self, args);
  } catch (error) {
    leave(outer);
    safe(() => {
      entry.detail.thrown = 'true';
      fail(error);
    });
    throw error;
  }
  leave(outer);
  safe(() => {
    if (isSync || !watchPromise(result, settle, fail)) settle(result);
  });
  return result;
};
