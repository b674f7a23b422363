import { expect, test } from 'vitest';
import type { CdpSession } from '../../cli/deliver-push';
import { nestedWorker } from '../../cli/runners/nested-worker';
import { workerTargets } from '../../cli/worker-targets';

const script = 'https://shop.example/sw.js';
const attached = (sessionId: string, url = script, type = 'service_worker') => ({
  sessionId,
  targetInfo: { type, url },
});

/** A connection by WebDriver BiDi to a browser whose tab has the session `tab`. */
const makeConnection = () => {
  const sent: [method: string, params: object][] = [];
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  const driver = {
    async send<Result>(method: string, params: object): Promise<Result> {
      sent.push([method, params]);
      if (method === 'goog:cdp.getSession') return { session: 'tab' } as Result;
      if (method === 'session.subscribe') return { subscription: String(sent.length) } as Result;
      return { result: { said: params } } as Result;
    },
    on: (event: string, hear: (params: unknown) => void): void =>
      void listeners.set(event, [...(listeners.get(event) ?? []), hear]),
  };
  const say = (event: string, params: object, session: string): void => {
    for (const hear of listeners.get(`goog:cdp.${event}`) ?? []) hear({ params, session });
  };
  return { driver, sent, say };
};

test('a worker of the tab is spoken to in its own session, and heard there', async () => {
  const { driver, say } = makeConnection();
  const workers = await workerTargets(driver, 'context');
  say('Target.attachedToTarget', attached('w1'), 'another tab');
  say('Target.attachedToTarget', attached('w2', script, 'worker'), 'tab');
  expect(await workers.open(script)).toBeUndefined();
  // Started anew: the last one runs.
  say('Target.attachedToTarget', attached('w3'), 'tab');
  say('Target.attachedToTarget', attached('w4'), 'tab');
  const target = await workers.open(script);
  const heard: unknown[] = [];
  target?.listen((...all) => heard.push(all));
  say('Network.loadingFinished', { requestId: 'a' }, 'w3');
  say('Network.loadingFinished', { requestId: 'b' }, 'w4');
  expect(heard).toEqual([['Network.loadingFinished', { requestId: 'b' }]]);
  expect(await target?.send('Runtime.enable')).toEqual({
    said: { method: 'Runtime.enable', params: {}, session: 'w4' },
  });
  await target?.close();
  say('Network.loadingFinished', { requestId: 'c' }, 'w4');
  expect(heard).toHaveLength(1);
  say('Target.detachedFromTarget', { sessionId: 'w4' }, 'tab');
  say('Target.detachedFromTarget', { sessionId: 'w3' }, 'tab');
  expect(await workers.open(script)).toBeUndefined();
});

test('what was asked to be told is told no more when it is over', async () => {
  const { driver, sent, say } = makeConnection();
  const workers = await workerTargets(driver, 'context');
  say('Target.attachedToTarget', attached('w1'), 'tab');
  await (await workers.open(script))?.close();
  await workers.close();
  const asked = sent.filter(([method]) => method === 'session.subscribe').length;
  const dropped = sent.flatMap(([method, params]) =>
    method === 'session.unsubscribe' ? (params as { subscriptions: string[] }).subscriptions : [],
  );
  expect(dropped).toHaveLength(asked);
});

/** A session with a page alone, which has one worker. */
const makePageSession = () => {
  const listeners = new Map<string, Set<(params: unknown) => void>>();
  const sent: string[] = [];
  const say = (event: string, params: object): void => {
    for (const hear of listeners.get(event) ?? []) hear(params);
  };
  const answer = (message: object): void =>
    say('Target.receivedMessageFromTarget', {
      sessionId: 'w1',
      message: JSON.stringify(message),
    });
  const cdp: CdpSession = {
    async send(method, params) {
      sent.push(`${method} ${JSON.stringify(params)}`);
      const { autoAttach, message } = params as { autoAttach?: boolean; message?: string };
      if (autoAttach) say('Target.attachedToTarget', attached('w1'));
      if (message === undefined) return;
      const { id, method: asked } = JSON.parse(message);
      if (asked === 'No.such') answer({ id, error: { message: 'unknown' } });
      else answer({ id, result: { asked } });
    },
    async on(event, hear) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(hear));
      return () => void all.delete(hear);
    },
  };
  return { cdp, sent, answer };
};

test('a worker through its page’s session: answers and events are its own', async () => {
  const { cdp, sent, answer } = makePageSession();
  expect(await nestedWorker(cdp, 'https://shop.example/other.js')).toBeUndefined();
  const target = await nestedWorker(cdp, script);
  expect(await target?.send('Network.enable')).toEqual({ asked: 'Network.enable' });
  await expect(target?.send('No.such')).rejects.toThrow('unknown');
  const heard: unknown[] = [];
  target?.listen((...all) => heard.push(all));
  answer({ method: 'Network.loadingFinished', params: { requestId: 'a' } });
  expect(heard).toEqual([['Network.loadingFinished', { requestId: 'a' }]]);
  await target?.close();
  answer({ method: 'Network.loadingFinished', params: { requestId: 'b' } });
  expect(heard).toHaveLength(1);
  expect(sent.at(-1)).toContain('"autoAttach":false');
});
