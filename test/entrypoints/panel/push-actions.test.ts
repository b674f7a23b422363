import { expect, test } from 'vitest';
import { type PushWays, pushActions } from '../../../entrypoints/panel/push-actions';
import type { MadeOf } from '../../../lib/model/entry';
import type { Delivered } from '../../../lib/protocol/delivery';
import type { PushRequest } from '../../../lib/push/push-request';
import type { SessionChange } from '../../../lib/session/session-change';

const worker = { scriptURL: 'https://shop.example/worker.js', scope: 'https://shop.example/' };
const request: PushRequest = {
  way: 'worker',
  mode: 'pull',
  worker,
  text: null,
  isReplaced: false,
  isDry: false,
  subscription: null,
  ttl: 60,
  urgency: '',
  topic: '',
  vapid: null,
  firebase: null,
};

/** What the session is told of a push in the end. */
const recorded = async (
  change: Partial<PushRequest>,
  deliver: () => Promise<Delivered> = async () => ({ signals: [], steps: [] }),
): Promise<MadeOf<'push'>> => {
  const changes: SessionChange[] = [];
  const ways: PushWays = {
    canEnter: true,
    address: { tab: 1, frame: 0 },
    change: (each) => changes.push(each),
    deliver,
    runJob: async () => null,
    actOnWorker: async () => 'ok',
  };
  await pushActions(ways).send({ ...request, ...change });
  const last = changes.at(-1);
  if (last?.type !== 'push') throw new Error('Nothing was recorded.');
  return last.push.push;
};

// What is said of these in words is in somebody's language.
test.each<[string, Partial<PushRequest>]>([
  ['NoWorker', { worker: null }],
  ['NoSubscription', { way: 'real' }],
  ['NoFcmToken', { way: 'firebase' }],
  ['NothingToShow', { way: 'notification', mode: 'firebase' }],
])('why a push was not sent is a name: %s', async (name, change) => {
  const { status, detail } = await recorded(change);
  expect(status).toBe('failed');
  expect(detail.error).toEqual({ name, message: '' });
});

test('what the background says in words is a name, and what others say stays', async () => {
  const failing = async (name: string) => {
    const error = Object.assign(new Error('Words'), { name });
    return (await recorded({}, () => Promise.reject(error))).detail.error;
  };
  expect(await failing('DebuggerElsewhere')).toEqual({ name: 'DebuggerElsewhere', message: '' });
  expect(await failing('TypeError')).toEqual({ name: 'TypeError', message: 'Words' });
});

test('how it was sent is flags', async () => {
  const { detail } = await recorded({ isDry: true, isReplaced: true });
  expect(detail).toMatchObject({ isDry: true, isReplaced: true });
  expect(detail).not.toHaveProperty('data');
});

test('a notification that was shown without its icon was shown; a click that may open nothing was made', async () => {
  const step = (name: 'showNotification' | 'openWindow' | 'handler', status: 'ok' | 'failed') => ({
    kind: 'worker-step' as const,
    name,
    status,
    time: 1,
    detail: {},
  });
  const icon = {
    kind: 'request' as const,
    name: 'tea.png',
    status: 'failed' as const,
    time: 1,
    detail: {
      method: 'GET',
      url: 'https://shop.example/tea.png',
      headers: [],
      body: null,
      httpStatus: 404,
    },
  };
  const statusOf = async (steps: Delivered['steps']) =>
    (await recorded({}, async () => ({ signals: [], steps }))).status;
  expect(await statusOf([step('showNotification', 'ok'), icon])).toBe('ok');
  expect(await statusOf([icon])).toBe('failed');
  expect(await statusOf([step('showNotification', 'ok'), step('handler', 'failed')])).toBe(
    'failed',
  );
});
