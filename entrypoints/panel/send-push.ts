import { toBase64url } from '../../lib/model/base64url';
import type { DeliveryMethod } from '../../lib/model/entry';
import type { Json } from '../../lib/model/json';
import { type OwnErrorName, ownError } from '../../lib/model/own-error';
import type { Delivery, WorkerAddress } from '../../lib/protocol/delivery';
import { encryptPush } from '../../lib/push/encrypt';
import { type Trace, traceOf } from '../../lib/push/live-log';
import { dataOf, namesOf, type PushRequest, previewOf } from '../../lib/push/push-request';
import { vapidHeader } from '../../lib/push/vapid';
import type { PushWays, RecordPush } from './push-actions';

/** How long a worker is watched after the push service has taken a push, milliseconds. */
const watch = 6_000;

type Act = (request: PushRequest, ways: PushWays) => Promise<Trace>;

/** What the entry says of why nothing was sent. */
const failure = (name: OwnErrorName): Error => Object.assign(new Error(), ownError(name));

const workerOf = ({ worker }: PushRequest): WorkerAddress => {
  if (!worker) throw failure('NoWorker');
  return worker;
};

const replacedOf = ({ isReplaced, text }: PushRequest) =>
  isReplaced ? { urlPart: '/push/content/get', body: text ?? '' } : null;

type IntoWorker = Extract<Delivery, { delivery: 'worker' }>;

/** Dispatches an event in a worker. `names`: what it calls some addresses. */
export const intoWorker = async (
  { deliver, address }: Pick<PushWays, 'deliver' | 'address'>,
  sent: Omit<IntoWorker, 'delivery' | 'address'>,
  names: Record<string, string> = {},
): Promise<Trace> => traceOf(await deliver({ delivery: 'worker', address, ...sent }), names);

const byHand: Act = async (request, ways) =>
  intoWorker(
    ways,
    {
      worker: workerOf(request),
      event: { type: 'push', data: dataOf(request) },
      isDry: request.isDry,
      replaced: replacedOf(request),
    },
    namesOf(request),
  );

/** Encrypts it and posts it to the subscription's endpoint. */
const really: Act = async (request, { deliver, address }) => {
  const worker = workerOf(request);
  const { subscription, ttl, urgency, topic, vapid } = request;
  if (!subscription?.p256dh || !subscription.auth) throw failure('NoSubscription');
  const { p256dh, auth, endpoint } = subscription;
  const data = dataOf(request);
  const body =
    data === null ? null : await encryptPush({ p256dh, auth }, new TextEncoder().encode(data));
  const headers: Record<string, string> = {
    TTL: String(ttl),
    ...(body && {
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
    }),
    ...(urgency && { Urgency: urgency }),
    ...(topic && { Topic: topic }),
    ...(vapid && { Authorization: await vapidHeader(endpoint, vapid, Date.now()) }),
  };
  const delivered = await deliver({
    delivery: 'real',
    address,
    worker,
    endpoint,
    body: body && toBase64url(body),
    headers,
    watch,
    replaced: replacedOf(request),
  });
  return traceOf(delivered, namesOf(request));
};

/** Has Firebase send it. */
const byFirebase: Act = async (request, { deliver, address }) => {
  const { firebase } = request;
  if (!firebase) throw failure('NoFcmToken');
  const delivered = await deliver({
    delivery: 'firebase',
    address,
    worker: workerOf(request),
    mail: firebase.mail,
    watch,
    replaced: null,
  });
  return traceOf(delivered, namesOf(request));
};

/** Gives it to the page. */
const toPage: Act = async ({ worker, text }, { runJob }) => {
  await runJob({
    type: 'foreground',
    scope: worker?.scope ?? '',
    message: JSON.parse(text ?? '{}') as Json,
  });
  return { steps: [] };
};

/** Shows its notification. */
const show: Act = async (request, { actOnWorker }) => {
  const preview = previewOf(request.text, request.mode);
  if (!preview) throw failure('NothingToShow');
  const { title, options } = preview;
  const time = Date.now();
  await actOnWorker({ type: 'showNotification', scope: workerOf(request).scope, title, options });
  return {
    steps: [
      {
        kind: 'worker-step',
        name: 'showNotification',
        status: 'ok',
        time,
        duration: Date.now() - time,
        detail: { data: { title, options } },
      },
    ],
  };
};

const acts: Record<DeliveryMethod, Act> = {
  worker: byHand,
  real: really,
  firebase: byFirebase,
  foreground: toPage,
  notification: show,
};

/** Sends a push and records it; gives the key of its entry. Keys and access tokens are in no entry. */
export const sendPush = (
  request: PushRequest,
  ways: PushWays,
  record: RecordPush,
): Promise<string> => {
  const { way, worker, isDry, isReplaced, firebase } = request;
  const detail = {
    way,
    payload: way === 'firebase' ? (firebase?.payload ?? null) : dataOf(request),
    script: worker?.scriptURL ?? null,
    ...(isDry && way === 'worker' && { isDry }),
    ...(isReplaced && way !== 'firebase' && { isReplaced }),
  };
  const name = way === 'foreground' || way === 'notification' ? way : 'push';
  return record({ name, detail }, () => acts[way](request, ways));
};
