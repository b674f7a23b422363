import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readOptions } from '../../cli/read-options';
import { withSitemap } from '../../cli/with-sitemap';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves files; `{host}` in them is the server. Gives its address, and the passwords that it was told. */
const serve = async (files: Record<string, string | Buffer>) => {
  const told: (string | undefined)[] = [];
  server = createServer(({ url, headers }, response) => {
    told.push(headers.authorization);
    const file = files[url ?? ''];
    if (file === undefined) response.writeHead(404).end();
    else response.end(typeof file === 'string' ? file.replaceAll('{host}', host) : file);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, told };
};

const pagesOf = async (...args: string[]): Promise<readonly string[]> =>
  (await withSitemap(readOptions(args))).urls;

const entry = (url: string): string => `<url>\n <loc> ${url} </loc></url>`;

test('pages of a sitemap, each once, besides those that are named', async () => {
  const entries = [
    entry('http://a.example/?x=1&amp;y=2'),
    entry('http://a.example/b'),
    entry('x:y'),
  ];
  const { host } = await serve({ '/sitemap.xml': `<urlset>${entries.join('')}</urlset>` });
  expect(await pagesOf('http://a.example/b', '--sitemap', `http://${host}/sitemap.xml`)).toEqual([
    'http://a.example/b',
    'http://a.example/?x=1&y=2',
  ]);
});

test('addresses in other words of XML', async () => {
  const entries = [
    '<url><loc><![CDATA[http://a.example/?x=1&y=2]]></loc></url>',
    entry('http://a.example/?x=1&#38;y=3'),
    entry('http://a.example/?x=1&#x26;y=4&#X26;z=5'),
    entry('http://a.example/?x=&#9999999;&#x110000;'),
  ];
  const { host } = await serve({ '/': `<urlset>${entries.join('')}</urlset>` });
  expect(await pagesOf('--sitemap', `http://${host}/`)).toEqual([
    'http://a.example/?x=1&y=2',
    'http://a.example/?x=1&y=3',
    'http://a.example/?x=1&y=4&z=5',
    'http://a.example/?x=&#9999999;&#x110000;',
  ]);
});

test('an index names sitemaps, also packed ones; only the site itself is told a password', async () => {
  const index =
    '<sitemapindex xmlns="x"><sitemap><loc>http://{host}/a.xml.gz</loc></sitemap></sitemapindex>';
  const { host, told } = await serve({
    '/': index,
    '/a.xml.gz': gzipSync(`<urlset>${entry('http://a.example/')}</urlset>`),
  });
  const args = ['http://a.example/', '--sitemap', `http://${host}/`, '--user', 'mira:secret'];
  expect(await pagesOf(...args)).toEqual(['http://a.example/']);
  const authorization = `Basic ${Buffer.from('mira:secret').toString('base64')}`;
  expect(told).toEqual([authorization, authorization]);
});

test('what is no sitemap, or too much, is not half of a check', async () => {
  const many = Array.from({ length: 1001 }, (_, index) => entry(`http://a.example/${index}`));
  const { host } = await serve({ '/html': '<!doctype html>', '/many': many.join('') });
  const read = (path: string) => pagesOf('--sitemap', `http://mira:hunter22@${host}${path}`);
  await expect(read('/html')).rejects.toThrow('names no page');
  await expect(read('/many')).rejects.toThrow('1001 pages');
  await expect(read('/nothing')).rejects.toThrow('the server answered 404');
  await expect(read('/nothing')).rejects.not.toThrow('hunter22');
});

test.each([
  ['--user', 'mira:secret'],
  ['--cookie', 'session=secret'],
  ['--before', 'login.mjs'],
  ['--header', 'X-Staging: secret', '--browser', 'firefox'],
])(
  '%s is for the sites that somebody has named: a sitemap cannot hand it to another',
  async (...access) => {
    const { host } = await serve({
      '/own': entry('http://{host}/a'),
      '/other': entry('http://{host}/a') + entry('http://b.example:8080/x'),
    });
    const read = (path: string, ...more: string[]) =>
      pagesOf('--sitemap', `http://${host}${path}`, ...more);
    expect(await read('/own', ...access)).toEqual([`http://${host}/a`]);
    expect(await read('/other')).toHaveLength(2);
    await expect(read('/other', ...access)).rejects.toThrow(
      `another site, http://b.example:8080, which would get what ${access[0]} gives: name such pages with --from`,
    );
    await expect(read('/other', ...access)).rejects.not.toThrow('secret');
    // The same host by another way is another site: the password would go in the clear.
    await expect(read('/other', 'https://b.example:8080/', ...access)).rejects.toThrow(
      'another site',
    );
    expect(await read('/other', 'http://b.example:8080/', ...access)).toHaveLength(3);
  },
);

test('a sitemap is no larger than sitemaps may be, packed or not', async () => {
  const large = Buffer.alloc(50 * 1024 * 1024 + 1, ' ');
  const { host } = await serve({ '/large': large, '/packed': gzipSync(large) });
  for (const path of ['/large', '/packed'])
    await expect(pagesOf('--sitemap', `http://${host}${path}`)).rejects.toThrow(
      'larger than 50 MB',
    );
});

test('headers and passwords stay with their site, where its sitemap is moved to another', async () => {
  const asked: [string | undefined, string | undefined][] = [];
  let host = '';
  const cdn = createServer(({ headers }, response) => {
    asked.push([headers['x-staging'] as string | undefined, headers.authorization]);
    response.end(`<urlset>${entry(`http://${host}/`)}</urlset>`);
  });
  await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve));
  const to = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/s.xml`;
  const moved: (string | string[] | undefined)[] = [];
  server = createServer(({ url, headers }, response) => {
    moved.push(headers['x-staging']);
    response.writeHead(302, { location: url === '/s.xml' ? '/t.xml' : to }).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await pagesOf(
      `http://${host}/`,
      ...['--sitemap', `http://${host}/s.xml`, '--user', 'anna:secret'],
      ...['--header', 'X-Staging: let-me-in', '--browser', 'firefox'],
    );
  } finally {
    cdn.close();
  }
  expect(moved).toEqual(['let-me-in', 'let-me-in']);
  expect(asked).toEqual([[undefined, undefined]]);
});
