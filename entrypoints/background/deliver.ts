import browser, { type Runtime } from 'webextension-polyfill';
import { fromBase64url } from '../../lib/push/base64url';
import { type Delivered, type DeliveryMessage, isDeliveryMessage } from '../../lib/push/delivery';
import { inOrder, jobEntries, requestEntry } from '../../lib/push/trace';
import { runWorkerJob, type WorkerJobResult } from '../../lib/push/worker-job';
import type { MadeEntry } from '../../lib/session';
import { watchWorker } from './watch-worker';
import { attachWorker } from './worker-target';

type Of<K extends DeliveryMessage['delivery']> = Extract<DeliveryMessage, { delivery: K }>;

/** How long a handler may take, milliseconds. */
const handlerPatience = 25_000;

/** Dispatches an event in a worker's own realm and tells all that the worker does with it. */
const intoWorker = async (message: Of<'worker'>): Promise<Delivered> => {
  const { address, worker, job, isDry, replaced, names } = message;
  const begin = Date.now();
  const target = await attachWorker(address, worker);
  const attached = Date.now();
  const woken: MadeEntry = {
    kind: 'push',
    name: 'woken',
    status: 'ok',
    time: begin,
    duration: attached - begin,
    detail: { data: target.wasStopped ? 'was stopped' : 'was running' },
  };
  try {
    const watch = await watchWorker(target, new URL(worker.scriptURL).origin, replaced);
    const options = { timeout: handlerPatience, isDry };
    const { result, exceptionDetails } = await target.send<{
      result?: { value?: WorkerJobResult };
      exceptionDetails?: { text: string };
    }>(
      'Runtime.evaluate',
      {
        expression: `(${runWorkerJob})(${JSON.stringify(job)},${JSON.stringify(options)})\n//# sourceURL=akpush-inspector.js`,
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
      steps: inOrder([
        woken,
        ...jobEntries(done),
        ...watch.entries(),
        ...watch.requests().map((request) => requestEntry(request, names)),
      ]),
      ...(done.problem && { problem: { name: 'Error', message: done.problem } }),
    };
  } catch (error) {
    const { name, message: text } = error as Error;
    return { steps: [woken], problem: { name, message: text } };
  } finally {
    if (replaced) await target.send('Fetch.disable').catch(() => {});
    await target.detach();
  }
};

/** Posts to the push service. The browser's cookies for that host stay here. */
const postPush = async ({ endpoint, body, headers }: Of<'real'>): Promise<MadeEntry> => {
  const begin = Date.now();
  const sent = { method: 'POST', url: endpoint, headers: Object.entries(headers), body: null };
  const base = { kind: 'push' as const, name: 'push-service', time: begin };
  try {
    const bytes = body === null ? undefined : fromBase64url(body);
    const response = await fetch(endpoint, {
      method: 'POST',
      credentials: 'omit',
      headers,
      signal: AbortSignal.timeout(15_000),
      ...(bytes && { body: bytes }),
    });
    const text = (await response.text()).slice(0, 2_000);
    return {
      ...base,
      status: response.ok ? 'ok' : 'failed',
      duration: Date.now() - begin,
      detail: {
        data: { ...sent, bytes: bytes?.length ?? 0 },
        result: { status: response.status, text },
      },
    };
  } catch (error) {
    const { name, message } = error as Error;
    return {
      ...base,
      status: 'failed',
      duration: Date.now() - begin,
      detail: { data: sent, error: { name, message } },
    };
  }
};

const really = async (message: Of<'real'>): Promise<Delivered> => {
  return { steps: [await postPush(message)] };
};

/** Delivers what a panel asks for; no page and no content script may ask. */
export const deliver = (
  message: unknown,
  { id, url }: Runtime.MessageSender,
): Promise<Delivered> | undefined => {
  if (!isDeliveryMessage(message)) return undefined;
  if (id !== browser.runtime.id || !url?.startsWith(browser.runtime.getURL('/'))) return undefined;
  const delivered = message.delivery === 'worker' ? intoWorker(message) : really(message);
  return delivered.catch((error: Error) => ({
    steps: [],
    problem: { name: error.name, message: error.message },
  }));
};
