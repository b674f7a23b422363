import type { SentEvent } from '../../lib/injected/dispatch-event';
import type { PageJob } from '../../lib/injected/page-job';
import { newRef } from '../../lib/model/new-ref';
import type { WorkerAction } from '../../lib/model/page-state';
import type { Delivered, Delivery, WorkerAddress } from '../../lib/protocol/delivery';
import type { FrameAddress } from '../../lib/protocol/page';
import type { Trace } from '../../lib/push/live-log';
import type { PushActions } from '../../lib/push/push-request';
import type { BegunPush } from '../../lib/push/record-push';
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

/** Records a push while it is under way and when it has ended; gives the key of its entry. */
export type RecordPush = (push: BegunPush, act: () => Promise<Trace>) => Promise<string>;

/** Sends pushes by the background, and puts what came of them into the timeline. */
export const pushActions = (ways: PushWays): PushActions => {
  const { change } = ways;
  const record: RecordPush = async (push, act) => {
    const ref = newRef();
    const { recordPush } = await import('../../lib/push/record-push');
    // The entry says why it has failed.
    await recordPush(change, ref, push, act).catch(() => {});
    return `push:${ref}`;
  };
  const inWorker = async (worker: WorkerAddress, event: SentEvent): Promise<Trace> =>
    (await import('./send-push')).intoWorker(ways, { worker, event, isDry: false, replaced: null });
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
