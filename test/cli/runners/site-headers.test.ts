import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askAsBrowser } from '../../../cli/ask-as-browser';
import { readOrigin, readSiteHeaders } from '../../../cli/runners/site-headers';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Site {
  url: string;
  asked: IncomingHttpHeaders[];
}

/** A site that answers each request, or leads on to another address. */
const startSite = async (to?: string): Promise<Site> => {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push(headers);
    if (to !== undefined) response.writeHead(302, { Location: to });
    response.end('/* a script */');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, asked };
};

const headers = { Authorization: 'Basic bWlyYTpw', 'X-Staging': 'open sesame' };

/** Requests as a page would make them that shows `shown`. */
const askFrom = (shown: string, headersFor: string) =>
  askAsBrowser({
    isolated: async () => ['Browser/1', new URL(shown).origin] as never,
    cookies: async (url) => [`of=${url.port}`],
    siteHeaders: readSiteHeaders({ headers, headersFor }),
  });

test('headers go to the site that they were given for, whichever page is shown', async () => {
  const [staging, other] = [await startSite(), await startSite()];
  for (const shown of [staging, other]) {
    const ask = askFrom(shown.url, `${staging.url}/login?x=1`);
    await ask(`${staging.url}/a.js`);
    await ask(`${other.url}/a.js`);
  }
  for (const each of staging.asked)
    expect(each).toMatchObject({
      authorization: headers.Authorization,
      'x-staging': 'open sesame',
    });
  for (const each of other.asked) {
    expect(each).not.toHaveProperty('authorization');
    expect(each).not.toHaveProperty('x-staging');
  }
  expect([staging.asked.length, other.asked.length]).toEqual([2, 2]);
});

test('a redirect to another site takes nothing with it that was for the first one', async () => {
  const other = await startSite();
  const staging = await startSite(`${other.url}/b.js`);
  const answer = await askFrom(staging.url, staging.url)(`${staging.url}/a.js`);
  expect([answer.status, answer.redirected, answer.url]).toEqual([200, true, `${other.url}/b.js`]);
  expect(await answer.text()).toBe('/* a script */');
  expect(staging.asked[0]).toMatchObject({ 'x-staging': 'open sesame' });
  const [told] = other.asked;
  expect(told).not.toHaveProperty('x-staging');
  expect(told).not.toHaveProperty('authorization');
  expect(told).toMatchObject({ cookie: `of=${new URL(other.url).port}`, origin: staging.url });
});

test('a server that leads round in a circle, or to what is no address of the web, gives no answer', async () => {
  const data = await startSite('data:text/javascript,1');
  const ask = askFrom(data.url, data.url);
  await expect(ask(`${data.url}/a.js`)).rejects.toThrow('no browser follows');
  const circle = await startSite('/a.js');
  await expect(ask(`${circle.url}/a.js`)).rejects.toThrow('no browser follows');
  expect(circle.asked).toHaveLength(21);
});

test('headers of nobody are refused, and so is what is no site', () => {
  expect(readSiteHeaders({})).toBeUndefined();
  expect(readSiteHeaders({ headers: {} })).toBeUndefined();
  expect(() => readSiteHeaders({ headers })).toThrow('headersFor');
  expect(readSiteHeaders({ headers, origin: 'https://shop.example/x' })).toEqual({
    origin: 'https://shop.example',
    headers,
  });
  for (const given of ['shop.example', 'file:///etc/passwd', ''])
    expect(() => readOrigin('origin', given)).toThrow(
      expect.objectContaining({ name: 'InspectError', code: 'call-failed' }),
    );
});
