import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clickShown } from '../../cli/scenarios/click-shown';
import type { WorkerTarget } from '../../cli/worker-targets';
import type { MadeStep } from '../../lib/model/entry';
import type { SessionChange } from '../../lib/session/session-change';

const worker = { script: 'https://shop.example/sw.js', scope: 'https://shop.example/' };
const shown: MadeStep = {
  kind: 'worker-step',
  name: 'showNotification',
  status: 'ok',
  time: 1_000,
  detail: { data: { title: 'Sale', options: { body: 'Tea', tag: 't' } } },
};

/** A worker that handles what is dispatched there, or says why that could not be. */
const makeTarget = (problem: string | null) => {
  let hear: Parameters<WorkerTarget['listen']>[0] = () => {};
  let binding = '';
  const dispatched: unknown[] = [];
  const close = vi.fn(async () => {});
  const tell = (signal: object): void =>
    hear('Runtime.bindingCalled', { name: binding, payload: JSON.stringify(signal) });
  const target: WorkerTarget = {
    close,
    listen: (onEvent) => {
      hear = onEvent;
    },
    async send<T>(method: string, params: object = {}): Promise<T> {
      if (method === 'Runtime.addBinding') ({ name: binding } = params as { name: string });
      if (method === 'Runtime.evaluate') return { result: { objectId: '7' } } as T;
      if (method !== 'Runtime.callFunctionOn') return {} as T;
      const { arguments: given } = params as { arguments: { value: unknown }[] };
      if (given.length === 0) return { result: {} } as T;
      dispatched.push(given[0]?.value);
      if (problem !== null) return { result: { value: problem } } as T;
      const at = Date.now();
      tell({ what: 'event', event: 1, type: 'notificationclick', at, data: {}, isSent: true });
      tell({ what: 'end', event: 1, at, before: [], notifications: [] });
      return { result: { value: null } } as T;
    },
  };
  return { target, dispatched, close };
};

const run = (target: WorkerTarget | undefined, steps: readonly MadeStep[]) => {
  const changes: SessionChange[] = [];
  const tools = { openWorker: async () => target, longest: 5_000 };
  const clicked = clickShown(tools, (change) => void changes.push(change), worker, steps);
  return { clicked, changes };
};

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

test('the notification that was shown last is clicked, and the session has it', async () => {
  const { target, dispatched, close } = makeTarget(null);
  const { clicked, changes } = run(target, [{ ...shown, detail: {} }, shown]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await clicked).toBe(true);
  expect(dispatched).toEqual([
    { type: 'notificationclick', title: 'Sale', body: 'Tea', tag: 't', action: '' },
  ]);
  expect(changes.at(-1)).toMatchObject({
    type: 'push',
    push: { push: { name: 'notificationclick', status: 'ok' }, steps: [{ name: 'handler' }, {}] },
  });
  expect(close).toHaveBeenCalledOnce();
});

test('where nothing was shown nothing is clicked', async () => {
  const { target, dispatched } = makeTarget(null);
  const { clicked, changes } = run(target, [{ ...shown, status: 'failed' }]);
  expect(await clicked).toBe(false);
  expect([dispatched, changes]).toEqual([[], []]);
});

test('a worker that cannot be looked into, and a notification that has gone, are said', async () => {
  await expect(run(undefined, [shown]).clicked).rejects.toMatchObject({
    said: { key: 'checkNotClicked' },
  });
  const { target, close } = makeTarget('The notification is not shown any more.');
  const { clicked, changes } = run(target, [shown]);
  await expect(clicked).rejects.toThrow('The notification is not shown any more.');
  expect(changes.at(-1)).toMatchObject({ type: 'push', push: { push: { status: 'failed' } } });
  expect(close).toHaveBeenCalledOnce();
});
