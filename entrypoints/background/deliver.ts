import browser from 'webextension-polyfill';
import { listNotifications } from '../../lib/injected/list-notifications';
import { runWorkerJob, type WorkerJobResult } from '../../lib/injected/worker-job';
import type { Encoded } from '../../lib/model/encoded-value';
import type { MadeStep } from '../../lib/model/entry';
import { recordedError } from '../../lib/model/own-error';
import type { Delivered, Delivery } from '../../lib/protocol/delivery';
import { inOrder, jobEntries, requestEntry } from '../../lib/push/trace';
import { takeScript } from './busy-scripts';
import { containerOf } from './container';
import { postFirebase } from './post-firebase';
import { postPush } from './post-push';
import { watchWebRequests } from './watch-web-requests';
import { type WorkerWatch, watchWorker } from './watch-worker';
import { attachWorker } from './worker-target';

type Of<K extends Delivery['delivery']> = Extract<Delivery, { delivery: K }>;
/** What a push service brings. */
type Served = Of<'real' | 'firebase'>;

/** How long a handler may take, milliseconds. */
const handlerPatience = 25_000;

/** Dispatches an event in a worker's own realm and tells all that the worker does with it. */
const intoWorker = async (message: Of<'worker'>): Promise<Delivered> => {
  const { address, worker, event, isDry, replaced, names } = message;
  const begin = Date.now();
  const target = await attachWorker(address, worker);
  const attached = Date.now();
  const woken: MadeStep = {
    kind: 'worker-step',
    name: 'woken',
    status: 'ok',
    time: begin,
    duration: attached - begin,
    detail: { data: target.wasStopped ? 'was stopped' : 'was running' },
  };
  let watch: WorkerWatch | undefined;
  const seen = (): MadeStep[] =>
    watch
      ? [...watch.entries(), ...watch.requests().map((request) => requestEntry(request, names))]
      : [];
  try {
    watch = await watchWorker(target, new URL(worker.scriptURL).origin, replaced);
    const options = { timeout: handlerPatience, isDry };
    const { result, exceptionDetails } = await target.send<{
      result?: { value?: WorkerJobResult };
      exceptionDetails?: { text: string };
    }>(
      'Runtime.evaluate',
      {
        expression: `(${runWorkerJob})(${JSON.stringify(event)},${JSON.stringify(options)})\n//# sourceURL=akpush-inspector.js`,
        awaitPromise: true,
        returnByValue: true,
      },
      handlerPatience + 5_000,
    );
    const done = result?.value;
    if (!done) throw new Error(exceptionDetails?.text ?? 'The worker gave no answer.');
    await watch.settle();
    return {
      toHandler: done.begun - begin,
      steps: inOrder([woken, ...jobEntries(done), ...seen()]),
      ...(done.problem && { problem: { name: 'Error', message: done.problem } }),
    };
  } catch (error) {
    const { name } = error as Error;
    const problem = recordedError(error as Error);
    const step = name === 'WorkerStopped' ? 'stopped' : name === 'WatchEnded' && 'unwatched';
    const cut: MadeStep[] = step
      ? [
          {
            kind: 'worker-step',
            name: step,
            status: 'failed',
            time: Date.now(),
            detail: { error: problem },
          },
        ]
      : [];
    return { steps: [...inOrder([woken, ...seen()]), ...cut], problem };
  } finally {
    if (replaced) await target.send('Fetch.disable').catch(() => {});
    await target.detach();
  }
};

interface Shown {
  title: string;
  body: string;
  tag: string;
  data: Encoded;
}

const readNotifications = async ({ address, worker }: Served): Promise<Shown[]> => {
  const [ran] = await browser.scripting.executeScript({
    target: { tabId: address.tab, frameIds: [address.frame] },
    func: listNotifications as never,
    args: [worker.scope],
  });
  return (ran?.result as Shown[] | undefined) ?? [];
};

/** How often is looked for notifications, milliseconds. */
const lookEvery = 100;

/** What was not shown before. */
const newOnes = (before: readonly Shown[], now: readonly Shown[]): Shown[] => {
  const left = before.map((each) => JSON.stringify(each));
  return now.filter((each) => {
    const at = left.indexOf(JSON.stringify(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** Watches a worker while a real push is on its way, as far as this browser lets an extension see. */
const watchReal = async (message: Served) => {
  const { address, worker, replaced, names } = message;
  const container = await containerOf(address.tab);
  const isOfWorker = (script: string) => script === worker.scriptURL;
  const byRequests = watchWebRequests(isOfWorker, container, replaced);
  if (byRequests) {
    const release = takeScript(worker.scriptURL, container);
    return {
      entries: () => byRequests.requests().map((request) => requestEntry(request, names)),
      settle: async () => {},
      async close() {
        release();
        byRequests.close();
      },
    };
  }
  const target = await attachWorker(address, worker);
  const watch = await watchWorker(target, new URL(worker.scriptURL).origin, replaced);
  return {
    entries: () => [
      ...watch.entries(),
      ...watch.requests().map((request) => requestEntry(request, names)),
    ],
    settle: () => watch.settle(),
    close: async () => {
      if (replaced) await target.send('Fetch.disable').catch(() => {});
      await target.detach();
    },
  };
};

/** Sends a real push and looks at what the worker does with it. */
const really = async (message: Served): Promise<Delivered> => {
  const before = await readNotifications(message);
  const watch = await watchReal(message);
  try {
    const posted =
      message.delivery === 'real' ? [await postPush(message)] : await postFirebase(message.mail);
    if (posted.some(({ status }) => status === 'failed')) return { steps: posted };
    const end = Date.now() + message.watch;
    let fresh: Shown[] = [];
    let seenAt = 0;
    let quiet = 0;
    // Shown, and quiet for a moment: the handler may go on after it.
    while (Date.now() < end && quiet < 5) {
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
      const now = newOnes(before, await readNotifications(message));
      const isSame = now.length === fresh.length && now.length > 0;
      quiet = isSame ? quiet + 1 : 0;
      if (fresh.length === 0 && now.length > 0) seenAt = Date.now();
      fresh = now;
    }
    await watch.settle();
    const shown = fresh.map(
      ({ title, body, tag, data }): MadeStep => ({
        kind: 'worker-step',
        name: 'showNotification',
        status: 'ok',
        time: seenAt,
        detail: { data: { title, options: { body, tag, data } } },
      }),
    );
    const left = await readNotifications(message);
    const there: MadeStep = {
      kind: 'worker-step',
      name: 'notifications',
      status: 'ok',
      time: Date.now(),
      detail: { data: { before, after: left } as unknown as Encoded },
    };
    return { steps: inOrder([...posted, ...watch.entries(), ...shown, there]) };
  } finally {
    await watch.close();
  }
};

/** Delivers what a panel asks for. Rejects when that could not begin; later problems are told with what was seen until then. */
export const deliver = (delivery: Delivery): Promise<Delivered> =>
  delivery.delivery === 'worker' ? intoWorker(delivery) : really(delivery);
