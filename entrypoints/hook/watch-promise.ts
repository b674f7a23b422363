import {
  apply,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  inherits,
  isObject,
  memory,
  promisePrototype,
  read,
  rejected,
  safe,
  setTimer,
  whenSettled,
} from './natives';

/** What is known of a promise that the hook watches. */
interface Watch {
  /** The page (or the SDK) reads the promise: a rejection is its own business. */
  isRead: boolean;
  /** True while the hook itself attaches. */
  isOurs: boolean;
  /** Stands in for the rejection that nobody has read yet. */
  unread: Promise<never> | undefined;
}

const { know, known } = memory<Watch>();
const ignore = (): void => {};

/**
 * To watch a promise is to handle its rejection: the browser would no longer report one that the page forgot. So the hook learns whether
 * anybody else reads the promise: `await`, `then`, `catch`, `Promise.all` all read its `constructor` first. A rejection that nobody
 * reads is raised again, on a promise of our own, in the same turn.
 */
const noticeReaders = (promise: object): Watch | false => {
  const watch: Watch = { isRead: false, isOurs: false, unread: undefined };
  return (
    !getOwnPropertyDescriptor(promise, 'constructor') &&
    defineProperty(promise, 'constructor', {
      configurable: true,
      get() {
        // `undefined` makes `then` use the realm's own Promise, whatever the page has put in its place.
        if (watch.isOurs) return undefined;
        watch.isRead = true;
        if (watch.unread) awaitOwn(watch.unread, ignore);
        return get(getPrototypeOf(promise) as object, 'constructor', promise);
      },
    }) &&
    know(promise, watch)
  );
};

/** Waits for a promise of our own, which nobody else reads. Its `constructor`, which `then` reads, could be the page's. */
export const awaitOwn = (
  promise: unknown,
  onValue: (value: never) => void,
  onError: () => void = ignore,
): void => {
  defineProperty(promise as object, 'constructor', { configurable: true, get: ignore });
  whenSettled(promise, onValue as never, onError);
  forget(promise as object);
};

/** Takes our `constructor` off again. */
const forget = (promise: object): void => {
  const own = getOwnPropertyDescriptor(promise, 'constructor');
  if (own?.get) delete (promise as { constructor?: unknown }).constructor;
};

/** `then` of a thenable that is no promise of this realm (a polyfill's, zone.js's). */
const foreignThen = (thenable: object): typeof whenSettled | undefined => {
  const own = read(thenable, 'then');
  return typeof own === 'function'
    ? (self: unknown, ...handlers: unknown[]) => apply(own, self, handlers) as never
    : undefined;
};

/**
 * Tells how `result` settles without changing what the page sees of it: the same object, and an unhandled rejection stays one.
 * Returns false for a value that is nothing to wait for, or that cannot be watched unseen: frozen, or with a constructor of its own.
 */
export const watchPromise = (
  result: unknown,
  onValue: (value: unknown) => void,
  onError: (error: unknown) => void,
): boolean => {
  if (!isObject(result)) return false;
  const attach = inherits(result, promisePrototype) ? whenSettled : foreignThen(result);
  if (!attach) return false;
  const watch = known(result) ?? noticeReaders(result);
  if (!watch) return false;
  watch.isOurs = true;
  const isAttached = safe(() => {
    attach(
      result,
      (value: unknown) => {
        forget(result);
        safe(() => onValue(value));
      },
      (error: unknown) => {
        if (!watch.isRead) watch.unread ??= rejected(error);
        setTimer(() => forget(result), 0);
        safe(() => onError(error));
      },
    );
    return true;
  });
  watch.isOurs = false;
  return !!isAttached;
};
