import type { CallEntry } from '../outcome/call-context';
import type { CheckedExpectation } from './expectation';
import type { ExpectedCall } from './expectations-schema';

/** The call that an expectation is about, and what is wrong with its place. */
export interface MatchedCall {
  call: CallEntry | undefined;
  /** The call that it came too early for; where there is no call, the one that it is missing before. */
  before?: CallEntry;
}

/**
 * Finds the site's call of each expectation, in order: of several the first that does as is expected, else the first. One that came only before the
 * call of an earlier expectation is found there.
 */
export const matchCalls = (
  expected: readonly ExpectedCall[],
  calls: readonly CallEntry[],
  fits: (index: number, call: CallEntry) => boolean,
): MatchedCall[] => {
  const used = new Set<CallEntry>();
  const placeOf = new Map(calls.map((call, place) => [call, place]));
  let last = -1;
  const found = expected.map(({ method }, index): MatchedCall => {
    const free = calls.filter((call) => call.name === method && !used.has(call));
    const later = free.filter((call) => (placeOf.get(call) ?? -1) > last);
    const call = later.find((each) => fits(index, each)) ?? later[0];
    if (call) {
      used.add(call);
      last = placeOf.get(call) ?? last;
      return { call };
    }
    const early = free.find((each) => fits(index, each)) ?? free[0];
    if (!early) return { call: undefined };
    used.add(early);
    const before = calls[last];
    return { call: early, ...(before && { before }) };
  });
  return found.map((each, index) => {
    if (each.call) return each;
    const next = found.slice(index + 1).find(({ call, before }) => call && !before)?.call;
    return next ? { call: undefined, before: next } : each;
  });
};

/** Whether nothing in answers is wrong. */
export const isFine = (answers: readonly Pick<CheckedExpectation, 'status'>[]): boolean =>
  answers.every(({ status }) => status !== 'failed');
