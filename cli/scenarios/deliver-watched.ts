import type { MadeStep } from '../../lib/model/entry';
import { inOrder } from '../../lib/push/trace';
import { type ShownNotification, watchNotifications } from '../../lib/push/watch-notifications';
import { type CdpSession, deliverPush } from '../deliver-push';
import type { WorkerTarget } from '../worker-targets';
import { type WatchedWorker, watchPush } from './watch-push';

/** What a push is given to a worker with. */
export interface DeliveryTools {
  /** Chromium's own protocol, in the session of a page. */
  cdp: CdpSession;
  /** Gives the worker of a script, where it can be looked into. */
  openWorker(script: string): Promise<WorkerTarget | undefined>;
  /** The notifications of the worker that are shown now. */
  read(): Promise<ShownNotification[]>;
  /** How long the worker may take, milliseconds. */
  longest: number;
}

/** What came of a push that was given to a worker. */
export interface Delivered {
  steps: MadeStep[];
  /** Whether the worker was looked into: its requests are among the steps. */
  isWatched: boolean;
}

/** How long is looked for notifications after a worker had its time, milliseconds. */
const lastLook = 500;

/** Gives a push to a worker as its push service does, and tells what the worker did with it: by a look into it, or, where there is none, by what is shown. */
export const deliverWatched = async (
  { cdp, openWorker, read, longest }: DeliveryTools,
  worker: WatchedWorker,
  data: string,
): Promise<Delivered> => {
  const before = await read();
  const deliver = (): Promise<void> => deliverPush(cdp, { scope: worker.scope, data });
  const look = async (time: number): Promise<MadeStep[]> => {
    const { shown, end } = await watchNotifications(read, before, time);
    return inOrder([...shown, await end()]);
  };
  const target = await openWorker(worker.script).catch(() => undefined);
  // Another debugger may be at work in it.
  const watch = target && (await watchPush(target, worker, longest).catch(() => undefined));
  try {
    await deliver();
    const steps = (await watch?.steps()) ?? [];
    if (steps.length > 0) return { steps, isWatched: true };
    // A handler that reads nothing of the push, and asks for no time, is not met.
    return { steps: await look(watch ? lastLook : longest), isWatched: false };
  } finally {
    await watch?.stop();
    await target?.close();
  }
};
