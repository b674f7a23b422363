/**
 * What the hook needs from the realm, taken at `document_start`, before a page can replace it. The code in this folder calls these and
 * no method of a page-visible prototype, spreads and destructures no array (that would run `Array.prototype[Symbol.iterator]`), and reads
 * what it has not taken here by `read` and `call`, which run nothing but the browser's own functions.
 */
export const { apply, construct, get, getPrototypeOf, ownKeys, set, setPrototypeOf } = Reflect;
const { defineProperty: define, getOwnPropertyDescriptor: describe } = Reflect;

/**
 * Without a prototype: what a page has put on `Object.prototype` would be read as a field that is not there. For property attributes,
 * options of the browser's, and objects of our own with optional fields.
 */
export const bare = <T extends object | undefined>(fields: T): T => {
  if (fields) setPrototypeOf(fields, null);
  return fields;
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
export const bufferPrototype = ArrayBuffer.prototype;
export const stringPrototype = String.prototype;

const text = stringPrototype;
export const indexOf = uncurry(text.indexOf);
export const lastIndexOf = uncurry(text.lastIndexOf);
export const slice = uncurry(text.slice);
export const boxedText = uncurry(text.valueOf);
export const symbolText = uncurry(Symbol.prototype.toString);
export const functionText = uncurry(Function.prototype.toString);
export const dateText = uncurry(datePrototype.toISOString);
/** `Promise.prototype.then`. */
export const whenSettled = uncurry(promisePrototype.then);

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

/** What follows the name in the source text of the browser's own functions. */
const nativeBody = slice(functionText(apply), 'function apply'.length);

/**
 * Whether a value is the browser's own function of that name. No function of a page has such a text, as it is no JavaScript, and one that is
 * bound or a Proxy shows no name.
 */
export const isNative = (value: unknown, name: string): boolean => {
  const source = typeof value === 'function' && functionText(value);
  return (
    source === `function ${name}${nativeBody}` || source === `function get ${name}${nativeBody}`
  );
};

/** A property, own or inherited: data, or an attribute of the browser's. `undefined` for an accessor of the page's, which is never called. */
export const read = (start: unknown, name: string): unknown => {
  const holder = isObject(start) && holderOf(start, name);
  const property = holder ? getOwnPropertyDescriptor(holder, name) : undefined;
  const getter = property?.get;
  if (!getter) return property?.value;
  return isNative(getter, name) ? apply(getter, start, []) : undefined;
};

/** Calls the browser's own method of an object; throws where there is none, or the page has put another in its place. */
export const call = (self: unknown, name: string, args: unknown[] = []): unknown => {
  const method = read(self, name);
  return apply((isNative(method, name) ? method : undefined) as never, self, args);
};

/** An interface of the browser's, by its name; `undefined` where there is none, or the page has put another in its place. */
export const nativeClass = (name: string): (new (...args: unknown[]) => object) | undefined => {
  const found = read(window, name);
  return isNative(found, name) ? (found as never) : undefined;
};

/** The prototype that an interface of the browser's has, or what the page has put in the interface's place. */
export const prototypeOf = (name: string): object | undefined => {
  const found = read(window, name);
  return isObject(found) ? (ownValue(found, 'prototype') as object | undefined) : undefined;
};

/** `Notification.permission`; `undefined` where there is none. */
export const permission = (): unknown => read(read(window, 'Notification'), 'permission');

/** Whether the user has just done something in the page. */
export const hasGesture = (): boolean =>
  !!read(read(read(window, 'navigator'), 'userActivation'), 'isActive');

const { addEventListener, dispatchEvent } = window;
export const listen = uncurry(addEventListener);
export const dispatch = uncurry(dispatchEvent);

const NativeEvent = Event;
const NativeCustomEvent = CustomEvent;
/** An event that tells a text. */
export const makeEvent = (type: string, detail: string): Event =>
  new NativeCustomEvent(type, bare({ detail }));
const getDetail = describe(NativeCustomEvent.prototype, 'detail')?.get;
export const detailOf = uncurry(getDetail as Method);
const nativePrevent = NativeEvent.prototype.preventDefault;
export const preventDefault = uncurry(nativePrevent);

/** Where hook and bridge talk: see `lib/messaging/handover.ts`. */
export const line = read(document, 'fonts') as EventTarget;

/**
 * Whether what the line needs is the browser's own. A window that a page of the same site has opened can be in that page's hands before
 * this document comes into it.
 */
export const isUntouched = (): boolean =>
  !!line &&
  isNative(apply, 'apply') &&
  isNative(addEventListener, 'addEventListener') &&
  isNative(dispatchEvent, 'dispatchEvent') &&
  isNative(NativeCustomEvent, 'CustomEvent') &&
  isNative(getDetail, 'detail') &&
  isNative(nativePrevent, 'preventDefault') &&
  isNative(stringify, 'stringify');

const clock = Date.now;
/** Milliseconds since the document's beginning. A page can replace the methods of `performance`, but not what an event is stamped with. */
const stamp = (): number =>
  (read(new NativeEvent(''), 'timeStamp') as number | undefined) ?? clock();
const beginning = clock() - stamp();

/** Milliseconds since the epoch, with fractions, monotonic within the document. */
export const now = (): number => beginning + stamp();
