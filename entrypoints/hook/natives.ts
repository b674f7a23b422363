/**
 * What the hook needs from the realm, taken at `document_start`, before a page can replace it. The code in this folder calls these and
 * no method of a page-visible prototype, spreads and destructures no array (that would run `Array.prototype[Symbol.iterator]`), and
 * reads attributes of the browser's own objects only inside `safe`.
 */
export const { apply, construct, get, getPrototypeOf, ownKeys, set, setPrototypeOf } = Reflect;
const { defineProperty: define, getOwnPropertyDescriptor: describe } = Reflect;

/** Without a prototype: one that the page has put something on would add to the attributes. */
const bare = <T extends PropertyDescriptor | undefined>(attributes: T): T => {
  if (attributes) setPrototypeOf(attributes, null);
  return attributes;
};

/** `Reflect.defineProperty`. */
export const defineProperty = (
  holder: object,
  name: PropertyKey,
  attributes: PropertyDescriptor,
): boolean => define(holder, name, bare(attributes));

/** `Reflect.getOwnPropertyDescriptor`. */
export const getOwnPropertyDescriptor = (
  holder: object,
  name: PropertyKey,
): PropertyDescriptor | undefined => bare(describe(holder, name));

type Method = (this: never, ...args: never[]) => unknown;

/** `method` as a function that takes its `this` first. */
const uncurry =
  <F extends Method>(method: F) =>
  (self: unknown, ...args: Parameters<F>): ReturnType<F> =>
    apply(method as never, self, args) as ReturnType<F>;

/** Runs our own code; an error of ours never reaches the page. */
export const safe = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

export const { create } = Object;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;
export const { parse: parseJson, stringify } = JSON;
export const { fromCharCode } = String;
export const toBase64 = btoa;
export const setTimer = setTimeout;
export const queueTask = queueMicrotask;
export const NativeError = Error;
export const NativeProxy = Proxy;
export const Bytes = Uint8Array;

export const objectPrototype = Object.prototype;
export const datePrototype = Date.prototype;
export const errorPrototype = Error.prototype;
export const promisePrototype = Promise.prototype;

const text = String.prototype;
export const indexOf = uncurry(text.indexOf);
export const lastIndexOf = uncurry(text.lastIndexOf);
export const slice = uncurry(text.slice);
export const symbolText = uncurry(Symbol.prototype.toString);
export const functionText = uncurry(Function.prototype.toString);
export const dateText = uncurry(datePrototype.toISOString);
/** `Promise.prototype.then`. */
export const whenSettled = uncurry(promisePrototype.then);
/** `EventTarget.prototype.addEventListener`, taken where it costs nothing. */
export const listen = uncurry(window.addEventListener);

const NativePromise = Promise;
const { reject } = Promise;
/** A promise of this realm, rejected with the reason. */
export const rejected = (reason: unknown): Promise<never> =>
  apply(reject, NativePromise, [reason]) as Promise<never>;

const NativeWeakMap = WeakMap;
const weakGet = uncurry(WeakMap.prototype.get);
const weakSet = uncurry(WeakMap.prototype.set);

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

const NativeEvent = Event;
const timeStamp = describe(NativeEvent.prototype, 'timeStamp')?.get as () => number;
/** Milliseconds since the document's beginning. A page can replace the methods of `performance`, but not what an event is stamped with. */
const stamp = (): number => apply(timeStamp, new NativeEvent(''), []);
const beginning = Date.now() - stamp();

/** Milliseconds since the epoch, with fractions, monotonic within the document. */
export const now = (): number => beginning + stamp();

const { Notification } = globalThis;
const permissionOf = Notification && describe(Notification, 'permission')?.get;
/** `Notification.permission`, from the browser itself. Throws where there is none. */
export const permission = (): unknown => apply(permissionOf as () => unknown, Notification, []);

/** Whether a value can have properties. */
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The first object that passes, `start` or up its prototype chain. */
export const climb = (start: unknown, passes: (at: object) => unknown): object | undefined => {
  let at = start as object | null;
  for (let steps = 0; at && steps < 20; steps++) {
    if (passes(at)) return at;
    at = getPrototypeOf(at);
  }
  return undefined;
};

/** Whether `prototype` is an object's own or in its prototype chain (the object itself counts). */
export const inherits = (object: object, prototype: unknown): boolean =>
  !!climb(object, (at) => at === prototype);

/** The nearest object, `start` or up its prototype chain, that has the property itself. */
export const holderOf = (start: object, name: PropertyKey): object | undefined =>
  climb(start, (at) => getOwnPropertyDescriptor(at, name));

/** The value of an own data property; `undefined` for an accessor, which is never called. */
export const ownValue = (holder: object, name: PropertyKey): unknown =>
  getOwnPropertyDescriptor(holder, name)?.value;

/** The value of a data property, own or inherited. */
export const dataValue = (start: object, name: PropertyKey): unknown => {
  const holder = holderOf(start, name);
  return holder && ownValue(holder, name);
};
