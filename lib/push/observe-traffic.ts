import type { Protocol } from 'devtools-protocol/types/protocol';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping';
import type { Encoded } from '../model/encoded-value';
import type { MadeStep } from '../model/entry';
import type { ReplacedAnswer } from '../protocol/delivery';
import type { WorkerRequest, WorkerSignal } from '../protocol/live-signal';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

/** A session of Chromium's protocol. */
export interface ProtocolSession {
  send<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
    timeoutMs?: number,
  ): Promise<Commands[M]['returnType']>;
  on<E extends keyof Events>(event: E, listener: (params: Events[E][0]) => void): void;
}

/** What a worker asks of the network and says, while that is observed. */
export interface TrafficObserver {
  /** From then on all is seen. */
  ready: Promise<unknown>;
  /** Everything that is not seen to end is waited for a moment. */
  settle(): Promise<void>;
}

const textOf = ({
  value,
  description,
  unserializableValue,
}: Protocol.Runtime.RemoteObject): Encoded =>
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
 * Observes a worker's network, console and errors from now on. The browser repeats what a running worker has said before: what is older is left
 * out. `replaced`: the panel answers requests with that part in their URL itself.
 */
export const observeTraffic = (
  { send, on }: ProtocolSession,
  origin: string,
  replaced: ReplacedAnswer | null,
  onSignal: (signal: WorkerSignal) => void,
): TrafficObserver => {
  const begun = Date.now();
  const requests = new Map<string, { request: WorkerRequest; clock: number }>();
  const bodies = new Set<Promise<void>>();
  const replacedIds = new Set<string>();
  const tell = (id: string, isDone = false): void => {
    const known = requests.get(id);
    if (known) onSignal({ what: 'request', id, request: { ...known.request } });
    if (isDone) requests.delete(id);
  };
  const end = (id: string, timestamp: number): WorkerRequest | undefined => {
    const known = requests.get(id);
    if (known) known.request.ended = known.request.begun + (timestamp - known.clock) * 1000;
    return known?.request;
  };
  on(
    'Network.requestWillBeSent',
    ({ requestId, wallTime, timestamp, request, redirectResponse }) => {
      // Where a server sends it on it is still the request that the worker has made.
      if (redirectResponse && requests.has(requestId)) return;
      requests.set(requestId, {
        clock: timestamp,
        request: {
          url: request.url,
          method: request.method,
          headers: request.headers,
          postData: request.postData ?? null,
          begun: wallTime * 1000,
          ...(replacedIds.has(requestId) && { isReplaced: true }),
        },
      });
      tell(requestId);
    },
  );
  on('Network.responseReceived', ({ requestId, response }) => {
    const known = requests.get(requestId);
    if (!known) return;
    known.request.status = response.status;
    known.request.responseHeaders = response.headers;
    tell(requestId);
  });
  on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const request = end(requestId, timestamp);
    if (!request) return;
    const reading = send('Network.getResponseBody', { requestId })
      .then(
        ({ body, base64Encoded }) => {
          request.body = base64Encoded ? '' : body;
        },
        () => {},
      )
      .then(() => {
        tell(requestId, true);
        bodies.delete(reading);
      });
    bodies.add(reading);
  });
  on('Network.loadingFailed', ({ requestId, timestamp, errorText }) => {
    const request = end(requestId, timestamp);
    // An answer that came, and whose body nobody reads, is aborted: so are those to `ack` and `open`.
    const isAnswered = request?.status !== undefined && errorText === 'net::ERR_ABORTED';
    if (request && !isAnswered) request.failure = errorText;
    tell(requestId, true);
  });
  on('Runtime.consoleAPICalled', ({ type, args, timestamp }) => {
    if (timestamp < begun) return;
    const isError = type === 'error' || type === 'assert';
    const entry: MadeStep = {
      kind: 'worker-step',
      name: 'console',
      status: isError ? 'failed' : 'ok',
      time: timestamp,
      detail: { data: [type, ...args.map(textOf)] },
    };
    onSignal({ what: 'entry', entry });
  });
  on('Runtime.exceptionThrown', ({ timestamp, exceptionDetails }) => {
    if (timestamp < begun) return;
    const { text, url, lineNumber, columnNumber, exception } = exceptionDetails;
    const said = exception?.description ?? text;
    const [first = ''] = said.split('\n');
    const [, name = exception?.className ?? 'Error', message = first] =
      /^(\w*Error): (.*)$/.exec(first) ?? [];
    const entry: MadeStep = {
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
    };
    onSignal({ what: 'entry', entry });
  });
  on('Fetch.requestPaused', ({ requestId, networkId, request }) => {
    const isOurs = replaced !== null && request.url.includes(replaced.urlPart);
    if (isOurs && networkId) {
      replacedIds.add(networkId);
      const known = requests.get(networkId);
      if (known) known.request.isReplaced = true;
    }
    // The browser's question before the request.
    const isPreflight = request.method === 'OPTIONS';
    const answered = isOurs
      ? send('Fetch.fulfillRequest', {
          requestId,
          responseCode: isPreflight ? 204 : 200,
          responseHeaders: [
            { name: 'content-type', value: 'application/json' },
            { name: 'access-control-allow-origin', value: origin },
            { name: 'access-control-allow-credentials', value: 'true' },
            { name: 'access-control-allow-methods', value: 'POST' },
            { name: 'access-control-allow-headers', value: 'content-type, x-cookie' },
          ],
          body: isPreflight ? '' : toBase64(replaced.body),
        })
      : send('Fetch.continueRequest', { requestId });
    answered.catch(() => {});
  });
  const enabling: Promise<unknown>[] = [send('Runtime.enable'), send('Network.enable')];
  if (replaced)
    enabling.push(send('Fetch.enable', { patterns: [{ urlPattern: `*${replaced.urlPart}*` }] }));
  const isOpen = (): boolean =>
    [...requests.values()].some(({ request }) => request.ended === undefined);
  return {
    // Not one after the other: a worker that waits at its start waits for all.
    ready: Promise.all(enabling),
    async settle() {
      const last = Date.now() + lastMoment;
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while (isOpen() && Date.now() < last);
      await Promise.all(bodies);
    },
  };
};
