import type { PageJob } from '../../lib/injected/page-job';
import type { WorkerJob } from '../../lib/injected/worker-job';
import type { MadeOf } from '../../lib/model/entry';
import { recordedError } from '../../lib/model/own-error';
import type { WorkerAction } from '../../lib/model/page-state';
import type { Delivered, Delivery, WorkerAddress } from '../../lib/protocol/delivery';
import type { FrameAddress } from '../../lib/protocol/page';
import type { PushActions } from '../../lib/push/push-request';
import type { SessionChange } from '../../lib/session/session-change';
import { checkUrl } from './check-url';
import { askHost, hostAccess } from './host-access';

/** What pushes are sent and recorded by. */
export interface PushWays {
  canEnter: boolean;
  address: FrameAddress;
  change(change: SessionChange): void;
  deliver(delivery: Delivery): Promise<Delivered>;
  runJob(job: PageJob): Promise<unknown>;
  actOnWorker(action: WorkerAction): Promise<string>;
}

type Push = Omit<MadeOf<'push'>, 'status' | 'time' | 'kind'>;

/** Records a push while it is under way and when it has ended; gives the key of its entry. */
export type RecordPush = (push: Push, act: () => Promise<Delivered>) => Promise<string>;

let refs = 0;

const failed = (error: Error): Delivered => ({ steps: [], problem: recordedError(error) });

/** Sends pushes by the background, and puts what came of them into the timeline. */
export const pushActions = (ways: PushWays): PushActions => {
  const { change, deliver, address } = ways;
  const record: RecordPush = async (push, act) => {
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
  const inWorker = (worker: WorkerAddress, event: WorkerJob): Promise<Delivered> =>
    deliver({
      delivery: 'worker',
      address,
      names: {},
      worker,
      event,
      isDry: false,
      replaced: null,
    });
  return {
    canEnter: ways.canEnter,
    checkUrl,
    hostAccess,
    askHost,
    // What only a push needs is loaded with the first one.
    send: async (request) => (await import('./send-push')).sendPush(request, ways, record),
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
