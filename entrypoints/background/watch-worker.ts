import type { Encoded } from '../../lib/model/encoded-value';
import type { MadeStep } from '../../lib/model/entry';
import type { ReplacedAnswer } from '../../lib/protocol/delivery';
import type { WorkerRequest } from '../../lib/protocol/worker-request';
import type { WorkerTarget } from './worker-target';

interface RemoteObject {
  value?: unknown;
  description?: string;
  unserializableValue?: string;
}

interface Events {
  'Network.requestWillBeSent': {
    requestId: string;
    wallTime: number;
    timestamp: number;
    request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  };
  'Network.responseReceived': {
    requestId: string;
    response: { status: number; headers: Record<string, string> };
  };
  'Network.loadingFinished': { requestId: string; timestamp: number };
  'Network.loadingFailed': { requestId: string; timestamp: number; errorText: string };
  'Runtime.consoleAPICalled': { type: string; args: RemoteObject[]; timestamp: number };
  'Runtime.exceptionThrown': {
    timestamp: number;
    exceptionDetails: {
      text: string;
      url?: string;
      lineNumber: number;
      columnNumber: number;
      exception?: RemoteObject & { className?: string };
    };
  };
  'Fetch.requestPaused': {
    requestId: string;
    networkId?: string;
    request: { url: string; method: string };
  };
}

type Handlers = { [K in keyof Events]: (params: Events[K]) => void };

/** What a watch tells at once: a request whenever more is known of it, console output, an uncaught error. */
export type WorkerNews = { id: string; request: WorkerRequest } | { entry: MadeStep };

/** What a worker does while it is watched. */
export interface WorkerWatch {
  /** Everything that is not seen to end is waited for a moment. */
  settle(): Promise<void>;
  requests(): WorkerRequest[];
  /** Console output and uncaught errors. */
  entries(): MadeStep[];
}

const textOf = ({ value, description, unserializableValue }: RemoteObject): Encoded =>
  (value as Encoded | undefined) ?? description ?? unserializableValue ?? 'undefined';

const toBase64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** How long is waited for answers that were begun, milliseconds. */
const lastMoment = 300;

/**
 * Watches a worker's network, console and errors from now on. The browser repeats what a running worker has said before: what is older is left
 * out. `replaced`: the panel answers requests with that part in their URL itself. `onNews`: all is told to it at once, and nothing is kept.
 */
export const watchWorker = async (
  target: Pick<WorkerTarget, 'send' | 'listen'>,
  origin: string,
  replaced: ReplacedAnswer | null,
  onNews?: (news: WorkerNews) => void,
): Promise<WorkerWatch> => {
  const begun = Date.now();
  const requests = new Map<string, WorkerRequest & { id: string; clock: number }>();
  const entries: MadeStep[] = [];
  const bodies: Promise<unknown>[] = [];
  const replacedIds = new Set<string>();
  const tellOf = (id: string, isDone = false): void => {
    const known = requests.get(id);
    if (!known || !onNews) return;
    const { id: _, clock: __, ...request } = known;
    onNews({ id, request });
    if (isDone) requests.delete(id);
  };
  const add = (entry: MadeStep): void => {
    if (onNews) onNews({ entry });
    else entries.push(entry);
  };
  const end = (id: string, timestamp: number): (WorkerRequest & { clock: number }) | undefined => {
    const request = requests.get(id);
    if (request) request.ended = request.begun + (timestamp - request.clock) * 1000;
    return request;
  };
  const handlers: Handlers = {
    'Network.requestWillBeSent': ({ requestId, wallTime, timestamp, request }) => {
      requests.set(requestId, {
        id: requestId,
        clock: timestamp,
        url: request.url,
        method: request.method,
        headers: request.headers,
        postData: request.postData ?? null,
        begun: wallTime * 1000,
        ...(replacedIds.has(requestId) && { isReplaced: true }),
      });
      tellOf(requestId);
    },
    'Network.responseReceived': ({ requestId, response }) => {
      const request = requests.get(requestId);
      if (!request) return;
      request.status = response.status;
      request.responseHeaders = response.headers;
      tellOf(requestId);
    },
    'Network.loadingFinished': ({ requestId, timestamp }) => {
      const request = end(requestId, timestamp);
      if (!request) return;
      const reading = target
        .send<{ body: string; base64Encoded: boolean }>('Network.getResponseBody', { requestId })
        .then(
          ({ body, base64Encoded }) => {
            request.body = base64Encoded ? '' : body;
          },
          () => {},
        )
        .then(() => tellOf(requestId, true));
      if (!onNews) bodies.push(reading);
    },
    'Network.loadingFailed': ({ requestId, timestamp, errorText }) => {
      const request = end(requestId, timestamp);
      // An answer that came, and whose body nobody reads, is aborted: so are those to `ack` and `open`.
      const isAnswered = request?.status !== undefined && errorText === 'net::ERR_ABORTED';
      if (request && !isAnswered) request.failure = errorText;
      tellOf(requestId, true);
    },
    'Runtime.consoleAPICalled': ({ type, args, timestamp }) => {
      if (timestamp < begun) return;
      const isError = type === 'error' || type === 'assert';
      add({
        kind: 'worker-step',
        name: 'console',
        status: isError ? 'failed' : 'ok',
        time: timestamp,
        detail: { data: [type, ...args.map(textOf)] },
      });
    },
    'Runtime.exceptionThrown': ({ timestamp, exceptionDetails }) => {
      if (timestamp < begun) return;
      const { text, url, lineNumber, columnNumber, exception } = exceptionDetails;
      const said = exception?.description ?? text;
      const [first = ''] = said.split('\n');
      const [, name = exception?.className ?? 'Error', message = first] =
        /^(\w*Error): (.*)$/.exec(first) ?? [];
      add({
        kind: 'error',
        name,
        status: 'failed',
        time: timestamp,
        detail: {
          source: 'error',
          error: { name, message, stack: said },
          script: url ?? null,
          line: lineNumber + 1,
          column: columnNumber + 1,
        },
      });
    },
    'Fetch.requestPaused': ({ requestId, networkId, request }) => {
      const isOurs = replaced !== null && request.url.includes(replaced.urlPart);
      if (isOurs && networkId) {
        replacedIds.add(networkId);
        const known = requests.get(networkId);
        if (known) known.isReplaced = true;
      }
      const answered = isOurs
        ? target.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: request.method === 'OPTIONS' ? 204 : 200,
            responseHeaders: [
              { name: 'content-type', value: 'application/json' },
              { name: 'access-control-allow-origin', value: origin },
              { name: 'access-control-allow-credentials', value: 'true' },
              // The browser's question before the request.
              { name: 'access-control-allow-methods', value: 'POST' },
              { name: 'access-control-allow-headers', value: 'content-type, x-cookie' },
            ],
            body: request.method === 'OPTIONS' ? '' : toBase64(replaced.body),
          })
        : target.send('Fetch.continueRequest', { requestId });
      answered.catch(() => {});
    },
  };
  target.listen((method, params) => {
    (handlers as Record<string, ((params: never) => void) | undefined>)[method]?.(params as never);
  });
  // Not one after the other: a worker that waits at its start waits for both.
  await Promise.all([target.send('Runtime.enable'), target.send('Network.enable')]);
  if (replaced)
    await target.send('Fetch.enable', { patterns: [{ urlPattern: `*${replaced.urlPart}*` }] });
  const isOpen = () =>
    [...requests.values()].some(
      ({ ended, failure }) => ended === undefined && failure === undefined,
    );
  return {
    async settle() {
      const last = Date.now() + lastMoment;
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while (isOpen() && Date.now() < last);
      await Promise.allSettled(bodies);
    },
    requests: () => [...requests.values()].map(({ id: _, clock: __, ...request }) => request),
    entries: () => entries,
  };
};
