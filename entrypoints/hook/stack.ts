import { indexOf, lastIndexOf, NativeError, ownValue, safe, slice } from './natives';
import { isStackOfPage, stackOf } from './to-json';

const withoutNumber = (place: string): string => slice(place, 0, lastIndexOf(place, ':'));

/** The first place in a stack that is no extension's, as `url:line`; `''` when there is none. */
export const firstPlace = (stack: string): string => {
  let scheme = -1;
  do scheme = indexOf(stack, '://', scheme + 1);
  while (scheme > 0 && slice(stack, scheme - 10, scheme) === '-extension');
  if (scheme < 0) return '';
  let start = scheme;
  while (start && indexOf('(@ \n', stack[start - 1] as string) < 0) start--;
  return withoutNumber(slice(stack, start, indexOf(`${stack}\n`, '\n', scheme)));
};

/** The first script URL in a stack that is no extension's, without line and column; `''` when there is none. */
export const firstScript = (stack: string): string => withoutNumber(firstPlace(stack));

/** The stack here, the hook's own frames too: the panel leaves them out. `''` where the page formats stacks itself, as its code would run. */
export const stackHere = (): string => {
  if (isStackOfPage()) return '';
  // Chromium keeps 10 frames by default, and half of them are the hook's.
  const limited = NativeError as { stackTraceLimit?: unknown };
  const limit = ownValue(NativeError, 'stackTraceLimit') as number;
  const setLimit = (to: unknown) => limit > 0 && safe(() => (limited.stackTraceLimit = to));
  setLimit(30);
  const stack = stackOf(new NativeError());
  setLimit(limit);
  return stack;
};
