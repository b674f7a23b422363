import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CouldNotCheck } from '../could-not-check';
import { readJsonText } from '../read-json';
import { readBody, refuseForeign } from './guard';
import { HttpError, toHttpError } from './http-error';
import { readMethod } from './read-method';
import type { RequestBody } from './requests';
import { requestBodies } from './requests';
import { findRoute } from './routes';
import type { OpenedSession, SessionShelf } from './session-shelf';

/** What serves the sessions. */
export interface SessionServer {
  port: number;
  close(): Promise<void>;
}

/** How long a request may take to come, milliseconds. */
const requestTimeout = 30_000;

type Open = (asked: RequestBody<'create'>) => Promise<OpenedSession>;

const answer = (response: ServerResponse, status: number, value: unknown): void => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    // A browser that shows it takes it for what it says.
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
};

/** Does what a request asks for; gives what is answered: a value, or a text that is JSON already. */
const serve = async (
  request: IncomingMessage,
  port: number,
  shelf: SessionShelf,
  open: Open,
): Promise<unknown> => {
  refuseForeign(request, port);
  const { method = '', url = '/' } = request;
  const route = findRoute(method, url.split('?')[0] ?? '/');
  if ('allowed' in route) {
    if (route.allowed.length === 0) throw new HttpError(404, 'no-path', 'There is no such path.');
    throw new HttpError(405, 'no-method', `Allowed: ${route.allowed.join(', ')}`);
  }
  const text = await readBody(request);
  const [id = '', name = ''] = route.values;
  const body = <Name extends keyof typeof requestBodies>(which: Name): RequestBody<Name> =>
    readJsonText(() => text, 'The body', requestBodies[which]);
  switch (route.id) {
    case 'create': {
      const asked = body('create');
      return { id: await shelf.add(() => open(asked)) };
    }
    case 'goto': {
      const { url: to } = body('goto');
      return shelf.use(id, async ({ goto, missed }) => {
        await goto(to);
        return { missed: await missed() };
      });
    }
    case 'subscribe': {
      const asked = body('subscribe');
      return shelf.use(id, ({ subscribe }) => subscribe(asked));
    }
    case 'click': {
      const { selector } = body('click');
      return shelf.use(id, async ({ click }) => {
        await click(selector);
        return {};
      });
    }
    case 'call': {
      const asked = body('call');
      return shelf.use(id, ({ call }) => call(asked.method, ...(asked.args ?? [])));
    }
    case 'push': {
      const { payload } = body('push');
      return shelf.use(id, async ({ push }) => ({ shown: await push(payload) }));
    }
    case 'diagnosis':
      return shelf.use(id, ({ diagnosis }) => diagnosis());
    case 'outcome': {
      const wanted = readMethod(name);
      return shelf.use(id, ({ outcome }) => outcome(wanted));
    }
    case 'entries':
      return shelf.use(id, async ({ entries }) => ({ entries: await entries() }));
    case 'session':
      return shelf.use(id, ({ session }) => session());
    case 'end':
      await shelf.end(id);
      return {};
  }
};

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'taken',
  EACCES: 'this user may not listen there',
};

/** Why nothing can listen there, for who has started it. */
const toReason = ({ code = '', message }: NodeJS.ErrnoException, port: number): CouldNotCheck =>
  new CouldNotCheck(`--port ${port}: ${reasons[code] ?? message}`);

/** Listens on this machine alone. `port` 0: any that is free. Rejects with a `CouldNotCheck` where nothing can listen there. */
export const serveHttp = async (
  port: number,
  shelf: SessionShelf,
  open: Open,
): Promise<SessionServer> => {
  let listening = port;
  const server = createServer(
    { requestTimeout, headersTimeout: requestTimeout },
    async (request, response) => {
      try {
        answer(response, 200, await serve(request, listening, shelf, open));
      } catch (error) {
        const { status, code, message } = toHttpError(error);
        // What is left of a body that was too large is not read.
        if (status === 413) response.setHeader('Connection', 'close');
        answer(response, status, { error: { code, message } });
      }
    },
  );
  server.maxConnections = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toReason(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  listening = (server.address() as AddressInfo).port;
  return {
    port: listening,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await shelf.close();
    },
  };
};
