import type { IncomingMessage, ServerResponse } from 'node:http';
import { FcmTokens } from '../../cli/push-service/google/fcm-tokens';
import { firebaseAnswer } from '../../cli/push-service/google/firebase';
import { listen, readBody, sendJson } from '../../cli/push-service/http';
import { AltcraftLog, type Failure, type ReceivedRequest } from './altcraft-log';
import { sdkSource, workerSource } from './sdk-source';
import { sendScript } from './send-script';
import { readVariant } from './variant';

/** A double of Altcraft's server, and of the two Firebase hosts. */
export interface AltcraftDouble {
  url: string;
  /** What was received, preflights not counted. */
  requests: readonly ReceivedRequest[];
  /** The oldest request of that name that no `next` has given yet; waits for one when there is none. */
  next(name: string, timeout?: number): Promise<ReceivedRequest>;
  /** From now on requests of that name (`*`: all of the SDK's) fail, `times` times or until `reset`. */
  fail(name: string, failure: Failure, times?: number): void;
  /** What `content/get` answers. */
  content: Record<string, unknown>;
  /** Forgets failures and received requests. */
  reset(): void;
  close(): Promise<void>;
}

const script = 'self.firebase = self.firebase ?? { apps: [], SDK_VERSION: "7.15.5" };';

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', 'X-Cookie');
  response.setHeader('vary', 'origin');
  // A browser repeats a request by itself when a kept connection breaks: `unreachable` would be seen twice.
  response.setHeader('connection', 'close');
}

function preflight(response: ServerResponse): void {
  const firebase = 'x-goog-api-key, x-goog-firebase-installations-auth';
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', `content-type, x-cookie, ${firebase}`);
  response.writeHead(204).end();
}

/** The request's name, as the inspector's protocol has it. */
function nameOf(url: URL): string {
  const pixel = url.searchParams.get('_push_pix');
  const path = pixel ?? url.pathname;
  return path.replace(/^\/(push\/subscription\/|push\/(?=content)|v1\/projects\/[^/]+\/)?/, '');
}

function answerOf(name: string, content: unknown): unknown {
  if (name === 'content/get') return { error: 0, data: content };
  if (name === 'set_cookie_only')
    return { error: 0, cookie_id: crypto.randomUUID().replaceAll('-', '') };
  return { error: 0 };
}

/** Starts the double on its own loopback origin. `tokens`: where its FCM tokens are known, for who sends to one. */
export async function startAltcraft(port = 0, tokens = new FcmTokens()): Promise<AltcraftDouble> {
  const log = new AltcraftLog();
  const scripts: Record<string, (query: URLSearchParams) => string> = {
    '/ak_container.js': (query) => {
      const variant = readVariant(query);
      return variant.sdk === 'none' ? '' : sdkSource(variant.sdk, variant, double.url);
    },
    '/service-worker.js': (query) => workerSource(readVariant(query), double.url),
    '/firebase-app.js': () => script,
    '/firebase-messaging.js': () => script,
  };

  /** What Google answers in place of the service that it has switched off: no page may read it. */
  async function sendSwitchedOff(request: IncomingMessage, response: ServerResponse, url: URL) {
    log.add(nameOf(url), request, url, (await readBody(request)).toString());
    sendJson(response, { error: 'not found' }, 404);
  }

  async function control(request: IncomingMessage, response: ServerResponse, path: string) {
    if (path === '/control/requests') return sendJson(response, log.requests);
    const given = JSON.parse((await readBody(request)).toString() || '{}');
    if (path === '/control/reset') double.reset();
    else if (path === '/control/fail') double.fail(given.name, given.failure, given.times);
    else return sendJson(response, { error: 'unknown control' }, 404);
    sendJson(response, { done: true });
  }

  const http = await listen(port, async (request, response, url) => {
    if (url.pathname === '/fcm/connect/subscribe') return sendSwitchedOff(request, response, url);
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') return preflight(response);
    if (url.pathname.startsWith('/control/')) return control(request, response, url.pathname);
    const text = (await readBody(request)).toString();
    const received = log.add(nameOf(url), request, url, text);
    const failure = log.failureOf(received.name);
    if (failure?.unreachable) return void request.socket.destroy();
    if (failure?.slow) await new Promise((resolve) => setTimeout(resolve, failure.slow));
    if (failure?.status) return sendJson(response, { error: failure.status }, failure.status);
    if (url.pathname.startsWith('/missing/')) return sendJson(response, { error: 'none' }, 404);
    const source = scripts[url.pathname];
    if (source) return sendScript(response, source(url.searchParams));
    if (url.pathname.startsWith('/hub/')) return void response.writeHead(204).end();
    if (/^(\/second)?\/pixel$/.test(url.pathname)) {
      response.setHeader('x-cookie', request.headers['x-cookie'] ?? `ak-${crypto.randomUUID()}`);
    }
    if (failure?.error !== undefined) return sendJson(response, { error: failure.error });
    const firebase = firebaseAnswer(tokens, {
      method: received.method,
      path: url.pathname,
      body: received.body,
    });
    sendJson(response, firebase ?? answerOf(received.name, double.content));
  });

  const url = `http://127.0.0.1:${http.port}`;
  const double: AltcraftDouble = {
    url,
    requests: log.requests,
    next: (name, timeout) => log.next(name, timeout),
    fail: (name, failure, times) => log.fail(name, failure, times),
    content: {
      title: 'Fresh first flush',
      body: 'Darjeeling of this spring is here.',
    },
    reset: () => log.reset(),
    close: () => http.close(),
  };
  return double;
}
