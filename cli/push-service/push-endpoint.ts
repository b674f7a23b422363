import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Arrivals } from './arrivals';
import { readBody, sendJson } from './http';
import { type VapidProblem, vapidProblem } from './vapid';

/** A push that somebody sent to an endpoint of a double. */
export interface PushMessage {
  endpoint: string;
  /** What the sender was answered: 201, 400, 401, 403, 404, 410, 413, or what `answer` asked for. */
  status: number;
  ttl: number | null;
  encoding: string | null;
  /** As they came, in lower case. */
  headers: IncomingMessage['headers'];
  bytes: number;
  /** What Firefox said of it: 100 delivered, 101 could not be decrypted, 102 not handled. */
  ack?: number;
}

/**
 * How pushes are answered: a status, and the push is brought nowhere; `undecryptable`: taken, and brought with a body that no key opens; `slow`: so
 * many milliseconds later. Each is for the next push alone, but `broken`: connections break from now on, as browsers try again. `null`: as it should be.
 */
export type PushAnswer = number | 'broken' | 'undecryptable' | { slow: number } | null;

/** Who gets what is sent to an endpoint. */
export interface Receiver {
  /** Application server key, base64url, when the subscription is restricted to its holder. */
  key: string | undefined;
  deliver(pushed: PushMessage, body: Buffer): void;
}

/** What differs between push services. */
export interface PushServiceWays {
  receiverOf(endpoint: string): Receiver | undefined;
  refuseVapid(problem: VapidProblem): [status: number, text: string];
  /** The service's own words for a status. */
  words?: Readonly<Record<number, string>>;
}

const maxBody = 4096;
const idOf = (endpoint: string): string => endpoint.slice(endpoint.lastIndexOf('/') + 1);

function problemOfHeaders(request: IncomingMessage, bytes: number): [number, string] | null {
  const { ttl, 'content-encoding': encoding } = request.headers;
  if (typeof ttl !== 'string' || !/^\d+$/.test(ttl)) return [400, 'TTL is missing'];
  if (bytes > maxBody) return [413, `More than ${maxBody} bytes`];
  if (bytes > 0 && encoding !== 'aes128gcm') return [400, 'Content-Encoding is not aes128gcm'];
  return null;
}

/** Where senders post their pushes (RFC 8030): what every double of a push service does with them. */
export class PushEndpoint {
  private readonly arrivals = new Arrivals<PushMessage>();
  readonly messages: readonly PushMessage[] = this.arrivals.all;
  private readonly gone = new Set<string>();
  private nextAnswer: PushAnswer = null;

  constructor(private readonly ways: PushServiceWays) {}

  /** The oldest push that no `next` has given yet; waits for one when there is none. */
  next(timeout = 10_000): Promise<PushMessage> {
    return this.arrivals.next(
      () => true,
      timeout,
      () => 'No push',
    );
  }

  /** Later pushes to the endpoint, or to the one with this id at its end, are answered 410. */
  expire(endpoint: string): void {
    this.gone.add(idOf(endpoint));
  }

  isGone(endpoint: string): boolean {
    return this.gone.has(idOf(endpoint));
  }

  answer(next: PushAnswer): void {
    this.nextAnswer = next;
  }

  /** Answers a push to the endpoint. Like real ones it knows nothing of CORS: an extension needs a host permission, a page cannot push. */
  async take(request: IncomingMessage, response: ServerResponse, endpoint: string): Promise<void> {
    if (request.method !== 'POST') return sendJson(response, { message: 'POST only' }, 405);
    const body = await readBody(request);
    const answer = this.nextAnswer;
    if (answer === 'broken') return void request.socket.destroy();
    this.nextAnswer = null;
    if (answer !== null && typeof answer === 'object') await setTimeout(answer.slow);
    const receiver = this.ways.receiverOf(endpoint);
    const [status, text] =
      typeof answer === 'number'
        ? [answer, 'As the test wants it']
        : this.judge(request, endpoint, receiver, body.length);
    const { ttl, 'content-encoding': encoding = null } = request.headers;
    const pushed: PushMessage = {
      endpoint,
      status,
      ttl: typeof ttl === 'string' ? Number(ttl) : null,
      encoding,
      headers: request.headers,
      bytes: body.length,
    };
    this.arrivals.add(pushed);
    if (status !== 201) {
      const words = this.ways.words?.[status];
      if (words === undefined) return sendJson(response, { code: status, message: text }, status);
      return void response.writeHead(status, { 'content-type': 'text/plain' }).end(`${words}\n`);
    }
    const { origin } = new URL(endpoint);
    response.writeHead(201, { location: `${origin}/message/${this.messages.length}` }).end();
    if (answer === 'undecryptable' && body.length > 0)
      body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
    if (typeof answer !== 'number') receiver?.deliver(pushed, body);
  }

  private judge(
    request: IncomingMessage,
    endpoint: string,
    receiver: Receiver | undefined,
    bytes: number,
  ): [number, string] {
    if (this.isGone(endpoint)) return [410, 'The subscription is gone'];
    if (!receiver) return [404, 'No such subscription'];
    const problem = problemOfHeaders(request, bytes);
    if (problem) return problem;
    const { authorization } = request.headers;
    const { origin } = new URL(endpoint);
    const refused = receiver.key && vapidProblem(authorization, receiver.key, origin);
    return refused ? this.ways.refuseVapid(refused) : [201, 'Created'];
  }
}
