import { expect, test, vi } from 'vitest';
import { cdpOfPage } from '../../../cli/cdp-of-page';
import { cdpOverBidi } from '../../../cli/cdp-over-bidi';
import { keepCdp } from '../../../cli/runners/kept-cdp';

const heard = 'ServiceWorker.workerRegistrationUpdated';

/** A connection that notes what is sent. */
const makeConnection = () => {
  const sent: [string, object][] = [];
  const listeners: [string, (params: unknown) => void][] = [];
  return {
    sent,
    listeners,
    send: (async (method: string, params: object) => {
      sent.push([method, params]);
      if (method === 'goog:cdp.getSession') return { session: 's1' };
      return method === 'session.subscribe' ? { subscription: 'sub1' } : {};
    }) as never,
    on: (event: string, hear: (params: unknown) => void) => void listeners.push([event, hear]),
    say(params: object) {
      for (const [, hear] of listeners) hear(params);
    },
  };
};

test('many pushes listen once at the connection, and what is over hears nothing', async () => {
  const connection = makeConnection();
  const kept = keepCdp(() => cdpOverBidi(connection, 'tab'));
  const all: unknown[][] = [];
  for (let push = 0; push < 3; push += 1) {
    const mine: unknown[] = [];
    all.push(mine);
    const cdp = await kept.cdp();
    const stop = await cdp.on(heard, (params) => mine.push(params));
    connection.say({ session: 's1', params: push });
    connection.say({ session: 'another', params: 'not mine' });
    stop();
  }
  expect(all).toEqual([[0], [1], [2]]);
  expect(connection.listeners).toHaveLength(1);
  await kept.close();
  expect(connection.sent).toEqual([
    ['goog:cdp.getSession', { context: 'tab' }],
    ['session.subscribe', { events: [`goog:cdp.${heard}`] }],
    ['session.unsubscribe', { subscriptions: ['sub1'] }],
  ]);
});

test('a session of puppeteer is made once, and ended with the page’s watching', async () => {
  const connection = makeConnection();
  const session = { on: vi.fn(), off: vi.fn(), send: vi.fn(), detach: vi.fn(async () => {}) };
  const createCDPSession = vi.fn(async () => session as never);
  const kept = keepCdp(() => cdpOfPage({ createCDPSession }, connection));
  for (let push = 0; push < 3; push += 1) (await (await kept.cdp()).on(heard, () => {}))();
  expect([session.on.mock.calls.length, session.off.mock.calls.length]).toEqual([3, 3]);
  await kept.close();
  expect(createCDPSession).toHaveBeenCalledOnce();
  expect(session.detach).toHaveBeenCalledOnce();
  expect(connection.sent.map(([method]) => method)).toEqual([
    'session.subscribe',
    'session.unsubscribe',
  ]);
});

test('one that could not be opened is tried anew; one that never was has nothing to close', async () => {
  const open = vi.fn().mockRejectedValueOnce(new Error('Firefox')).mockResolvedValue('cdp');
  const kept = keepCdp(open);
  await kept.close();
  await expect(kept.cdp()).rejects.toThrow('Firefox');
  expect(await kept.cdp()).toBe('cdp');
});
