import type { Json } from '../../lib/calls/json';
import type { JobAnswer, PageJob } from '../../lib/calls/page-job';
import { message } from '../../lib/i18n/message';
import type { Encoded, FrameAddress } from '../../lib/protocol';
import { toBase64url } from '../../lib/push/base64url';
import type { Delivered, DeliveryMessage, WorkerAddress } from '../../lib/push/delivery';
import { encryptPush } from '../../lib/push/encrypt';
import {
  dataOf,
  namesOf,
  type PushActions,
  type PushRequest,
  previewOf,
} from '../../lib/push/push-request';
import { vapidHeader } from '../../lib/push/vapid';
import type { WorkerJob } from '../../lib/push/worker-job';
import type { MadeEntry, SessionChange } from '../../lib/session';
import type { WorkerAction } from '../../lib/state/page-state';
import { checkUrl } from './check-url';
import { askHost, hostAccess } from './host-access';

interface Ways {
  canEnter: boolean;
  address: FrameAddress;
  change(change: SessionChange): void;
  deliver(message: DeliveryMessage): Promise<Delivered>;
  run(job: PageJob): Promise<JobAnswer>;
  actOnWorker(action: WorkerAction): Promise<string>;
}

/** How long a worker is watched after the push service has taken a push, milliseconds. */
const watch = 6_000;

let refs = 0;

const failed = (error: { name: string; message: string }): Delivered => ({
  steps: [],
  problem: { name: error.name, message: error.message },
});

/** Sends pushes by the background, and puts what came of them into the timeline. */
export const pushActions = (ways: Ways): PushActions => {
  const { change, deliver, address } = ways;
  /** Records a push while it is under way and when it has ended. */
  const record = async (
    push: Omit<MadeEntry & { kind: 'push' }, 'status' | 'time' | 'kind'>,
    act: () => Promise<Delivered>,
  ): Promise<string> => {
    const ref = ++refs;
    const time = Date.now();
    const base = { ...push, kind: 'push' as const, time };
    change({ type: 'push', push: { ref, push: { ...base, status: 'pending' }, steps: [] } });
    const { steps, problem, toHandler } = await act().catch(failed);
    const isBroken = problem !== undefined || steps.some(({ status }) => status === 'failed');
    const detail = {
      ...base.detail,
      ...(toHandler !== undefined && { result: { toHandler: Math.round(toHandler) } }),
      ...(problem && { error: problem }),
    };
    const ended = { ...base, detail, duration: Date.now() - time };
    change({
      type: 'push',
      push: { ref, push: { ...ended, status: isBroken ? 'failed' : 'ok' }, steps },
    });
    return `push:${ref}`;
  };
  const inWorker = (
    worker: WorkerAddress,
    event: WorkerJob,
    { isDry = false, names = {}, replaced = null as string | null } = {},
  ): Promise<Delivered> =>
    deliver({
      delivery: 'worker',
      address,
      names,
      worker,
      event,
      isDry,
      replaced: replaced === null ? null : { urlPart: '/push/content/get', body: replaced },
    });
  const really = async (request: PushRequest, worker: WorkerAddress): Promise<Delivered> => {
    const { subscription, ttl, urgency, topic, vapid, isReplaced, text } = request;
    if (!subscription?.p256dh || !subscription.auth) throw new Error(message('wayNoSubscription'));
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
    return deliver({
      delivery: 'real',
      address,
      names: namesOf(request),
      worker,
      endpoint,
      body: body && toBase64url(body),
      headers,
      watch,
      replaced: isReplaced ? { urlPart: '/push/content/get', body: text ?? '' } : null,
    });
  };
  const send = (request: PushRequest): Promise<string> => {
    const { way, worker, text, mode, isDry, isReplaced } = request;
    const needed = (): WorkerAddress => {
      if (!worker) throw new Error(message('wayNoWorker'));
      return worker;
    };
    const payload = dataOf(request);
    const detail = {
      way,
      payload,
      script: worker?.scriptURL ?? null,
      ...(isDry && way === 'worker' && { data: message('dryRun') as Encoded }),
      ...(isReplaced && { data: message('answerReplaced') as Encoded }),
    };
    const acts: Record<typeof way, () => Promise<Delivered>> = {
      worker: async () =>
        inWorker(
          needed(),
          { type: 'push', data: payload },
          { isDry, names: namesOf(request), replaced: isReplaced ? (text ?? '') : null },
        ),
      real: async () => really(request, needed()),
      async foreground() {
        const job: PageJob = {
          type: 'foreground',
          scope: worker?.scope ?? '',
          message: JSON.parse(text ?? '{}') as Json,
        };
        const answer = await ways.run(job);
        return 'failed' in answer ? failed(answer.failed) : { steps: [] };
      },
      async notification() {
        const preview = previewOf(text, mode);
        if (!preview) throw new Error(message('previewNone'));
        const { title, options } = preview;
        const time = Date.now();
        const data = { title, options };
        await ways.actOnWorker({
          type: 'showNotification',
          scope: needed().scope,
          title,
          options,
        });
        return {
          steps: [
            {
              kind: 'push',
              name: 'showNotification',
              status: 'ok',
              time,
              duration: Date.now() - time,
              detail: { data },
            },
          ],
        };
      },
    };
    const name = way === 'worker' || way === 'real' ? 'push' : way;
    return record({ name, detail }, async () => acts[way]());
  };
  return {
    canEnter: ways.canEnter,
    checkUrl,
    hostAccess,
    askHost,
    send,
    click: (worker, { title, body, tag }, action) =>
      record(
        {
          name: 'notificationclick',
          detail: { data: { title, tag, action }, script: worker.scriptURL },
        },
        () => inWorker(worker, { type: 'notificationclick', title, body, tag, action }),
      ),
    changeSubscription: (worker) =>
      record({ name: 'pushsubscriptionchange', detail: { script: worker.scriptURL } }, () =>
        inWorker(worker, { type: 'pushsubscriptionchange' }),
      ),
  };
};
