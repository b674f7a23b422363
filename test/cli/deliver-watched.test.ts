import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CdpSession } from '../../cli/deliver-push';
import { deliverWatched } from '../../cli/scenarios/deliver-watched';
import type { WorkerTarget } from '../../cli/worker-targets';

const worker = { script: 'https://shop.example/sw.js', scope: 'https://shop.example/' };
const sale = { title: 'Sale', body: '', tag: '', data: null };

/** A browser whose worker shows something for each push. */
const makeBrowser = () => {
  const shown: (typeof sale)[] = [];
  let hear: (params: unknown) => void = () => {};
  const cdp: CdpSession = {
    async send(method) {
      const registration = { registrationId: '7', scopeURL: worker.scope, isDeleted: false };
      if (method === 'ServiceWorker.enable') hear({ registrations: [registration] });
      if (method === 'ServiceWorker.deliverPushMessage') shown.push(sale);
    },
    async on(_event, listener) {
      hear = listener;
      return () => {};
    },
  };
  return { cdp, read: async () => [...shown], longest: 5_000 };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['that is not there', async () => undefined],
  ['that cannot be reached', () => Promise.reject(new Error('no such session'))],
])('a worker %s is judged by what is shown', async (_, openWorker) => {
  const told = deliverWatched({ ...makeBrowser(), openWorker }, worker, '');
  await vi.advanceTimersByTimeAsync(5_500);
  const { steps, isWatched } = await told;
  expect(isWatched).toBe(false);
  expect(steps.map(({ name }) => name)).toEqual(['showNotification', 'notifications']);
});

test('one that lets nothing in gets the push all the same, and is left', async () => {
  const close = vi.fn(async () => {});
  const target: WorkerTarget = {
    send: () => Promise.reject(new Error('It is held.')),
    listen: () => {},
    close,
  };
  const told = deliverWatched({ ...makeBrowser(), openWorker: async () => target }, worker, '');
  await vi.advanceTimersByTimeAsync(5_500);
  const { steps, isWatched } = await told;
  expect(isWatched).toBe(false);
  expect(steps.map(({ name }) => name)).toContain('showNotification');
  expect(close).toHaveBeenCalledOnce();
});
