import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachWorker } from '../../../entrypoints/background/attach-worker';
import { isClaimed, targetKey } from '../../../entrypoints/background/claims';
import { createFakeEvent } from '../../support/fake-event';

const scriptURL = 'https://shop.test/service-worker.js?browser=Chrome';
const scope = 'https://shop.test/';
const address = { tab: 7, frame: 0 };
const attach = () => attachWorker(address, { scriptURL, scope });

type Source = { targetId: string };

/** Chromium's debugger with one worker that runs; a command that is not about its scope is never answered. */
const createApi = () => {
  const attached = new Set<string>();
  const onEvent = createFakeEvent<[Source, string, unknown]>();
  const onDetach = createFakeEvent<[Source, string]>();
  return {
    attached,
    onEvent,
    onDetach,
    problem: undefined as string | undefined,
    getTargets: async () => [{ id: 'one', type: 'worker', url: scriptURL }],
    async attach({ targetId }: Source) {
      if (this.problem) throw new Error(this.problem);
      if (attached.has(targetId)) throw new Error('Another debugger is already attached.');
      attached.add(targetId);
    },
    async detach({ targetId }: Source) {
      attached.delete(targetId);
    },
    sendCommand(_source: Source, method: string): Promise<unknown> {
      if (method === 'Inspector.enable') return Promise.resolve({});
      return method === 'Runtime.evaluate'
        ? Promise.resolve({ result: { value: `${scope} true` } })
        : new Promise(() => {});
    },
  };
};
let api: ReturnType<typeof createApi>;

beforeEach(() => {
  api = createApi();
  Object.assign(globalThis, { chrome: { debugger: api } });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'chrome');
  vi.useRealTimers();
});

describe('a command that is under way', () => {
  it.each([
    [
      'the user ends the debugging',
      'WatchEnded',
      () => api.onDetach.fire({ targetId: 'one' }, 'canceled_by_user'),
    ],
    [
      'the target closes',
      'WorkerStopped',
      () => api.onDetach.fire({ targetId: 'one' }, 'target_closed'),
    ],
    [
      'the worker is stopped',
      'WorkerStopped',
      () => api.onEvent.fire({ targetId: 'one' }, 'Inspector.targetCrashed', {}),
    ],
  ])('ends when %s', async (_what, name, happen) => {
    const { session, detach } = await attach();
    const sent = session.send('Network.enable');
    happen();
    await expect(sent).rejects.toMatchObject({ name });
    // So does every later one.
    await expect(session.send('Runtime.enable')).rejects.toMatchObject({ name });
    await detach();
    expect(isClaimed(targetKey('one'))).toBe(false);
  });

  it('goes on when another worker is stopped', async () => {
    const { session, detach } = await attach();
    const sent = session.send('Network.enable');
    const ended = vi.fn();
    sent.catch(ended);
    api.onEvent.fire({ targetId: 'two' }, 'Inspector.targetCrashed', {});
    api.onDetach.fire({ targetId: 'two' }, 'target_closed');
    await new Promise((resolve) => setTimeout(resolve));
    expect(ended).not.toHaveBeenCalled();
    await detach();
  });

  it('ends by itself when there is no answer', async () => {
    const { session, detach } = await attach();
    vi.useFakeTimers();
    const sent = expect(session.send('Network.enable', {}, 1_000)).rejects.toThrow(
      'Network.enable',
    );
    await vi.advanceTimersByTimeAsync(1_000);
    await sent;
    vi.useRealTimers();
    await detach();
  });
});

describe('one at a time', () => {
  it('the second waits for the first', async () => {
    const first = await attach();
    const order: string[] = [];
    const second = attach().then((target) => {
      order.push('second');
      return target;
    });
    await new Promise((resolve) => setTimeout(resolve));
    order.push('first ends');
    await first.detach();
    await (await second).detach();
    expect(order).toEqual(['first ends', 'second']);
  });

  it('a refused one keeps nobody out', async () => {
    api.problem = 'Another debugger is already attached.';
    await expect(attach()).rejects.toThrow('already attached');
    expect(isClaimed(targetKey('one'))).toBe(false);
    api.problem = undefined;
    await (await attach()).detach();
    expect(api.attached.size).toBe(0);
  });

  it('nothing listens afterwards', async () => {
    const { session, detach } = await attach();
    session.on('Runtime.bindingCalled', () => {});
    await detach();
    expect(api.onEvent.fire({ targetId: 'one' }, 'x', {})).toEqual([]);
    expect(api.onDetach.fire({ targetId: 'one' }, 'x')).toEqual([]);
  });
});
