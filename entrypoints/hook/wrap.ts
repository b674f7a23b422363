import { defineProperty, getOwnPropertyDescriptor, memory, NativeProxy } from './natives';

/** What a wrapped function does when it is called: `original` is to be called once, with `self` and `args`. */
export type OnCall = (
  original: (...args: unknown[]) => unknown,
  self: unknown,
  args: unknown[],
) => unknown;

const wrappers = memory<true>();
let restore = (): void => {};

/** Whether a value is the hook's own, or watched by it already. */
export const isMarked = (value: object): boolean => !!wrappers.known(value);

/** Marks a value as the hook's own. */
export const mark = <T extends object>(value: T): T => {
  wrappers.know(value, true);
  return value;
};

/**
 * Puts a wrapper in the place of `holder`'s own method and keeps the property's attributes. A Proxy keeps name, length, own keys,
 * prototype and what `new` does, also when the page changes them later. Returns false when there is no such method or it can't be replaced.
 */
export const wrapMethod = (holder: object, name: PropertyKey, onCall: OnCall): boolean => {
  const original = getOwnPropertyDescriptor(holder, name)?.value;
  if (typeof original !== 'function') return false;
  if (isMarked(original)) return true;
  const value = new NativeProxy(original, { __proto__: null, apply: onCall } as never);
  if (!defineProperty(holder, name, { value })) return false;
  mark(value);
  const restoreOlder = restore;
  restore = () => {
    restoreOlder();
    if (getOwnPropertyDescriptor(holder, name)?.value === value)
      defineProperty(holder, name, { value: original });
  };
  return true;
};

/** Puts every original back where its wrapper still stands. */
export const restoreAll = (): void => restore();
