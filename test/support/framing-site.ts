import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>x</title><body>${body}</body></html>`;

/** Puts so many frames into the page. */
const many = (count: number, src: string): string =>
  `<script>for (let left = ${count}; left > 0; left--) document.body.append(Object.assign(document.createElement('iframe'), { src: '${src}' }));</script>`;

/** A banner that brings a frame when somebody has accepted. */
const banner = (src: string): string =>
  `<button id="accept">ok</button><script>document.querySelector('#accept').onclick = () => document.body.append(Object.assign(document.createElement('iframe'), { src: '${src}' }))</script>`;

/** A site whose pages have frames that come, go, and are too many. `sdk`: the address of AKPush's script. */
export interface FramingSite {
  url(path: string): string;
  close(): void;
}

/** Serves these pages. */
export const startFramingSite = async (sdk: string): Promise<FramingSite> => {
  const akpush = `<script src="${sdk}"></script>`;
  const pages: Readonly<Record<string, string>> = {
    '/empty': page('e'),
    '/sdk': page(akpush),
    '/defined-in-frame': page('<iframe src="/defined"></iframe>'),
    '/defined': page(
      '<script>Object.defineProperty(window, "AKPush", { value: class { initSubscription() {} }, writable: true, configurable: true })</script>',
    ),
    '/50': page(many(50, '/empty')),
    '/300': page(many(300, '/empty')),
    '/300-sdk': page(many(300, '/sdk')),
    // The page itself has loaded, and its frame never comes to rest.
    '/loop': page(
      '<script>addEventListener("load", () => document.body.append(Object.assign(document.createElement("iframe"), { src: "/again" })))</script>',
    ),
    '/again': page(
      '<script>setTimeout(() => { location.href = "/again?" + Math.random(); }, 10)</script>',
    ),
    '/churn': page(
      // Begun before, it would keep the page itself from ever loading where frames take longer.
      '<script>addEventListener("load", () => setInterval(() => { document.querySelector("iframe")?.remove(); document.body.append(Object.assign(document.createElement("iframe"), { src: "/empty" })); }, 20))</script>',
    ),
    '/late': page(
      '<script>addEventListener("load", () => setTimeout(() => document.body.append(Object.assign(document.createElement("iframe"), { src: "/sdk" })), 1500))</script>',
    ),
    '/moves-in-frame': page('<iframe src="/moves"></iframe>'),
    '/moves': page('<script>setTimeout(() => { location.href = "/sdk"; }, 500)</script>'),
    // The page has AKPush of its own as soon as that of its frame was called.
    '/top-later': page(
      `<iframe src="/brings"></iframe><script>const bring = () => document.body.append(Object.assign(document.createElement('script'), { src: '${sdk}' }))</script>`,
    ),
    '/brings': page(
      '<script>var AKPush = class { async initSubscription() { parent.eval("bring()"); } }</script>',
    ),
    '/banner': page(banner('/subscribes')),
    '/banner-other-site': page(banner('http://127.0.0.1:PORT/subscribes')),
    '/subscribes': page(
      `${akpush}<script>new AKPush({ resourceToken: 'a', apiServerHost: 'localhost' }).initSubscription({}).catch(() => {})</script>`,
    ),
    '/leaves': page(
      '<iframe src="/sdk"></iframe><iframe src="http://127.0.0.1:PORT/empty"></iframe><script>setTimeout(() => { location.href = "/sdk"; }, 1000)</script>',
    ),
    '/odd': page(
      '<iframe sandbox src="/empty"></iframe><iframe src="http://localhost:1/"></iframe><iframe src="/denied"></iframe><iframe src="data:text/html,d"></iframe><iframe sandbox srcdoc="s"></iframe><iframe></iframe><object data="/empty"></object>',
    ),
    '/denied': page('d'),
  };
  const server = createServer(({ url = '', headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const text = pages[pathname];
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': 'text/html',
      ...(pathname === '/denied' && { 'X-Frame-Options': 'DENY' }),
    });
    response.end((text ?? '').replaceAll('PORT', headers.host?.split(':')[1] ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://localhost:${port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
