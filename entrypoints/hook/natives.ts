import {
  apply,
  climb,
  clock,
  construct,
  getOwnPropertyDescriptor,
  getStamp,
  indexOf as indexOfMethod,
  isNative,
  isObject,
  lastIndexOf as lastIndexOfMethod,
  NativeEvent,
  NativePromise,
  NativeWeakMap,
  promiseReject,
  promiseThen,
  read,
  slice as sliceMethod,
  symbolToString,
  toISOString,
  toSource,
  toText,
  weakMapGet,
  weakMapSet,
} from './originals';

/*
 * The tools of the recorder, made of what was taken before a page could replace it. The code in this folder calls these and no method of a
 * page-visible prototype, spreads and destructures no array (that would run `Array.prototype[Symbol.iterator]`), and reads what was not
 * taken by `read` and `call`, which run nothing but the browser's own functions.
 */
export {
  apply,
  Bytes,
  bare,
  bufferPrototype,
  climb,
  construct,
  create,
  datePrototype,
  defineProperty,
  errorPrototype,
  fromCharCode,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOne,
  holderOf,
  isAboutSdk,
  isArray,
  isNative,
  isObject,
  isView,
  listen,
  NativeError,
  NativeProxy,
  objectPrototype,
  ownKeys,
  parseJson,
  promisePrototype,
  queueTask,
  read,
  safe,
  set,
  setTimer,
  stringify,
  stringPrototype,
  toBase64,
} from './originals';

type Method = (this: never, ...args: never[]) => unknown;

/** `method` as a function that takes its `this` first. */
const uncurry =
  <F extends Method>(method: F) =>
  (self: unknown, ...args: Parameters<F>): ReturnType<F> =>
    apply(method as never, self, args) as ReturnType<F>;

export const indexOf = uncurry(indexOfMethod);
export const lastIndexOf = uncurry(lastIndexOfMethod);
export const slice = uncurry(sliceMethod);
export const boxedText = uncurry(toText);
export const symbolText = uncurry(symbolToString);
export const functionText = uncurry(toSource);
export const dateText = uncurry(toISOString);
/** `Promise.prototype.then`. */
export const whenSettled = uncurry(promiseThen);

/** A promise of this realm, rejected with the reason. */
export const rejected = (reason: unknown): Promise<never> =>
  apply(promiseReject, NativePromise, [reason]) as Promise<never>;

const weakGet = uncurry(weakMapGet);
const weakSet = uncurry(weakMapSet);

/** What the hook knows of a page's objects: holds none of them. `know` remembers and returns a value, `known` tells it. */
export const memory = <T>(): {
  know(object: unknown, value: T): T;
  known(object: unknown): T | undefined;
} => {
  const map = new NativeWeakMap();
  return {
    know(object, value) {
      weakSet(map as never, object as never, value as never);
      return value;
    },
    known: (object) => weakGet(map as never, object as never) as T | undefined,
  };
};

/** Whether `prototype` is an object's own or in its prototype chain (the object itself counts). */
export const inherits = (object: object, prototype: unknown): boolean =>
  !!climb(object, (at) => at === prototype);

/** The value of an own data property; `undefined` for an accessor, which is never called. */
export const ownValue = (holder: object, name: PropertyKey): unknown =>
  getOwnPropertyDescriptor(holder, name)?.value;

/** Calls the browser's own method of an object; throws where there is none, or the page has put another in its place. */
export const call = (self: unknown, name: string, args: unknown[] = []): unknown => {
  const method = read(self, name);
  return apply((isNative(method, name) && method) as never, self, args);
};

/** A new object of an interface of the browser's; throws where there is none, or the page has put another in its place. */
export const make = (name: string, ...args: unknown[]): object => {
  const found = read(window, name);
  return construct((isNative(found, name) && found) as never, args);
};

/** The prototype that an interface of the browser's has, or what the page has put in the interface's place. */
export const prototypeOf = (name: string): object | undefined => {
  const found = read(window, name);
  return isObject(found) ? (ownValue(found, 'prototype') as object | undefined) : undefined;
};

/** `Notification.permission`; `undefined` where there is none. */
export const permission = (): unknown => read(read(window, 'Notification'), 'permission');

/** Whether the user has just done something in the page, as JSON text. */
export const gestureText = (): string =>
  `${!!read(read(read(window, 'navigator'), 'userActivation'), 'isActive')}`;

/** Milliseconds since the document's beginning. A page can replace the methods of `performance`, but not what an event is stamped with. */
const stamp = (): number => apply(getStamp, new NativeEvent(''), []);
const beginning = clock() - stamp();

/** Milliseconds since the epoch, with fractions, monotonic within the document. */
export const now = (): number => beginning + stamp();
