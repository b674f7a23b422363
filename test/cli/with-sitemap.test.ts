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
  ];
  const { host } = await serve({ '/': `<urlset>${entries.join('')}</urlset>` });
  expect(await pagesOf('--sitemap', `http://${host}/`)).toEqual([
    'http://a.example/?x=1&y=2',
    'http://a.example/?x=1&y=3',
  ]);
});

test('an index names sitemaps, also packed ones; only the site itself is told a password', async () => {
  const index =
    '<sitemapindex xmlns="x"><sitemap><loc>http://{host}/a.xml.gz</loc></sitemap></sitemapindex>';
  const { host, told } = await serve({
    '/': index,
    '/a.xml.gz': gzipSync(`<urlset>${entry('http://a.example/')}</urlset>`),
  });
  const args = ['--sitemap', `http://${host}/`, '--user', 'mira:secret'];
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
