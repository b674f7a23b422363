/**
 * What the hook takes from the realm at `document_start`, before a page can replace it, and the little that runs on every page. All else is
 * made of these when there is something to record: `natives.ts`, `recorder.ts`.
 */
export const {
  apply,
  construct,
  defineProperty: define,
  get,
  getOwnPropertyDescriptor: describe,
  getPrototypeOf,
  ownKeys,
  set,
  setPrototypeOf,
} = Reflect;
export const { create } = Object;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;
export const { parse: parseJson, stringify } = JSON;
export const { fromCharCode } = String;
export const { now: clock } = Date;
export const toBase64 = btoa;
export const setTimer = setTimeout;
export const queueTask = queueMicrotask;
export const NativeError = Error;
export const NativeEvent = Event;
export const NativeProxy = Proxy;
export const NativePromise = Promise;
export const NativeWeakMap = WeakMap;
export const Bytes = Uint8Array;

export const objectPrototype = Object.prototype;
export const datePrototype = Date.prototype;
export const errorPrototype = Error.prototype;
export const bufferPrototype = ArrayBuffer.prototype;
export const stringPrototype = String.prototype;
export const promisePrototype = Promise.prototype;

/* Methods, which `natives.ts` makes into functions. */
export const { indexOf, lastIndexOf, slice, valueOf: toText } = stringPrototype;
export const { toString: toSource } = Function.prototype;
export const { toString: symbolToString } = Symbol.prototype;
export const { toISOString } = datePrototype;
export const { then: promiseThen } = promisePrototype;
export const { reject: promiseReject } = Promise;
export const { get: weakMapGet, set: weakMapSet } = WeakMap.prototype;
export const { addEventListener, dispatchEvent } = window;
export const getStamp = describe(NativeEvent.prototype, 'timeStamp')?.get as () => number;
export const NativeCustomEvent = CustomEvent;
export const getDetail = describe(CustomEvent.prototype, 'detail')?.get as () => string;
// The build runs this file where there is none.
const focusEvent = (window.FocusEvent ?? NativeEvent).prototype;
export const getRelated = describe(focusEvent, 'relatedTarget')?.get as () => EventTarget;

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

/** Runs our own code; an error of ours never reaches the page. */
export const safe = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

/** `EventTarget.prototype.addEventListener`. */
export const listen = (
  target: unknown,
  type: string,
  listener: (event: Event) => void,
  options?: boolean | AddEventListenerOptions,
): void => {
  apply(addEventListener, target, [type, listener, options]);
};

/** Whether a text has one of several in it. */
export const hasOne = (text: unknown, parts: readonly string[]): boolean => {
  if (typeof text === 'string')
    for (let i = 0; i < parts.length; i++)
      if ((apply(indexOf, text, [parts[i]]) as number) >= 0) return true;
  return false;
};

/** What follows the name in the source text of the browser's own functions. */
const nativeBody = apply(slice, apply(toSource, apply, []), ['function apply'.length]);

/**
 * Whether a value is the browser's own function of that name, a getter among them. No function of a page ends so, as it is no JavaScript,
 * and one that is bound or a Proxy shows no name.
 */
export const isNative = (value: unknown, name: string): boolean => {
  const end = `${name}${nativeBody}`;
  return (
    typeof value === 'function' && apply(slice, apply(toSource, value, []), [-end.length]) === end
  );
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

/** The nearest object, `start` or up its prototype chain, that has the property itself. */
export const holderOf = (start: object, name: PropertyKey): object | undefined =>
  climb(start, (at) => getOwnPropertyDescriptor(at, name));

/** A property, own or inherited: data, or an attribute of the browser's. `undefined` for an accessor of the page's, which is never called. */
export const read = (start: unknown, name: string): unknown => {
  const holder = isObject(start) && holderOf(start, name);
  const property = holder ? getOwnPropertyDescriptor(holder, name) : undefined;
  const getter = property?.get;
  if (!getter) return property?.value;
  return isNative(getter, name) ? apply(getter, start, []) : undefined;
};

/** Whether an error or a violation of a policy is about a script that looks like the SDK's, by its address. */
export const isAboutSdk = (event: Event): boolean =>
  hasOne(read(event, 'filename') ?? read(event, 'blockedURI'), [
    'ak-push',
    'akpush',
    'ak_container',
    '/actm/',
  ]);
