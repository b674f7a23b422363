import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { CouldNotCheck } from '../../cli/could-not-check';
import { InspectError } from '../../cli/runners/inspect-error';
import { mostBytes, refuseForeign } from '../../cli/serve/guard';
import type { ServedSession } from '../../cli/serve/open-session';
import { routes } from '../../cli/serve/routes';
import { runServe } from '../../cli/serve/run-serve';
import { type SessionServer, serveHttp } from '../../cli/serve/serve-http';
import { makeShelf, type OpenedSession } from '../../cli/serve/session-shelf';
import { UsageError } from '../../cli/usage-error';
import { openApiText } from '../../scripts/openapi-text';

let server: SessionServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Told {
  status: number | undefined;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  body: any;
}

const outcome = { id: 'saved', severity: 'ok', sentence: '', next: '', entry: '1:1' };

/** A session without a browser, which notes what is done with it. */
const makeSession = (done: unknown[][]) => {
  const note =
    (name: string, value: unknown) =>
    async (...args: unknown[]) => {
      done.push([name, ...args]);
      return value;
    };
  return {
    goto: note('goto', undefined),
    click: note('click', undefined),
    missed: note('missed', null),
    subscribe: note('subscribe', outcome),
    call: note('call', outcome),
    push: note('push', [{ title: 'a', body: '', tag: '' }]),
    diagnosis: note('diagnosis', { findings: [] }),
    async outcome() {
      throw new InspectError('timeout', 'It had not been called.');
    },
    entries: note('entries', []),
    session: note('session', '{"format":"x"}'),
    stop: note('stop', undefined),
  } as unknown as ServedSession;
};

const start = async (most = 2, idleMs = 60_000) => {
  const done: unknown[][] = [];
  const shelf = makeShelf(most, idleMs);
  const close = vi.fn(async () => {});
  server = await serveHttp(0, shelf, async (asked) => {
    done.push(['open', asked]);
    return { session: makeSession(done), close };
  });
  return { port: server.port, done, close };
};

const ask = (
  port: number,
  method: string,
  target: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const type: Record<string, string> =
      body === undefined ? {} : { 'Content-Type': 'application/json' };
    const asked = request(
      { host: '127.0.0.1', port, method, path: target, headers: { ...type, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (data) => (text += data));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: JSON.parse(text),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

const create = async (port: number): Promise<string> =>
  (await ask(port, 'POST', '/sessions')).body.id;

test('each request does what it says', async () => {
  const { port, done, close } = await start();
  const made = await ask(port, 'POST', '/sessions', {
    body: '{"url":"https://shop.example/","browser":"firefox","permission":"denied"}',
  });
  const { id } = made.body;
  expect(id).toMatch(/^[\da-f-]{36}$/);
  const at = `/sessions/${id}`;
  const post = (what: string, body: object) =>
    ask(port, 'POST', `${at}/${what}`, { body: JSON.stringify(body) });
  const get = (what: string) => ask(port, 'GET', `${at}/${what}`);
  expect((await post('goto', { url: 'shop.example/sale' })).body).toEqual({ missed: null });
  expect((await post('subscribe', { click: '#ok' })).body).toEqual(outcome);
  expect((await post('click', { selector: '#x' })).body).toEqual({});
  const call = { method: 'updateSubscription', args: [{ email: 'a@example.com' }, 1] };
  expect((await post('call', call)).body).toEqual(outcome);
  expect((await post('push', { payload: { title: 'a' } })).body.shown).toHaveLength(1);
  expect((await get('diagnosis')).body).toEqual({ findings: [] });
  expect((await get('entries')).body).toEqual({ entries: [] });
  expect((await get('session')).body).toEqual({ format: 'x' });
  expect(await get('outcome/initSubscription')).toMatchObject({
    status: 504,
    body: { error: { code: 'timeout', message: 'It had not been called.' } },
  });
  expect((await get('outcome/nothing')).status).toBe(400);
  expect((await ask(port, 'DELETE', at)).body).toEqual({});
  expect(close).toHaveBeenCalledOnce();
  expect((await get('diagnosis')).body.error.code).toBe('no-session');
  expect(done).toEqual([
    ['open', { url: 'https://shop.example/', browser: 'firefox', permission: 'denied' }],
    ['goto', 'shop.example/sale'],
    ['missed'],
    ['subscribe', { click: '#ok' }],
    ['click', '#x'],
    ['call', 'updateSubscription', { email: 'a@example.com' }, 1],
    ['push', { title: 'a' }],
    ['diagnosis'],
    ['entries'],
    ['session'],
    ['stop'],
  ]);
});

test.each([
  ['another name, which a page’s host may have', { Host: 'evil.example' }, 'foreign-host'],
  ['another name with the port', { Host: 'evil.example:4477' }, 'foreign-host'],
  ['a page', { Origin: 'https://evil.example' }, 'from-a-page'],
  ['a page without an origin', { Origin: 'null' }, 'from-a-page'],
  ['an image of a page', { 'Sec-Fetch-Site': 'cross-site' }, 'from-a-page'],
  ['a link of a page', { Referer: 'https://evil.example/' }, 'from-a-page'],
])('refuses %s, and lets no page read why', async (_, headers, code) => {
  const { port, done } = await start();
  for (const [method, target] of [
    ['POST', '/sessions'],
    ['OPTIONS', '/sessions'],
    ['GET', '/'],
  ] as const) {
    const told = await ask(port, method, target, { headers });
    expect([told.status, told.body.error.code]).toEqual([403, code]);
    expect(Object.keys(told.headers).filter((name) => name.includes('allow'))).toEqual([]);
  }
  expect(done).toEqual([]);
});

test('Node’s own fetch is no page', async () => {
  const { port } = await start();
  const answer = await fetch(`http://localhost:${port}/sessions`, { method: 'POST' });
  expect(answer.status).toBe(200);
});

test('refuses what is too large, no JSON, not known, or no address of the web', async () => {
  const { port, done } = await start();
  const post = (body: string, headers: Record<string, string> = {}) =>
    ask(port, 'POST', '/sessions', { body, headers });
  const codeOf = ({ status, body }: Told) => [status, body.error.code];
  expect(codeOf(await post(`"${'x'.repeat(mostBytes)}"`))).toEqual([413, 'too-large']);
  expect(codeOf(await post('{}', { 'Content-Type': 'text/plain' }))).toEqual([415, 'not-json']);
  for (const body of [
    '{',
    '[]',
    '{"browser":"safari"}',
    '{"args":["--no-sandbox"]}',
    '{"url":"file:///etc/passwd"}',
    '{"url":"javascript:alert(1)"}',
    '{"url":"chrome://settings"}',
    '{"__proto__":{"url":"x"}}',
  ])
    expect([body, ...codeOf(await post(body))]).toEqual([body, 400, 'bad-request']);
  expect(codeOf(await ask(port, 'PUT', '/sessions'))).toEqual([405, 'no-method']);
  expect(codeOf(await ask(port, 'GET', '/nothing'))).toEqual([404, 'no-path']);
  expect(codeOf(await ask(port, 'GET', '/sessions/x/diagnosis'))).toEqual([404, 'no-session']);
  expect(done).toEqual([]);
});

test('what is for the site of a page is refused where no page is named, and credentials belong to the session', async () => {
  const { port, done } = await start();
  const post = (target: string, body: object) =>
    ask(port, 'POST', target, { body: JSON.stringify(body) });
  const given = {
    permission: 'denied',
    user: { name: 'mira', password: 'hunter22' },
    cookies: [{ name: 'a', value: '1' }],
  };
  for (const [name, value] of Object.entries(given)) {
    const { status, body } = await post('/sessions', { [name]: value });
    expect([name, status, body.error.code]).toEqual([name, 400, 'bad-request']);
    expect(body.error.message).toContain('they are for the site of url');
    expect(body.error.message).not.toContain('hunter22');
  }
  expect(done).toEqual([]);
  const { body } = await post('/sessions', { ...given, url: 'https://shop.example/' });
  const at = `/sessions/${body.id}/goto`;
  const told = await post(at, { url: 'https://mira:hunter22@shop.example/' });
  expect([told.status, told.body.error.code]).toEqual([400, 'bad-request']);
  expect(told.body.error.message).not.toContain('hunter22');
  expect(done).toHaveLength(1);
});

test('on HTTP’s own port clients name the host alone', () => {
  const refuse = (host: string, port: number) => () => refuseForeign({ headers: { host } }, port);
  for (const host of ['127.0.0.1', 'localhost', '127.0.0.1:80', 'localhost:80'])
    expect(refuse(host, 80)).not.toThrow();
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1:4477'])
    expect(refuse(host, 80)).toThrow('Host');
  for (const host of ['127.0.0.1', 'localhost']) expect(refuse(host, 4477)).toThrow('Host');
});

test('a port that is taken is told as that', async () => {
  const { port } = await start();
  const error = await serveHttp(port, makeShelf(1, 60_000), () => Promise.reject()).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(CouldNotCheck);
  expect(error.message).toBe(`--port ${port}: taken`);
});

test.each([
  ['--browser-arg', '--gcm-checkin-url=https://other.example', '--gcm-checkin-url'],
  ['--browser-pref', 'dom.push.serverURL=wss://other.example', 'dom.push.serverURL'],
])('a double of the push service is not set by %s too', async (flag, value, name) => {
  const asked = runServe(['--push-service', 'double', `${flag}=${value}`], {
    folder: '',
    version: '0.0.0',
  });
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow(`--push-service double sets ${name} itself`);
});

test('is not reached by another address of this machine', async () => {
  const { port } = await start();
  const error = await new Promise<Error>((resolve, reject) => {
    const socket = connect(port, '127.0.0.2');
    socket.once('error', resolve);
    socket.once('connect', () => reject(new Error('connected')));
  });
  expect(error.message).toContain('ECONNREFUSED');
});

test('sessions: no more than so many, those that nobody uses end, and all end with the server', async () => {
  const { port, close } = await start(1, 200);
  const id = await create(port);
  expect((await ask(port, 'POST', '/sessions')).body.error.code).toBe('too-many');
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect((await ask(port, 'GET', `/sessions/${id}/entries`)).status).toBe(404);
  await create(port);
  await server?.close();
  expect(close).toHaveBeenCalledTimes(2);
  server = undefined;
});

test('a session that is being opened when all is to end is ended too, and waited for', async () => {
  const shelf = makeShelf(1, 60_000);
  const steps: string[] = [];
  let finish = (_: OpenedSession): void => {};
  const added = shelf
    .add(() => new Promise<OpenedSession>((resolve) => (finish = resolve)))
    .catch((error: Error) => error.message);
  const closed = shelf.close().then(() => steps.push('shelf'));
  finish({
    session: makeSession([]),
    close: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      steps.push('browser');
    },
  });
  await closed;
  expect(steps).toEqual(['browser', 'shelf']);
  expect(await added).toBe('The server is ending.');
});

test('the description in docs is that of what is answered', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/serve.openapi.json');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written).toEqual(JSON.parse(openApiText()));
  const described = Object.entries(written.paths as Record<string, object>).flatMap(
    ([at, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
  );
  expect(described.sort()).toEqual(routes.map(({ method, path: at }) => `${method} ${at}`).sort());
});
