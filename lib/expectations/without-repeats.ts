import { phrase } from '../model/phrase';
import type { CheckedExpectation } from './expectation';
import { unseen } from './expectation';
import type { Expectations } from './expectations-schema';

/**
 * Of what fails only because a call has failed, nothing is said against the site again: a request that has the wrong field because its call was given
 * it, what a call that threw did not bring.
 */
export const withoutRepeats = (
  checked: readonly CheckedExpectation[],
  { calls = [], requests = [], events = [] }: Expectations,
): CheckedExpectation[] => {
  const failures = new Map(
    checked.flatMap((each): [string, CheckedExpectation][] =>
      each.status === 'failed' ? [[each.id, each]] : [],
    ),
  );
  const callsOf = (method: string | undefined): number[] =>
    calls.flatMap((each, index) => (each.method === method ? [index] : []));
  const causeOf = ({ id }: CheckedExpectation): CheckedExpectation | undefined => {
    const [part, index = '', ...rest] = id.split('.');
    const lists = { requests, events };
    if (part !== 'requests' && part !== 'events') return undefined;
    const own = callsOf(lists[part][Number(index)]?.call);
    const same = rest.length === 0 ? 'ends' : rest.join('.');
    return own.map((call) => failures.get(`calls.${call}.${same}`)).find((found) => found);
  };
  return checked.map((each) => {
    const cause = each.status === 'failed' ? causeOf(each) : undefined;
    return cause ? { ...each, ...unseen(phrase('expectFollows', cause.title)) } : each;
  });
};
