import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callSnippet, curlLine } from '../../../lib/calls/snippet';
import { hostileText, hostileTexts } from '../../support/hostile-texts';

const run = promisify(execFile);
// Each line starts a shell and curl.
vi.setConfig({ testTimeout: 60_000 });

interface Received {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

describe('a curl line that is run', () => {
  let received: Received[] = [];
  let server: Server;
  let site = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const pairs: [string, string][] = [];
        for (let i = 0; i < request.rawHeaders.length; i += 2)
          pairs.push([request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? '']);
        received.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: Object.fromEntries(pairs),
          body: Buffer.concat(parts).toString('utf8'),
        });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const send = async (shell: string, ...lines: string[]): Promise<Received[]> => {
    received = [];
    const script = lines.map((line) => `${line} --silent --max-time 9`).join('\n');
    // An odd request may fail; what matters is what was sent.
    await run(shell, ['-c', script], {
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: '/nowhere' },
    }).catch(() => {});
    return received;
  };
  /** What a shell's word can hold. */
  const sayable = (text: string) => Buffer.from(text.replaceAll('\0', '\ufffd')).toString('utf8');

  test.each(['bash', 'sh'])('%s: a body arrives as it was, byte for byte', async (shell) => {
    // `sh` may be one that has no `$'…'`: there texts must have no control characters.
    const texts =
      shell === 'bash'
        ? [...hostileTexts, ...fc.sample(hostileText, 5)]
        : hostileTexts.filter((text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text));
    expect(texts.length).toBeGreaterThan(10);
    const bodies = [...texts, '', '@/etc/hostname', '-o x', 'Grüße 👩'];
    const lines = bodies.map((body) =>
      curlLine({ method: 'POST', url: `${site}/`, headers: [], body }, true),
    );
    for (const line of lines) expect(line).not.toMatch(/[^\P{Cc}\n]/u);
    const all = await send(shell, ...lines);
    expect(all.map(({ body }) => body)).toEqual(bodies.map(sayable));
  });

  test('headers arrive as they were, an empty one too; a line break begins no other', async () => {
    const headers: [string, string][] = [
      ['X-Plain', `a'b"c $(touch x) \`id\` \\ !`],
      ['X-Tab', 'a\tb'],
      ['X-Empty', ''],
      ['X-Broken', 'a\r\nX-Smuggled: 1'],
      ['@/etc/hostname', 'x'],
      ['X-Bad\r\nX-Smuggled', 'x'],
      ['X: Y', 'x'],
      ['Content-Type', 'application/json'],
    ];
    const line = curlLine({ method: 'POST', url: site, headers, body: '{}' }, true);
    const [one] = await send('bash', line);
    expect(one?.headers).toMatchObject({
      'X-Plain': headers[0]?.[1],
      'X-Tab': 'a\tb',
      'X-Empty': '',
      'X-Broken': 'a X-Smuggled: 1',
      'Content-Type': 'application/json',
    });
    expect(Object.keys(one?.headers ?? {})).not.toContain('X-Smuggled');
    expect(line).not.toContain('/etc/hostname');
  });

  test.each(['/[1-9]/{a,b}?x[]=1&y={}', "/?a='&b=$(id)&c=`id`&d=!x", '/-o?--next', '/%2e%5b?a#b'])(
    'the address %j is asked for once, as it is',
    async (path) => {
      const line = curlLine(
        { method: 'GET', url: `${site}${path}`, headers: [], body: null },
        true,
      );
      expect((await send('sh', line)).map(({ url }) => url)).toEqual([path.replace(/#.*/, '')]);
    },
  );

  test.each(['-o/tmp/x', '--config=/etc/passwd', 'file:///etc/hostname', '@/etc/hostname'])(
    '%j, which is no address of the web, does nothing',
    async (url) => {
      const line = curlLine({ method: 'GET', url, headers: [], body: null }, true);
      const result = run('sh', ['-c', `${line} --silent --max-time 2`]);
      await expect(result).rejects.toMatchObject({ stdout: '' });
    },
  );

  test.each([
    ['', 'GET'],
    ['patch', 'patch'],
    ['DELETE', 'DELETE'],
    ['HEAD', 'HEAD'],
    ['GET\r\nX: 1', 'GETX1'],
    ['; touch x', 'touchx'],
    ['-o', '-o'],
  ])('the method %j', async (method, sent) => {
    const line = curlLine({ method, url: `${site}/m`, headers: [], body: null }, true);
    const all = await send('sh', line);
    // Node's server knows no made-up methods and does not tell of them.
    if (['GET', 'DELETE', 'HEAD'].includes(sent))
      expect(all).toMatchObject([{ method: sent, url: '/m' }]);
    else expect(line.startsWith(`curl -X ${sent} 'http`)).toBe(true);
  });

  test('what a text is called by `fetch` is said', async () => {
    const line = curlLine({ method: 'POST', url: site, headers: [], body: 'a' }, true);
    expect((await send('sh', line))[0]?.headers).toMatchObject({
      'Content-Type': 'text/plain;charset=UTF-8',
    });
  });
});

describe('a call as JavaScript that is run', () => {
  const evaluate = async (text: string): Promise<unknown[]> => {
    const calls: string[] = [];
    const context = createContext({ calls });
    runInContext(
      `globalThis.window = globalThis;
       class AKPush { constructor(...config) { this.config = config; }
         initSubscription(...args) { calls.push(JSON.stringify([this.config, args])); } }
       globalThis.AKPush = AKPush;`,
      context,
    );
    await runInContext(`(async () => { ${text} })()`, context);
    return calls.map((call) => JSON.parse(call) as unknown);
  };
  const call = { method: 'initSubscription', instance: '', config: undefined } as const;

  test.each([
    '{"__proto__":{"isAdmin":true},"a":{"__proto__":null},"constructor":1}',
    '{"__proto__":1,"x":"\\u2028\\"__proto__\\": 1"}',
    '["__proto__",{"__proto__":["__proto__"]}]',
    '{"a":"</script><!-- \\u2028\\u2029 \\u202e \\u0000"}',
    `{"a":${JSON.stringify('x'.repeat(200_000))}}`,
    '[1e21,-0.5,null,true,[],{}]',
  ])('%.60s arrives as it was', async (json) => {
    const value = JSON.parse(json);
    const text = callSnippet({ ...call, args: [value, undefined, value], config: value });
    expect(text).not.toMatch(/<\/script|<!--|[\u2028\u2029\u202e\0]/);
    expect(JSON.stringify(await evaluate(text))).toBe(
      JSON.stringify([[[value], [value, null, value]]]),
    );
  });

  test('any value arrives as it was, by any name and text', async () => {
    const { object } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        hostileText,
        fc.constant('__proto__'),
        fc.integer(),
        fc.array(tie('any'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc
        .array(fc.tuple(fc.oneof(hostileText, fc.constant('__proto__')), tie('any')), {
          maxLength: 3,
        })
        .map((pairs) => Object.fromEntries(pairs)),
    }));
    await fc.assert(
      fc.asyncProperty(object, async (value) => {
        const text = callSnippet({ ...call, args: [value as never] });
        expect(JSON.stringify(await evaluate(text))).toBe(JSON.stringify([[[], [value]]]));
      }),
      { numRuns: 20 },
    );
  });
});
