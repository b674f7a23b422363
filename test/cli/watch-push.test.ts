import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PushWatch, type WatchedTarget, watchPush } from '../../cli/scenarios/watch-push';
import type { RealmSignal } from '../../lib/injected/realm-signal';

const worker = { script: 'https://shop.example/sw.js', scope: 'https://shop.example/' };
const ack = 'https://altcraft.example/ack';
const payload = JSON.stringify({
  notification: { title: 'Sale' },
  data: { hub_link: JSON.stringify({ ack }) },
});

/** A worker that is watched: tests say what it does. */
const makeWorker = async () => {
  let hear: Parameters<WatchedTarget['listen']>[0] = () => {};
  let binding = '';
  const sent: string[] = [];
  const target: WatchedTarget = {
    async send<T>(method: string, params: object = {}): Promise<T> {
      sent.push(method);
      if (method === 'Runtime.addBinding') ({ name: binding } = params as { name: string });
      const answers: Record<string, object> = {
        'Runtime.evaluate': { result: { objectId: '7' } },
        'Network.getResponseBody': { body: 'ok', base64Encoded: false },
      };
      return (answers[method] ?? {}) as T;
    },
    listen: (onEvent) => {
      hear = onEvent;
    },
  };
  const watch: PushWatch = await watchPush(target, worker, 5_000);
  return {
    watch,
    sent,
    hear: (method: string, params: object) => hear(method, params),
    tell: (signal: RealmSignal) =>
      hear('Runtime.bindingCalled', { name: binding, payload: JSON.stringify(signal) }),
  };
};

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

test('what a worker does with a push: its handler, what it shows, and its report', async () => {
  const { watch, hear, tell, sent } = await makeWorker();
  tell({ what: 'event', event: 1, type: 'push', at: 1_000, data: payload });
  tell({ what: 'step', step: 1, name: 'showNotification', at: 1_010, data: { title: 'Sale' } });
  tell({ what: 'stepEnd', step: 1, took: 5 });
  hear('Network.requestWillBeSent', {
    ...{ requestId: 'r', wallTime: 1.02, timestamp: 1 },
    request: { url: ack, method: 'GET', headers: {} },
  });
  tell({ what: 'end', event: 1, at: 1_030, before: [], notifications: [] });
  let steps: Awaited<ReturnType<PushWatch['steps']>> | undefined;
  void watch.steps().then((all) => {
    steps = all;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  // The report is on its way.
  expect(steps).toBeUndefined();
  hear('Network.responseReceived', { requestId: 'r', response: { status: 200, headers: {} } });
  hear('Network.loadingFinished', { requestId: 'r', timestamp: 1.1 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(steps?.map(({ kind, name, status }) => [kind, name, status])).toEqual([
    ['worker-step', 'handler', 'ok'],
    ['worker-step', 'showNotification', 'ok'],
    ['request', 'ack', 'ok'],
    ['worker-step', 'notifications', 'ok'],
  ]);
  await watch.stop();
  expect(sent.at(-1)).toBe('Runtime.callFunctionOn');
});

test('a worker that gets no push, or does not end, is not waited for any longer', async () => {
  const silent = await makeWorker();
  const nothing = silent.watch.steps();
  await vi.advanceTimersByTimeAsync(5_100);
  expect(await nothing).toEqual([]);

  const slow = await makeWorker();
  slow.tell({ what: 'event', event: 1, type: 'push', at: Date.now(), data: payload });
  slow.tell({ what: 'wait', event: 1, wait: 0, at: Date.now(), status: 'pending' });
  const pending = slow.watch.steps();
  await vi.advanceTimersByTimeAsync(5_100);
  expect((await pending).map(({ name, status }) => [name, status])).toEqual([
    ['handler', 'ok'],
    ['waitUntil', 'pending'],
  ]);
});

test('what others say by a function of that name is not heard', async () => {
  const { watch, hear } = await makeWorker();
  const signal = { what: 'event', event: 1, type: 'push', at: 1_000, data: '' };
  hear('Runtime.bindingCalled', { name: 'another', payload: JSON.stringify(signal) });
  const steps = watch.steps();
  await vi.advanceTimersByTimeAsync(5_100);
  expect(await steps).toEqual([]);
});

test('a request that a server sends on is the one that the worker has made', async () => {
  const { watch, hear, tell } = await makeWorker();
  tell({ what: 'event', event: 1, type: 'push', at: 1_000, data: payload });
  const sent = (url: string, more: object = {}) =>
    hear('Network.requestWillBeSent', {
      ...{ requestId: 'r', wallTime: 1.02, timestamp: 1, ...more },
      request: { url, method: 'GET', headers: {} },
    });
  sent(ack);
  sent('https://altcraft.example/login', { redirectResponse: { status: 302 } });
  hear('Network.responseReceived', { requestId: 'r', response: { status: 200, headers: {} } });
  hear('Network.loadingFinished', { requestId: 'r', timestamp: 1.1 });
  tell({ what: 'end', event: 1, at: 1_030, before: [], notifications: [] });
  const steps = watch.steps();
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await steps).filter(({ kind }) => kind === 'request')).toMatchObject([
    { name: 'ack', detail: { url: ack, httpStatus: 200 } },
  ]);
});
