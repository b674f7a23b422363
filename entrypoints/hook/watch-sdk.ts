import { draft, end, type PendingEntry, put } from './log';
import {
  apply,
  climb,
  construct,
  defineProperty,
  functionText,
  get,
  holderOf,
  indexOf,
  inherits,
  isObject,
  NativeProxy,
  ownKeys,
  ownValue,
  safe,
  set,
} from './natives';
import { earlyReads } from './reads';
import { recordCall, recordEvent } from './record-sdk';
import { addSdkScript } from './sdk-script';
import { methods, pendingName } from './sdk-surface';
import { toJson } from './to-json';
import { isMarked, mark, type OnCall, wrapMethod } from './wrap';

type Sdk = (new (...args: unknown[]) => object) & { prototype: object };
export type How = 'assigned' | 'declared' | 'already-there';

/** An SDK that is watched, and what is known of it. */
interface Watched {
  sdk: Sdk;
  /** What the page has in its place. */
  proxy: Sdk;
  entry: PendingEntry;
  /** Members found: the JSON text of each name, joined by commas; likewise those that could not be wrapped. */
  members: string;
  unwatched: string;
}

let newest: Watched | undefined;

/** Whether an SDK is watched. */
export const hasFound = (): boolean => !!newest;

const has = (names: string, name: string): boolean => indexOf(names, `"${name}"`) >= 0;
const add = (names: string, name: string): string =>
  has(names, name) ? names : `${names}${names && ','}"${name}"`;

/** Wraps a member where it stands, `start` or up its prototype chain, and notes that it is there. */
const watchMember = (
  watched: Watched,
  name: string,
  start: object,
  key: string,
  onCall: OnCall,
): void => {
  safe(() => {
    const holder = holderOf(start, key);
    if (!holder) return;
    watched.members = add(watched.members, name);
    if (!safe(() => wrapMethod(holder, key, onCall)))
      watched.unwatched = add(watched.unwatched, name);
  });
};

const watchMethods = (watched: Watched, start: object): void => {
  for (let i = 0; i < methods.length; i++) {
    const name = methods[i] as string;
    watchMember(watched, name, start, name, (original, self, args) =>
      recordCall(name, original, self, args),
    );
  }
};

const watchEvents = (watched: Watched): void => {
  const emitterOf = (): unknown => ownValue(watched.sdk, 'events');
  if (isObject(emitterOf()))
    watchMember(watched, 'events', emitterOf() as object, 'emit', (original, self, args) =>
      // The prototype's `emit` may serve other emitters.
      self === emitterOf() ? recordEvent(original, self, args) : apply(original, self, args),
    );
};

/** The static method sees the class itself as `this`, not the Proxy, which has none of the class's private names. */
const watchRemoveToken = (watched: Watched): void => {
  const { sdk, proxy } = watched;
  watchMember(watched, 'removeToken', sdk, 'removeToken', (original, self, args) =>
    recordCall('removeToken', original, self === proxy ? sdk : self, args),
  );
};

/** Wraps what is not wrapped yet, and remembers what is known of the SDK when that is new. */
const scan = (watched: Watched, isNews = false): void => {
  const { sdk, entry } = watched;
  const prototype = ownValue(sdk, 'prototype');
  if (isObject(prototype)) watchMethods(watched, prototype);
  watchRemoveToken(watched);
  watchEvents(watched);
  const { detail } = entry;
  const known = `${detail.members}${detail.unwatched}`;
  detail.members = `[${watched.members}]`;
  detail.unwatched = `[${watched.unwatched}]`;
  if (!entry.seq) end(entry, 'ok');
  else if (isNews || known !== `${detail.members}${detail.unwatched}`) put(entry);
};

/** Looks again for members that were added after the SDK was found. */
export const scanAgain = (): void => {
  const watched = newest;
  if (watched) safe(() => scan(watched));
};

/** Watches an instance's own methods (G1, G2) and takes its configuration. */
const takeInstance = (watched: Watched, instance: unknown, entry: PendingEntry): void => {
  if (!isObject(instance)) return;
  watchMethods(watched, instance);
  const config = ownValue(instance, 'config');
  if (config) entry.detail.config = watched.entry.detail.config = toJson(config);
  if (ownValue(instance, pendingName) !== undefined) watched.entry.detail.hasPending = 'true';
  scan(watched, true);
};

/** The class that the page gets in the SDK's place: it behaves as the SDK does, and reports its instances. */
const proxyOf = (sdk: Sdk, take: (instance: unknown, entry: PendingEntry) => void): Sdk => {
  const handler = {
    __proto__: null,
    construct: (target: Sdk, args: unknown[], maker: unknown) =>
      recordCall(
        'constructor',
        () => construct(target, args, (maker === proxy ? target : maker) as never),
        undefined,
        args,
        take,
      ),
    get: (target: Sdk, key: PropertyKey, self: unknown) =>
      get(target, key, self === proxy ? target : self),
    set: (target: Sdk, key: PropertyKey, value: unknown, self: unknown) =>
      set(target, key, value, self === proxy ? target : self),
  };
  const proxy: Sdk = mark(new NativeProxy(sdk, handler as never));
  return proxy;
};

/**
 * Begins to watch an SDK: wraps its members in place and returns the class to put in its place; `undefined` for what is no SDK, is
 * watched already, or is the page's own class on top of one.
 */
export const watchSdk = (found: unknown, how: How, script: string): Sdk | undefined => {
  if (typeof found !== 'function' || climb(found, isMarked)) return undefined;
  const sdk = mark(found) as Sdk;
  const proxy = proxyOf(sdk, (instance, entry) => takeInstance(watched, instance, entry));
  addSdkScript(script);
  const entry = draft('sdk', 'AKPush');
  entry.detail.how = `"${how}"`;
  entry.detail.script = toJson(script || null);
  entry.detail.early = earlyReads();
  // Property names survive minification: the source tells whether the SDK has it before there is an instance.
  if (safe(() => indexOf(functionText(sdk), pendingName) >= 0)) entry.detail.hasPending = 'true';
  const watched: Watched = {
    sdk,
    proxy,
    entry,
    members: '',
    unwatched: '',
  };
  newest = watched;
  // An instance's `constructor` is the class that the page knows: where that can't be changed (frozen), the page keeps the class.
  const prototype = ownValue(sdk, 'prototype');
  const isReplaceable =
    !isObject(prototype) ||
    ownValue(prototype, 'constructor') !== sdk ||
    defineProperty(prototype, 'constructor', { value: proxy });
  if (!isReplaceable) cannotReplace();
  scan(watched);
  return isReplaceable ? proxy : sdk;
};

/** Notes that the class itself could not be replaced: `new AKPush` goes unseen. */
export const cannotReplace = (): void => {
  if (newest) newest.unwatched = add(newest.unwatched, 'constructor');
};

/** Watches the instances that were made before their SDK was found, where the page keeps them in global variables. */
export const adoptInstances = (): void => {
  const watched = newest;
  if (!watched) return;
  const keys = ownKeys(window);
  for (let i = 0; i < keys.length && i < 5000; i++)
    safe(() => {
      const value = ownValue(window, keys[i] as string);
      if (typeof value === 'object' && value && inherits(value, watched.sdk.prototype))
        takeInstance(watched, value, watched.entry);
    });
};
