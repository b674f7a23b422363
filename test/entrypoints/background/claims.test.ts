import { describe, expect, it, vi } from 'vitest';
import {
  claim,
  isClaimed,
  isTaken,
  scriptKey,
  siteKey,
  targetKey,
  whenFree,
  withoutOwn,
} from '../../../entrypoints/background/claims';
import type { WorkerSignal } from '../../../lib/protocol/live-signal';

describe('a claim', () => {
  it('is held until the last one is given up, each once', async () => {
    const [first, second] = [claim('worker'), claim('worker')];
    const free = vi.fn();
    const waited = whenFree('worker').then(free);
    first();
    first();
    await Promise.resolve();
    expect(isClaimed('worker')).toBe(true);
    expect(free).not.toHaveBeenCalled();
    second();
    await waited;
    expect(isClaimed('worker')).toBe(false);
  });

  it('that is given up late takes nothing from a later one', () => {
    const first = claim('worker');
    first();
    const second = claim('worker');
    first();
    expect(isClaimed('worker')).toBe(true);
    second();
  });

  it('of one who leaves is none that stays, and is waited for all the same', async () => {
    let isLeaving = false;
    const release = claim('site', () => isLeaving);
    expect(isTaken('site')).toBe(true);
    isLeaving = true;
    expect([isTaken('site'), isClaimed('site')]).toEqual([false, true]);
    release();
    await whenFree('site');
  });

  it('is of one thing: a target, a script or a site of a container', () => {
    const script = 'https://shop.test/sw.js';
    const boxes = [{}, { incognito: true }, { cookieStoreId: 'firefox-container-1' }];
    const keys = [
      targetKey(script),
      ...boxes.flatMap((box) => [scriptKey(script, box), siteKey(script, box)]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what a push of the panel’s brings about', () => {
  const request = (id: string, more: object = {}): WorkerSignal => ({
    what: 'request',
    id,
    request: { url: 'u', method: 'GET', headers: {}, postData: null, begun: 1, ...more },
  });

  it('is left out, with its requests to their end; what was begun before it is not', () => {
    let isAtWork = false;
    const seen: WorkerSignal[] = [];
    const take = withoutOwn(
      () => isAtWork,
      (signal) => seen.push(signal),
    );
    take(request('before'));
    isAtWork = true;
    take({ what: 'stopped', at: 1 });
    take(request('its own'));
    take(request('before', { status: 200, ended: 2 }));
    isAtWork = false;
    take(request('its own', { status: 200, ended: 3 }));
    take({ what: 'stopped', at: 4 });
    expect(seen).toEqual([
      request('before'),
      request('before', { status: 200, ended: 2 }),
      { what: 'stopped', at: 4 },
    ]);
  });

  it('is not remembered for ever where nobody hears of its end', () => {
    let isAtWork = true;
    const seen = vi.fn();
    const take = withoutOwn(() => isAtWork, seen);
    for (let count = 0; count <= 1_000; count++) take(request(`${count}`));
    isAtWork = false;
    const end = { status: 200, ended: 3 };
    take(request('0', end));
    take(request('1000', end));
    expect(seen).toHaveBeenCalledExactlyOnceWith(request('0', end));
  });
});
