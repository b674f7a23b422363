import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Arrivals } from '../../cli/push-service/arrivals';

/** How the double fails. Several can go together: `{slow: 500, status: 503}`. */
export interface Failure {
  /** HTTP status of the answer. */
  status?: number;
  /** `error` in the body of a 200. */
  error?: number | string;
  /** Milliseconds before the answer. */
  slow?: number;
  /** The connection breaks. */
  unreachable?: boolean;
}

export interface ReceivedRequest {
  /**
   * `save`, `update`, `suspend`, `delete`, `content/get`, `set_cookie_only`, `installations`, `registrations`; for others the path:
   * `ak_container.js`, `service-worker.js`, `hub/ack`, `hub/open`.
   */
  name: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Parsed when it is JSON, else the text. */
  body: unknown;
  time: number;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What the Altcraft double received, and how it is told to fail. */
export class AltcraftLog {
  private readonly received = new Arrivals<ReceivedRequest>();
  readonly requests: readonly ReceivedRequest[] = this.received.all;
  private readonly failures = new Map<string, { failure: Failure; left: number }>();

  add(name: string, request: IncomingMessage, url: URL, text: string): ReceivedRequest {
    const { method = '', headers } = request;
    const path = url.pathname + url.search;
    const body = parse(text);
    return this.received.add({ name, method, url: path, headers, body, time: Date.now() });
  }

  next(name: string, timeout = 10_000): Promise<ReceivedRequest> {
    const names = () => this.requests.map((request) => request.name).join(', ') || 'nothing';
    return this.received.next(
      (request) => request.name === name,
      timeout,
      () => `No ${name} (received: ${names()})`,
    );
  }

  fail(name: string, failure: Failure, times = Number.POSITIVE_INFINITY): void {
    this.failures.set(name, { failure, left: times });
  }

  failureOf(name: string): Failure | undefined {
    const isScript = name.endsWith('.js');
    const entry = this.failures.get(name) ?? (isScript ? undefined : this.failures.get('*'));
    if (!entry || entry.left <= 0) return undefined;
    entry.left -= 1;
    return entry.failure;
  }

  reset(): void {
    this.received.clear();
    this.failures.clear();
  }
}
