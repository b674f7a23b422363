import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, readBody, sendJson } from '../http';
import type { KeyPair } from '../made-keys';
import { PushEndpoint } from '../push-endpoint';
import type { PushServiceDouble } from '../push-service';
import { makeCertificate } from './certificate';
import { checkInAnswer } from './check-in';
import { type FcmErrorName, fcmError } from './fcm-errors';
import { FcmTokens } from './fcm-tokens';
import { firebaseAnswer } from './firebase';
import { McsServer } from './mcs';
import { OAuth, type ServiceAccount } from './oauth';
import { pushElsewhere } from './push-elsewhere';
import { Registrations } from './registrations';
import { type FcmSender, sendMessage } from './send-message';

/** Google's hosts that the double stands for; `jmt17.google.com` has the endpoints of Chromium, Chrome Dev and Canary. */
export const googleHosts = [
  'jmt17.google.com',
  'fcm.googleapis.com',
  'fcmregistrations.googleapis.com',
  'firebaseinstallations.googleapis.com',
  'oauth2.googleapis.com',
] as const;

/** Google's push service, Firebase and accounts, for a Chromium started with `chromiumPushArgs`. */
export interface GooglePushDouble extends PushServiceDouble {
  /** What stands for `googleHosts`, over TLS. */
  tlsPort: number;
  /** The browser's own connection. */
  mcsPort: number;
  /** SHA-256 of the certificate's public key, base64. */
  spki: string;
  /** FCM tokens and the subscriptions that they stand for. */
  tokens: FcmTokens;
  /** The key file of a project's service account; by default of one that is always the same. */
  serviceAccount(project?: string): ServiceAccount;
  /** What HTTP v1 answers the next message; `broken`: its connection breaks. */
  answerSend(next: FcmErrorName | 'broken' | null): void;
}

const defaultProject = 'northwind-tea';

/** Google's words. */
const words = {
  401: 'authorization header must be specified.',
  403: 'the VAPID credentials in the authorization header do not correspond to the credentials used to create the subscriptions.',
  404: 'A valid push subscription endpoint should be specified in the URL as such: https://fcm.googleapis.com/wp/dHIoDxE7Hdg:APA91bH1Zj0kNa...',
  410: 'push subscription has unsubscribed or expired.',
};

function allowOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', '*');
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, x-goog-api-key, x-goog-firebase-installations-auth, x-firebase-client',
  );
}

/** How the double is started. */
export interface GooglePushOptions {
  /** For the browser's HTTP; 0: a free one. */
  port?: number | undefined;
  /** Of a site that has given Firebase its own. */
  siteKeys?: KeyPair;
  /** Whether it is told over HTTP how to answer: for tests and the demo alone, as any page that its browser shows could do that. */
  hasControls?: boolean;
}

/** Starts the double: a port for the browser's HTTP, one for Google's hosts, one for the browser's connection. */
export async function startGooglePush({
  port = 0,
  siteKeys,
  hasControls = false,
}: GooglePushOptions = {}): Promise<GooglePushDouble> {
  const certificate = makeCertificate(['localhost', ...googleHosts]);
  const mcs = new McsServer(certificate);
  const registrations = new Registrations((token) => pushes.expire(token));
  const tokens = new FcmTokens();
  const oauth = new OAuth();
  let nextSend: FcmErrorName | 'broken' | null = null;

  const registrationOf = (endpoint: string) =>
    registrations.find(endpoint.slice(endpoint.lastIndexOf('/') + 1));
  const pushes = new PushEndpoint({
    receiverOf(endpoint) {
      const found = registrationOf(endpoint);
      return found && { key: found.sender, deliver: (_, body) => mcs.deliver(found, body) };
    },
    refuseVapid: ({ kind, text }) => [kind === 'missing' ? 401 : 403, text],
    words,
  });
  const push: FcmSender['push'] = async ({ endpoint }, body, headers) => {
    if (!googleHosts.some((host) => host === new URL(endpoint).host))
      return pushElsewhere(endpoint, body, headers, siteKeys);
    const found = registrationOf(endpoint);
    if (!found || pushes.isGone(endpoint)) return 410;
    mcs.deliver(found, body);
    return 201;
  };

  async function send(request: IncomingMessage, response: ServerResponse, project: string) {
    const body = JSON.parse((await readBody(request)).toString());
    const failure = nextSend;
    nextSend = null;
    if (failure === 'broken') return void request.socket.destroy();
    const sender = { oauth, tokens, push };
    const { authorization } = request.headers;
    const answer = failure
      ? fcmError(failure)
      : await sendMessage(sender, project, authorization, body);
    sendJson(response, answer.body, answer.status);
  }

  async function control(request: IncomingMessage, response: ServerResponse, path: string) {
    if (path === '/control/service-account')
      return sendJson(response, oauth.account(defaultProject));
    const { next } = JSON.parse((await readBody(request)).toString());
    if (path === '/control/answer') pushes.answer(next);
    else if (path === '/control/answer-send') nextSend = next;
    else return sendJson(response, { error: 'unknown control' }, 404);
    sendJson(response, { done: true });
  }

  async function handle(request: IncomingMessage, response: ServerResponse, { pathname }: URL) {
    if (/^\/(fcm\/send|wp)\//.test(pathname)) {
      const scheme = 'encrypted' in request.socket ? 'https' : 'http';
      return pushes.take(request, response, `${scheme}://${request.headers.host}${pathname}`);
    }
    if (pathname === '/checkin') return void response.end(checkInAnswer());
    const form = async () => new URLSearchParams((await readBody(request)).toString());
    if (pathname === '/register3') return void response.end(registrations.answer(await form()));
    if (hasControls && pathname.startsWith('/control/'))
      return control(request, response, pathname);
    allowOrigin(response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (pathname === '/token') {
      const { body, status } = oauth.exchange(await form());
      return sendJson(response, body, status);
    }
    const project = /^\/v1\/projects\/([^/]+)\/messages:send$/.exec(pathname)?.[1];
    if (project) return send(request, response, project);
    const text = (await readBody(request)).toString();
    const body = text && JSON.parse(text);
    const answer = firebaseAnswer(tokens, { method: request.method ?? '', path: pathname, body });
    sendJson(response, answer ?? { error: 'not found' }, answer ? 200 : 404);
  }

  const http = await listen(port, handle);
  const tls = await listen(0, handle, certificate);
  const mcsPort = await mcs.listen();
  return {
    url: `http://127.0.0.1:${http.port}`,
    tlsPort: tls.port,
    mcsPort,
    spki: certificate.spki,
    tokens,
    messages: pushes.messages,
    next: (timeout) => pushes.next(timeout),
    expire: (endpoint) => pushes.expire(endpoint),
    answer: (next) => pushes.answer(next),
    serviceAccount: (project = defaultProject) => oauth.account(project),
    answerSend: (next) => {
      nextSend = next;
    },
    async close() {
      await Promise.all([http.close(), tls.close(), mcs.close()]);
    },
  };
}
