import browser from 'webextension-polyfill';
import type { Capabilities } from '../../lib/browser';
import { listNotifications } from '../../lib/injected/list-notifications';
import type { ErrorData, MadeStep } from '../../lib/model/entry';
import { recordedError } from '../../lib/model/own-error';
import type { Delivered, Delivery } from '../../lib/protocol/delivery';
import type { WorkerSignal } from '../../lib/protocol/live-signal';
import { observeTraffic } from '../../lib/push/observe-traffic';
import { type ShownNotification, watchNotifications } from '../../lib/push/watch-notifications';
import { type AttachedWorker, attachWorker } from './attach-worker';
import { claim, scriptKey } from './claims';
import { containerOf } from './container';
import { gatherSignals } from './gather-signals';
import { observeWorker } from './observe-worker';
import { postFirebase } from './post-firebase';
import { postPush } from './post-push';
import { watchWebRequests } from './watch-web-requests';

type Of<K extends Delivery['delivery']> = Extract<Delivery, { delivery: K }>;
/** What a push service brings. */
type Served = Of<'real' | 'firebase'>;

/** How long a handler may take, milliseconds. */
const handlerTimeoutMs = 25_000;

/** Dispatches an event in a worker's own realm and tells all that the worker does with it. */
const intoWorker = async (message: Of<'worker'>): Promise<Delivered> => {
  const { address, worker, event, isDry, replaced } = message;
  const begin = Date.now();
  const { session, wasStopped, detach } = await attachWorker(address, worker);
  const woken: MadeStep = {
    kind: 'worker-step',
    name: 'woken',
    status: 'ok',
    time: begin,
    duration: Date.now() - begin,
    detail: { data: wasStopped ? 'was stopped' : 'was running' },
  };
  const { signals, take } = gatherSignals();
  const observer = observeWorker(
    session,
    { origin: new URL(worker.scriptURL).origin, replaced },
    take,
  );
  const told = (problem?: ErrorData): Delivered => {
    const sent = signals.find((signal) => signal.what === 'event' && signal.isSent);
    return {
      signals,
      steps: [woken],
      ...(sent?.what === 'event' && { toHandler: sent.at - begin }),
      ...(problem && { problem }),
    };
  };
  try {
    await observer.ready;
    const problem = await observer.dispatch(event, { timeout: handlerTimeoutMs, isDry });
    await observer.settle();
    return told(problem === null ? undefined : { name: 'Error', message: problem });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'WorkerStopped') take({ what: 'stopped', at: Date.now() });
    return told(recordedError(error as Error));
  } finally {
    await observer.stop();
    await detach();
  }
};

const readNotifications = async ({ address, worker }: Served): Promise<ShownNotification[]> => {
  const [ran] = await browser.scripting.executeScript({
    target: { tabId: address.tab, frameIds: [address.frame] },
    func: listNotifications as never,
    args: [worker.scope],
  });
  return (ran?.result as ShownNotification[] | undefined) ?? [];
};

/** What is seen of a worker while a real push is on its way. */
interface ServedWatch {
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Watches a worker while a real push is on its way, as far as this browser lets an extension see. */
const watchServed = async (
  { address, worker, replaced }: Served,
  { workerRequests }: Capabilities,
  onSignal: (signal: WorkerSignal) => void,
): Promise<ServedWatch> => {
  const { scriptURL } = worker;
  if (workerRequests !== 'no') {
    const container = await containerOf(address.tab);
    const release = claim(scriptKey(scriptURL, container));
    const close = watchWebRequests((script) => script === scriptURL, container, replaced, onSignal);
    return {
      settle: async () => {},
      async close() {
        release();
        close();
      },
    };
  }
  const { session, detach }: AttachedWorker = await attachWorker(address, worker);
  const traffic = observeTraffic(session, new URL(scriptURL).origin, replaced, onSignal);
  try {
    await traffic.ready;
  } catch (error) {
    await detach();
    throw error;
  }
  return { settle: traffic.settle, close: detach };
};

/** Sends a real push and looks at what the worker does with it. */
const really = async (message: Served, capabilities: Capabilities): Promise<Delivered> => {
  const before = await readNotifications(message);
  const { signals, take } = gatherSignals();
  const watch = await watchServed(message, capabilities, take);
  try {
    const posted =
      message.delivery === 'real' ? [await postPush(message)] : await postFirebase(message.mail);
    if (posted.some(({ status }) => status === 'failed')) return { signals, steps: posted };
    const watched = await watchNotifications(
      () => readNotifications(message),
      before,
      message.watch,
    );
    await watch.settle();
    const there = await watched.end();
    return { signals, steps: [...posted, ...watched.shown, there] };
  } finally {
    await watch.close();
  }
};

/** Delivers what a panel asks for, as the browser lets it. Rejects when that could not begin; later problems are told with what was seen until then. */
export const deliver =
  (capabilities: Capabilities) =>
  (delivery: Delivery): Promise<Delivered> =>
    delivery.delivery === 'worker' ? intoWorker(delivery) : really(delivery, capabilities);
