import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpServer, listen } from '../../cli/push-service/http';
import { trySite } from '../../scripts/store/try-site';
import type { Browser } from './support/browser';
import { waitForFindings } from './support/findings';
import { launchBrowser } from './support/launch';

/* The website that the stores' reviewers are given: files alone, and no network. */

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
};
const files = new Map(trySite().map(({ name, data }) => [`/${name}`, data]));

let server: HttpServer;
let browser: Browser;
let site: string;

beforeAll(async () => {
  server = await listen(0, (_, response, { pathname }) => {
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const data = files.get(name);
    if (data === undefined) return void response.writeHead(404).end('not found');
    response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] }).end(data);
  });
  site = `http://localhost:${server.port}`;
  browser = await launchBrowser();
  await browser.grantNotifications(site);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const openAndSubscribe = async (path: string) => {
  const page = await browser.openPage(`${site}${path}`);
  const asked: string[] = [];
  page.puppeteer.on('request', (request) => asked.push(request.url()));
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  const panel = await browser.openPanel(page, 'diagnosis');
  await page.click('#init');
  await page.waitFor(() => document.querySelector('#seen li') !== null);
  return { page, panel, asked };
};

test('it subscribes, the panel finds nothing wrong, and no request leaves the machine', async () => {
  const { page, panel, asked } = await openAndSubscribe('/');
  await waitForFindings(panel, []);
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
  // The token is cached when the server has answered: the next page is to find it.
  await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  expect(asked.filter((url) => !url.startsWith(`${site}/`))).toEqual([]);
  expect(page.consoleErrors).toEqual([]);
});

test('the page with a fault has exactly that one', async () => {
  const { panel } = await openAndSubscribe('/broken.html');
  // Firefox does not say what the server answered: the panel asks for the script itself.
  await waitForFindings(panel, ['worker-http']);
});
