import type { Entry, MadeOf, MadeStep, NameOf } from '../../lib/model/entry';
import type { ScriptReport } from '../../lib/model/script-report';
import type { PushNote } from '../../lib/session/session-change';
import { healthyEntries, type SceneParts } from './make-input';
import { makeEntry } from './make-session';
import { endpoint, makeRegistration, makeState, makeSubscription, prefix } from './make-state';

/** What the server answers for the script of the SDK's worker. */
export const workerReport: ScriptReport = {
  url: 'https://shop.example/service-worker.js?browser=Firefox',
  httpStatus: 200,
  redirectedTo: null,
  mime: 'text/javascript',
  allowed: null,
  cacheControl: null,
  size: 900,
  imports: [],
  hasPushHandler: true,
};

/** A step of a push. */
export const step = (
  name: NameOf<'worker-step'>,
  change: Partial<MadeOf<'worker-step'>> = {},
): MadeOf<'worker-step'> => ({
  kind: 'worker-step',
  name,
  status: 'ok',
  time: 2,
  detail: {},
  ...change,
});

/** A push with its steps. */
export const push = (
  steps: readonly MadeStep[],
  change: Partial<MadeOf<'push'>> = {},
): PushNote => ({
  ref: '1',
  push: {
    kind: 'push',
    name: 'push',
    status: 'ok',
    time: 1,
    detail: { way: 'worker', payload: '{}' },
    ...change,
  },
  steps,
});

/** A request of the worker's. */
export const request = (
  name: string,
  detail: Partial<MadeOf<'request'>['detail']> = { httpStatus: 200, response: {} },
  status: MadeOf<'request'>['status'] = 'ok',
): MadeOf<'request'> => ({
  kind: 'request',
  name,
  status,
  time: 2,
  detail: { method: 'GET', url: '', headers: [], body: null, ...detail },
});

/** A push that went through the push service and was shown. */
export const shownPush = push(
  [
    step('push-service', { detail: { result: { status: 201 } } }),
    step('woken'),
    step('handler'),
    step('showNotification'),
    step('waitUntil'),
  ],
  { detail: { way: 'real', payload: null } },
);

/** The same, with the report of its delivery. */
export const ackedPush = push([...shownPush.steps, request('ack')], shownPush.push);

/** A click on a notification that opened a page. */
export const clickedPush = push([step('handler'), step('openWindow')], {
  name: 'notificationclick',
});

const call = (id: number, name: string, detail: object = {}): Entry =>
  makeEntry('call', { id, name, time: id * 100, duration: 50, detail: { args: [], ...detail } });

const told = (id: number, name: string, cause: number, token = endpoint): Entry =>
  makeEntry('request', {
    id,
    name,
    call: cause,
    time: id * 100,
    duration: 10,
    detail: { httpStatus: 200, response: { error: 0 }, body: JSON.stringify({ endpoint: token }) },
  });

/** What was recorded of a page on which everything was called, and worked. */
export const workingEntries = (config: object = {}, token = endpoint): Entry[] => [
  ...healthyEntries(config),
  makeEntry('worker', {
    id: 3,
    name: 'register',
    detail: {
      script: '/service-worker.js?browser=Firefox',
      scope: 'https://shop.example/',
    },
  }),
  call(10, 'removeToken', { result: { result: 'success' } }),
  call(20, 'initSubscription'),
  makeEntry('permission', {
    id: 21,
    name: 'requestPermission',
    call: 20,
    time: 2_000,
    duration: 9,
    detail: { before: 'default', answer: 'granted', gesture: true },
  }),
  makeEntry('subscription', {
    id: 22,
    name: 'subscribe',
    call: 20,
    time: 2_010,
    duration: 9,
    detail: { scope: 'https://shop.example/', result: { endpoint } },
  }),
  told(23, 'save', 20, token),
  call(30, 'updateSubscription'),
  told(31, 'update', 30, token),
];

/** A session in which all that a push needs was seen, and worked. */
export const everythingSeen = (mode: 'pull' | 'firebase' = 'pull'): SceneParts => {
  if (mode === 'pull')
    return { entries: workingEntries(), reports: [workerReport], pushes: [shownPush] };
  const token = `abcdefgh_12:APA91b${'x_1'.repeat(40)}`;
  return {
    entries: [
      ...workingEntries(
        {
          browsers: { Firefox: { isFirebase: true } },
          firebase: { apiKey: 'k', projectId: 'p', messagingSenderId: '1', appId: 'a' },
        },
        token,
      ),
      told(40, 'installations', 0),
      told(41, 'registrations', 0),
    ],
    state: makeState({
      cache: { [`${prefix}current_token`]: token },
      registrations: [makeRegistration({ subscription: { ok: makeSubscription() } })],
    }),
    reports: [workerReport],
    pushes: [shownPush],
  };
};

/** A push that took the place of a notification with its tag. */
export const replacingPush = push([
  step('showNotification', { detail: { data: { title: 'Tea', options: { tag: 'tea' } } } }),
  step('notifications', {
    detail: { data: { before: [{ title: 'Tea', tag: 'tea' }], after: [] } },
  }),
]);

/** A push that the worker gave to a window. */
export const postedPush = push([
  step('postMessage', { detail: { data: { client: 'https://shop.example/', message: {} } } }),
]);
