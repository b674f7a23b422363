// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPromise } from '../../../entrypoints/hook/watch-promise';

/** Rejections that Node reports as unhandled, as a browser would. */
let unhandled: unknown[];
const note = (reason: unknown) => {
  unhandled.push(reason);
};
const others = process.listeners('unhandledRejection');

beforeEach(() => {
  unhandled = [];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of others) process.on('unhandledRejection', listener);
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

const watch = (value: unknown) => {
  const onValue = vi.fn();
  const onError = vi.fn();
  return { isWatched: watchPromise(value, onValue, onError), onValue, onError };
};

test('tells the value, and leaves the promise as it was', async () => {
  const promise = Promise.resolve({ status: 'ok' });
  const { isWatched, onValue } = watch(promise);
  expect(isWatched).toBe(true);
  expect(promise.constructor).toBe(Promise);
  await promise;
  await turn();
  expect(onValue).toHaveBeenCalledExactlyOnceWith({ status: 'ok' });
  expect(Reflect.ownKeys(promise)).toEqual([]);
});

test('a rejection that nobody reads is still reported, once, with its reason', async () => {
  const reason = new Error('forgotten');
  const { onError } = watch(Promise.reject(reason));
  await turn();
  expect(onError).toHaveBeenCalledExactlyOnceWith(reason);
  expect(unhandled).toEqual([reason]);
});

describe('a rejection that the page reads is not reported', () => {
  test.each([
    ['catch', (promise: Promise<never>) => promise.catch(() => {})],
    ['then', (promise: Promise<never>) => promise.then(undefined, () => {})],
    [
      'await',
      async (promise: Promise<never>) => {
        try {
          await promise;
        } catch {}
      },
    ],
    ['Promise.all', (promise: Promise<never>) => Promise.all([promise]).catch(() => {})],
    ['Promise.resolve', (promise: Promise<never>) => Promise.resolve(promise).catch(() => {})],
    ['an async function', (promise: Promise<never>) => (async () => promise)().catch(() => {})],
    [
      'later in the same turn',
      async (promise: Promise<never>) => {
        await null;
        await null;
        await promise.catch(() => {});
      },
    ],
  ])('by %s', async (_how, read) => {
    const promise = Promise.reject(new Error('read'));
    const { onError } = watch(promise);
    await read(promise);
    await turn();
    expect(onError).toHaveBeenCalledOnce();
    expect(unhandled).toEqual([]);
  });
});

test('the same promise can be watched twice', async () => {
  const promise = Promise.resolve(1);
  const first = watch(promise);
  const second = watch(promise);
  await turn();
  expect(first.onValue).toHaveBeenCalledOnce();
  expect(second.onValue).toHaveBeenCalledOnce();
});

test('a polyfill’s thenable is asked by its own then', async () => {
  const then = (use: (value: string) => void) => use('polyfilled');
  const thenable = Object.defineProperty({}, 'then', { value: then });
  expect(watch(thenable).onValue).toHaveBeenCalledExactlyOnceWith('polyfilled');
});

test.each([
  undefined,
  null,
  1,
  'text',
  {},
  () => {},
  Object.create(Promise.prototype),
  Object.freeze(Promise.resolve()),
])('%o is nothing to wait for', (value) => {
  expect(watch(value).isWatched).toBe(false);
});

test('a getter named then is not called', () => {
  const getter = vi.fn();
  expect(watch(Object.defineProperty({}, 'then', { get: getter })).isWatched).toBe(false);
  expect(getter).not.toHaveBeenCalled();
});
