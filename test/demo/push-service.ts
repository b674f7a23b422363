import type { IncomingMessage } from 'node:http';
import { Arrivals } from './arrivals';
import { AutopushSocket } from './autopush-socket';
import { listen, readBody, sendJson } from './http';
import { vapidProblem } from './vapid';

/** A push that somebody sent to an endpoint of the double. */
export interface PushMessage {
  endpoint: string;
  /** What the sender was answered: 201, 400, 401, 404, 410, 413, or what `answer` asked for. */
  status: number;
  ttl: number | null;
  encoding: string | null;
  /** As they came, in lower case. */
  headers: IncomingMessage['headers'];
  bytes: number;
  /** What the browser said of it: 100 delivered, 101 could not be decrypted, 102 not handled. */
  ack?: number;
}

/** A double of a browser vendor's push service: Mozilla's autopush, for a Firefox started with `firefoxPushPrefs`. */
export interface PushServiceDouble {
  url: string;
  /** For Firefox's `dom.push.serverURL`. */
  socketUrl: string;
  messages: readonly PushMessage[];
  /** The oldest push that no `next` has given yet; waits for one when there is none. */
  next(timeout?: number): Promise<PushMessage>;
  /** Endpoints of the subscriptions that Firefox holds. */
  endpoints(): string[];
  /** Later pushes to the endpoint are answered 410. */
  expire(endpoint: string): void;
  /** The next push is answered with this status, whatever it is, and brought nowhere. `broken`: connections break from now on, as browsers try again; `null` ends it. */
  answer(next: number | 'broken' | null): void;
  close(): Promise<void>;
}

const maxBody = 4096;

function problemOfHeaders(request: IncomingMessage, bytes: number): [number, string] | null {
  const { ttl, 'content-encoding': encoding } = request.headers;
  if (typeof ttl !== 'string' || !/^\d+$/.test(ttl)) return [400, 'TTL is missing'];
  if (bytes > maxBody) return [413, `More than ${maxBody} bytes`];
  if (bytes > 0 && encoding !== 'aes128gcm') return [400, 'Content-Encoding is not aes128gcm'];
  return null;
}

/** Starts the double: one port for the senders' HTTP and the browser's WebSocket. */
export async function startPushService(port = 0): Promise<PushServiceDouble> {
  const arrivals = new Arrivals<PushMessage>();
  const messages: readonly PushMessage[] = arrivals.all;
  const expired = new Set<string>();
  let nextAnswer: number | 'broken' | null = null;

  const http = await listen(port, async (request, response, { pathname }) => {
    // Like the real one it knows nothing of CORS: an extension needs a host permission, a page cannot push.
    if (request.method !== 'POST') return sendJson(response, { message: 'POST only' }, 405);
    const body = await readBody(request);
    const endpoint = `${url}${pathname}`;
    const subscription = socket.subscriptionOf(endpoint);
    const isStandIn = pathname.startsWith('/stand-in/');

    const answer = nextAnswer;
    if (answer === 'broken') return void request.socket.destroy();
    nextAnswer = null;

    function judge(): [number, string] {
      if (typeof answer === 'number') return [answer, 'As the test wants it'];
      if (expired.has(endpoint)) return [410, 'The subscription is gone'];
      if (!subscription && !isStandIn) return [404, 'No such subscription'];
      const problem = problemOfHeaders(request, body.length);
      if (problem) return problem;
      const refused =
        subscription?.key && vapidProblem(request.headers.authorization, subscription.key, url);
      return refused ? [401, refused] : [201, 'Created'];
    }

    const [status, message] = judge();
    const { ttl, 'content-encoding': encoding = null } = request.headers;
    const pushed: PushMessage = {
      endpoint,
      status,
      ttl: typeof ttl === 'string' ? Number(ttl) : null,
      encoding,
      headers: request.headers,
      bytes: body.length,
    };
    arrivals.add(pushed);
    if (status !== 201) return sendJson(response, { code: status, message }, status);
    response.writeHead(201, { location: `${url}/message/${messages.length}` }).end();
    if (subscription && answer === null) socket.deliver(subscription, pushed, body);
  });

  const url = `http://127.0.0.1:${http.port}`;
  const socket = new AutopushSocket(http.server, url, (endpoint) => expired.add(endpoint));
  return {
    url,
    socketUrl: `ws://127.0.0.1:${http.port}/`,
    messages,
    next: (timeout = 10_000) =>
      arrivals.next(
        () => true,
        timeout,
        () => 'No push',
      ),
    endpoints: () => socket.endpoints(),
    expire: (endpoint) => expired.add(endpoint),
    answer: (next) => {
      nextAnswer = next;
    },
    async close() {
      socket.close();
      await http.close();
    },
  };
}
