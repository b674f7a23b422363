import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type GridOptions, gridConnection, newGridSession } from '../../cli/grid-session';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Request {
  line: string;
  authorization: string | undefined;
  body: string;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

/** A hub that answers always the same; gives its host and what it was asked. */
const startHub = async (status: number, value: object) => {
  const requests: Request[] = [];
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const body = await bodyOf(request);
    requests.push({ line: `${method} ${url}`, authorization: headers.authorization, body });
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
};

const optionsFor = (address: string, more: Partial<GridOptions> = {}): GridOptions => ({
  name: 'chromium',
  address,
  capabilities: {},
  args: [],
  prefs: {},
  ...more,
});

const ask = (options: GridOptions) => newGridSession(options, new AbortController().signal);

test('a session of a Grid is reached as the Grid was, whatever its machine is called', async () => {
  const { host, requests } = await startHub(200, {
    sessionId: 'abc',
    capabilities: { webSocketUrl: 'ws://10.1.2.3:4444/session/abc/se/bidi' },
  });
  const session = await ask(optionsFor(`http://mira:p%40ss@${host}/wd/hub/`));
  expect(session.socket).toBe(`ws://${host}/wd/hub/session/abc/se/bidi`);
  const authorization = `Basic ${Buffer.from('mira:p@ss').toString('base64')}`;
  expect(session.headers).toEqual({ Authorization: authorization });
  await session.end();
  expect(requests.map(({ line, authorization: given }) => [line, given])).toEqual([
    ['POST /wd/hub/session', authorization],
    ['DELETE /wd/hub/session/abc', authorization],
  ]);
});

test('another vendor’s address is used as it is', async () => {
  const webSocketUrl = 'wss://cdp.rented.example/session/abc?key=1';
  const { host } = await startHub(200, { sessionId: 'abc', capabilities: { webSocketUrl } });
  expect((await ask(optionsFor(`http://${host}`))).socket).toBe(webSocketUrl);
});

test.each([
  ['wss://cdp.rented.example/session/abc', true],
  ['ws://cdp.rented.example/session/abc', false],
  ['ws://{host}/devtools/abc', true],
  ['ws://127.0.0.1:1/session/abc', false],
  ['ws://127.0.0.1/session/abc', false],
  ['no address', false],
])('the hub’s password is for %s: %s', async (named, isGiven) => {
  const capabilities = { webSocketUrl: '' };
  const { host } = await startHub(200, { sessionId: 'abc', capabilities });
  capabilities.webSocketUrl = named.replace('{host}', host);
  const { socket, headers } = await ask(optionsFor(`http://mira:secret@${host}`));
  expect(socket).toBe(capabilities.webSocketUrl);
  expect(Object.keys(headers)).toEqual(isGiven ? ['Authorization'] : []);
});

test.each([
  [
    'chromium',
    {
      browserName: 'chrome',
      'goog:chromeOptions': { args: expect.arrayContaining(['--headless=new', '--x']) },
    },
  ],
  [
    'firefox',
    {
      browserName: 'firefox',
      'moz:firefoxOptions': {
        args: expect.arrayContaining(['-headless', '--x']),
        prefs: { 'dom.push.connection.enabled': true, 'a.b': 7 },
      },
    },
  ],
] as const)('what is asked for: %s', async (name, expected) => {
  const { host, requests } = await startHub(500, {});
  const asked = ask(
    optionsFor(`http://${host}`, {
      name,
      args: ['--x'],
      prefs: { 'a.b': 7 },
      capabilities: { platformName: 'linux' },
    }),
  );
  await expect(asked).rejects.toThrow();
  const { capabilities } = JSON.parse(requests[0]?.body ?? '');
  expect(capabilities.alwaysMatch).toMatchObject({
    ...expected,
    webSocketUrl: true,
    platformName: 'linux',
  });
});

test('what a Grid says of a refusal has nothing of what it was told in confidence', async () => {
  const { host } = await startHub(500, {
    error: 'session not created',
    message: 'No node has {options: {accessKey: k-123-secret}} for mira:p@ss\nBuild info: …',
  });
  const capabilities = { 'rented:options': { accessKey: 'k-123-secret' } };
  const asked = ask(optionsFor(`http://mira:p%40ss@${host}`, { capabilities }));
  await expect(asked).rejects.toThrow(
    'session not created: No node has {options: {accessKey: …}} for …:…',
  );
});

test('a browser without WebDriver BiDi is given back', async () => {
  const { host, requests } = await startHub(200, { sessionId: 'abc', capabilities: {} });
  await expect(ask(optionsFor(`http://${host}`))).rejects.toThrow('webSocketUrl');
  expect(requests.at(-1)?.line).toBe('DELETE /session/abc');
});

test('what is no Grid', async () => {
  server = createServer((_request, response) => response.writeHead(404).end('<html>'));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(ask(optionsFor(`http://127.0.0.1:${port}`))).rejects.toThrow('answered 404');
});

test('the way to a session that was made elsewhere', () => {
  const hub = 'https://mira:p%40ss@hub.example/wd/hub';
  const of = (webSocketUrl: string) =>
    gridConnection(hub, { sessionId: 'abc', capabilities: { webSocketUrl } });
  const headers = { Authorization: `Basic ${Buffer.from('mira:p@ss').toString('base64')}` };
  expect(of('ws://10.1.2.3:4444/session/abc/se/bidi')).toEqual({
    socket: 'wss://hub.example/wd/hub/session/abc/se/bidi',
    headers,
  });
  expect(of('wss://rented.example/abc')).toEqual({ socket: 'wss://rented.example/abc', headers });
  for (const socket of ['ws://10.1.2.3/abc', 'nonsense'])
    expect(of(socket)).toEqual({ socket, headers: {} });
});
