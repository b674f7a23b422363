import {
  apply,
  Bytes,
  boxedText,
  bufferPrototype,
  datePrototype,
  dateText,
  defineProperty,
  errorPrototype,
  fromCharCode,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  holderOf,
  inherits,
  isArray,
  isObject,
  isView,
  NativeError,
  objectPrototype,
  ownKeys,
  ownValue,
  read,
  safe,
  slice,
  stringify,
  stringPrototype,
  symbolText,
  toBase64,
} from './natives';

/*
 * A page's value as JSON text, in the forms that lib/model/encoded-value.ts lists. No getter of the page is called, nothing is kept,
 * depth, length and total are capped, and what was cut is said. The text is written piece by piece: `JSON.stringify` of an
 * object would call the `toJSON` that a page can put on `Object.prototype`; of a string it calls nothing.
 */
const maxDepth = 16;
const maxText = 10_000;
const maxItems = 200;
const maxBytes = 1_024;
export const maxTotal = 65_536;
const maxName = 1_000;

/** Ancestors of the value being written, innermost first: finds cycles without a set. */
interface Ancestors {
  value: object;
  up: Ancestors | undefined;
}

/** Characters that the value being written may still take. */
let room = 0;

const tag = (form: string, rest = ''): string => `{"$":"${form}"${rest}}`;

/** Text as JSON, its beginning when it is longer than `max`. */
export const cutText = (text: string, max = maxName): string =>
  stringify(text.length > max ? slice(text, 0, max) : text);

const writeText = (text: string): string => {
  const max = room < maxText ? room : maxText;
  return text.length > max
    ? tag('string', `,"text":${cutText(text, max)},"length":${text.length}`)
    : stringify(text);
};

/** Whether the page formats stacks itself: to read one would run its code. */
export const isStackOfPage = (): boolean => !!holderOf(NativeError, 'prepareStackTrace');

/** V8 gives each error a getter of its own, without a name. */
const stackGetter = getOwnPropertyDescriptor(new NativeError(), 'stack')?.get;

/** The beginning of an error's stack, without calling a getter of the page; `''` when it has none. */
export const stackOf = (error: unknown): string => {
  const stack = safe(() => {
    if (isStackOfPage()) return '';
    const getter = getOwnPropertyDescriptor(error as object, 'stack')?.get;
    return getter && getter === stackGetter ? apply(getter, error, []) : read(error, 'stack');
  });
  return typeof stack === 'string' ? slice(stack, 0, 5000) : '';
};

/** A DOMException has `name` and `message` by native getters, an error of the page by data properties. */
const errorField = (error: object, field: 'name' | 'message'): string | undefined => {
  const value = safe(() => read(error, field));
  return typeof value === 'string' ? value : undefined;
};

/** The name of anything thrown: `TypeError`, `AbortError`; of what is no object its type. */
export const errorName = (error: unknown): string =>
  isObject(error) ? (errorField(error, 'name') ?? 'Error') : typeof error;

/** `{name, message, stack}` of anything thrown, as JSON text (`ErrorData`); never throws. */
export const errorToJson = (error: unknown): string => {
  const stack = stackOf(error);
  const message = isObject(error)
    ? (errorField(error, 'message') ?? '')
    : typeof error === 'symbol'
      ? symbolText(error)
      : `${error}`;
  return `{"name":${cutText(errorName(error))},"message":${cutText(message)}${
    stack && `,"stack":${cutText(stack, 4000)}`
  }}`;
};

/** Boxed strings, dates, bytes and errors; `undefined` for what is shown by its properties. */
const writeSpecial = (value: object, prototype: object): string | undefined => {
  if (inherits(value, stringPrototype)) return writeText(boxedText(value));
  // Throws for an invalid date.
  if (prototype === datePrototype) return tag('date', `,"text":"${dateText(value)}"`);
  const isBuffer = prototype === bufferPrototype;
  if (isBuffer || isView(value)) {
    const view = isBuffer ? new Bytes(value as ArrayBuffer) : value;
    const length = read(view, 'byteLength') as number;
    const shown = length < maxBytes ? length : maxBytes;
    const bytes = new Bytes(
      read(view, 'buffer') as ArrayBuffer,
      read(view, 'byteOffset') as number,
      shown,
    );
    // Its own: the inherited one could be the page's.
    defineProperty(bytes, 'length', { value: shown });
    const binary = apply(fromCharCode, undefined, bytes);
    return tag('bytes', `,"text":"${toBase64(binary)}","length":${length}`);
  }
  // A DOMException inherits from Error too.
  return inherits(value, errorPrototype)
    ? `{"$":"error",${slice(errorToJson(value), 1)}`
    : undefined;
};

/** The name of a prototype's class; `''` for a plain object's. */
const className = (prototype: object | null): string => {
  const maker = prototype && prototype !== objectPrototype && ownValue(prototype, 'constructor');
  const name = typeof maker === 'function' && ownValue(maker, 'name');
  return typeof name === 'string' && name !== 'Object' ? name : '';
};

/** A property's value; an accessor is named, not called. */
const writeProperty = (
  property: PropertyDescriptor | undefined,
  depth: number,
  up: Ancestors,
): string => (property?.get || property?.set ? tag('getter') : write(property?.value, depth, up));

const writeArray = (value: unknown[], depth: number, up: Ancestors): string => {
  const { length } = value;
  const isCut = length > maxItems;
  let items = '';
  for (let i = 0; i < (isCut ? maxItems : length); i++)
    items += `${i ? ',' : ''}${writeProperty(getOwnPropertyDescriptor(value, i), depth, up)}`;
  return isCut ? tag('array', `,"items":[${items}],"length":${length}`) : `[${items}]`;
};

const writeProperties = (value: object, depth: number, up: Ancestors): string => {
  const keys = ownKeys(value);
  const name = className(getPrototypeOf(value));
  const more = keys.length - maxItems;
  // Listing the names is what takes time: of several huge objects, only the first is read.
  if (more > 0) room -= more;
  const isPlain = !name && more <= 0 && !getOwnPropertyDescriptor(value, '$');
  let text = '';
  for (let i = 0; i < keys.length && i < maxItems; i++) {
    const key = keys[i];
    const property = typeof key === 'string' ? getOwnPropertyDescriptor(value, key) : undefined;
    if (!property?.enumerable) continue;
    const quoted = cutText(key as string, 200);
    room -= quoted.length;
    const written = writeProperty(property, depth, up);
    text += `${text && ','}${isPlain ? `${quoted}:${written}` : `[${quoted},${written}]`}`;
  }
  return isPlain
    ? `{${text}}`
    : tag(
        'object',
        `${name && `,"class":${cutText(name)}`},"entries":[${text}]${more > 0 ? `,"more":${more}` : ''}`,
      );
};

const writeObject = (value: object, depth: number, up: Ancestors | undefined): string => {
  for (let at = up; at; at = at.up) if (at.value === value) return tag('circular');
  if (depth > maxDepth) return tag('deep');
  const inside = { value, up };
  if (isArray(value)) return writeArray(value, depth + 1, inside);
  const prototype = getPrototypeOf(value);
  return (
    (prototype &&
      prototype !== objectPrototype &&
      // A DataView, a detached buffer, an invalid date or a pretender throws: shown by its properties.
      safe(() => writeSpecial(value, prototype))) ||
    writeProperties(value, depth + 1, inside)
  );
};

const largestBigInt = 2n ** 256n;

const writePrimitive = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'boolean':
      return `${value}`;
    case 'number':
      return value - value === 0 ? `${value}` : tag('number', `,"text":"${value}"`);
    case 'bigint':
      return tag(
        'bigint',
        `,"text":"${value < largestBigInt && value > -largestBigInt ? value : '…'}"`,
      );
    case 'symbol':
      return tag('symbol', `,"text":${cutText(symbolText(value))}`);
    case 'function': {
      const name = ownValue(value, 'name');
      return tag('function', `,"name":${cutText(typeof name === 'string' ? name : '')}`);
    }
    default:
      return value === null ? 'null' : tag('undefined');
  }
};

const write = (value: unknown, depth: number, up: Ancestors | undefined): string => {
  if (room <= 0) return tag('cut');
  const isStructured = typeof value === 'object' && value !== null;
  const text =
    safe(() => (isStructured ? writeObject(value, depth, up) : writePrimitive(value))) ??
    tag('unreadable');
  room -= isStructured ? 2 : text.length;
  return text;
};

/** The value as JSON text of at most about 65,536 characters, in the forms of `lib/model/encoded-value.ts`; never throws. */
export const toJson = (value: unknown): string => {
  room = maxTotal;
  return write(value, 0, undefined);
};

/** A call's arguments as one JSON array, from the given index. */
export const listToJson = (list: ArrayLike<unknown>, from = 0): string => {
  room = maxTotal;
  let text = '';
  for (let i = from; i < list.length && i < maxItems; i++)
    text += `${text && ','}${write(list[i], 0, undefined)}`;
  return `[${text}]`;
};
