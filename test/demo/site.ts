import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, sendJson } from '../../cli/push-service/http';
import { faultScript, faults } from './faults';
import { framedPage, userPage } from './frame-pages';
import { hostileOrProbePage } from './hostile-pages';
import { aboutPage, blankPage, catalogPage, faultsPage, type Origins, shopPage } from './pages';
import { realSource } from './real-build';
import { sdkSource, workerSource } from './sdk-source';
import { sendScript } from './send-script';
import { readVariant, type Variant } from './variant';

export interface Site {
  url: string;
  /** Lets pages with `loading=held` end loading, those that come later too. */
  release(): void;
  close(): Promise<void>;
}

const staticFiles: Record<string, string> = {
  '/style.css': 'text/css',
  '/shop.js': 'text/javascript',
  '/stand-in.js': 'text/javascript',
  '/keyed.js': 'text/javascript',
  '/prompt.js': 'text/javascript',
  '/refuse.js': 'text/javascript',
  '/update-again.js': 'text/javascript',
  '/stand-in-worker.js': 'text/javascript',
  '/offline-worker.js': 'text/javascript',
  '/pwa-worker.js': 'text/javascript',
  '/beside-pwa.js': 'text/javascript',
  '/beside-cleaner.js': 'text/javascript',
  '/beside-onesignal.js': 'text/javascript',
  '/icon.svg': 'image/svg+xml',
};

const policies: Partial<Record<Variant['csp'], string>> = {
  sandbox: 'sandbox allow-scripts',
  'own-scripts': "script-src 'self' 'unsafe-inline'",
  'no-workers': 'child-src https://frames.example',
  nonce: "script-src 'nonce-tea'",
  'strict-dynamic': "script-src 'nonce-tea' 'strict-dynamic'",
};

const withNonces = (html: string): string => html.replaceAll('<script', '<script nonce="tea"');

/** Where the SDK's worker can be, by `config.swPath`. */
const workerPaths = new Set(['/service-worker.js', '/push/service-worker.js', '/push-worker.js']);

/** What a site adds to the SDK's worker for its requests that find no server: an answer in its place, an error or, where they are kept to be sent later, none. */
const between = (init: string): string => `
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.includes('_push_pix'))
    event.respondWith(fetch(event.request).catch(() => new Response('', ${init})));
});`;

const numberIn = (text: string): number => Number(/\d+/.exec(text));

// The URL of the service worker is the SDK's business, so which one to serve travels in a cookie.
function variantOfVisitor(request: IncomingMessage): Variant {
  const cookie = /(?:^|; )variant=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return readVariant(new URLSearchParams(decodeURIComponent(cookie)));
}

// With `no-store` no browser would keep the document for its back/forward cache.
function sendPage(response: ServerResponse, html: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    .end(html);
}

/** The site's own build of the SDK, or what lies in its place. */
function sendBuild(response: ServerResponse, variant: Variant, altcraftUrl: string): void {
  const { sdk, build } = variant;
  if (build === 'missing') sendJson(response, { error: 'not found' }, 404);
  else if (build === 'html') sendPage(response, '<!doctype html><title>Shop</title>');
  else if (build === 'empty') sendScript(response, '');
  else if (build === 'nothing') sendScript(response, '// Another program');
  else if (build === 'closed') response.socket?.destroy();
  else {
    const source = sdkSource(sdk === 'none' ? 'g6' : sdk, variant, altcraftUrl);
    if (build === 'ok') sendScript(response, source);
    else
      response
        .writeHead(200, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
        .end(source);
  }
}

/** How long the script of a slow worker takes, milliseconds: browsers let a click count for five seconds. */
const slow = 6_000;

async function sendWorker(
  response: ServerResponse,
  variant: Variant,
  altcraftUrl: string,
): Promise<void> {
  if (variant.worker === 'slow') await new Promise((resolve) => setTimeout(resolve, slow));
  const standIn = variant.standin ? "importScripts('/stand-in-worker.js');\n" : '';
  // Port 9 (discard) is one that browsers refuse.
  const host = variant.worker === 'unreachable' ? 'http://127.0.0.1:9' : altcraftUrl;
  const source = `${host}/service-worker.js?id=MXwz&mode=${variant.mode}&sdk=${variant.sdk}`;
  if (variant.worker === 'missing') sendJson(response, { error: 'not found' }, 404);
  else if (variant.worker === 'html') sendPage(response, '<!doctype html><title>Shop</title>');
  else if (variant.worker === 'redirect')
    response.writeHead(302, { location: '/service-worker-of-www.js' }).end();
  else if (variant.worker === 'closed') response.socket?.destroy();
  else if (variant.worker === 'overwritten')
    sendScript(response, "self.addEventListener('fetch', () => {});");
  else if (variant.worker === 'empty') sendScript(response, '// nothing yet');
  else if (variant.worker === 'endless')
    sendScript(
      response,
      `${workerSource(variant, altcraftUrl)}\nself.addEventListener('install', (event) => event.waitUntil(new Promise(() => {})));`,
    );
  else if (variant.worker === 'between' || variant.worker === 'keeps')
    sendScript(
      response,
      workerSource(variant, altcraftUrl) +
        between(variant.worker === 'between' ? '{ status: 504 }' : '{ status: 202 }'),
    );
  else if (variant.worker === 'workbox')
    sendScript(
      response,
      "define(['./workbox-3e911b1d'], (workbox) => { importScripts(); workbox.precacheAndRoute([]); });",
    );
  else if (variant.worker === 'page-container')
    sendScript(response, `importScripts('${altcraftUrl}/ak_container.js?id=MXwz');`);
  else if (variant.worker === 'other-resource')
    sendScript(response, `importScripts('${source.replace('id=MXwz', 'id=MXw0')}');`);
  else if (variant.worker === 'policy') {
    response.setHeader('content-security-policy', "connect-src 'self'");
    sendScript(response, workerSource(variant, altcraftUrl));
  } else if (variant.worker === 'waits')
    // Another text each time, and no `skipWaiting`: the second one waits.
    sendScript(
      response,
      `${standIn}self.skipWaiting = async () => {};\n${workerSource(variant, altcraftUrl)}\n// ${Date.now()}`,
    );
  else if (variant.setup === 'toolkit') {
    sendScript(response, standIn + workerSource(variant, altcraftUrl));
  } else sendScript(response, `${standIn}importScripts('${source}');`);
}

/** Starts the shop. `build`: the folder of a real build, which is served where nothing else is asked for. */
export async function startSite(
  origins: { altcraft: string; push: string },
  port = 0,
  build?: string,
): Promise<Site> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const http = await listen(port, async (request, response, { pathname, searchParams, search }) => {
    const servers: Origins = { ...origins, search };
    const variant = () => readVariant(searchParams);
    function sendVariantPage(page: (variant: Variant, origins: Origins) => string) {
      const shown = variant();
      response.setHeader('set-cookie', `variant=${encodeURIComponent(search.slice(1))}; Path=/`);
      // The content script that reads the state runs in a document with an opaque origin too.
      const policy = policies[shown.csp];
      if (policy) response.setHeader('content-security-policy', policy);
      const html = page(shown, servers);
      sendPage(response, policy?.includes('nonce') ? withNonces(html) : html);
    }
    /** The shop with a fault: as the shop's own front page, so that all that belongs to it is where it is. */
    async function sendFault(id: string) {
      const { variant: changed, standin, permission, failures = [] } = faults[id] ?? {};
      for (const [name, failure] of failures)
        await fetch(`${origins.altcraft}/control/fail`, {
          method: 'POST',
          body: JSON.stringify({ name, failure }),
        });
      const query = new URLSearchParams({
        ...Object.fromEntries(searchParams),
        // Page load in Firebase mode is about those who have allowed notifications before; and what the browser answers needs no stand-in.
        ...((changed?.mode === 'firebase' || permission) && { prompt: 'browser' }),
        ...changed,
        ...(standin && { standin: '1' }),
        fault: id,
      });
      response.writeHead(302, { location: `/?${query}`, 'cache-control': 'no-store' }).end();
    }

    /** The list of faults, in Chromium of pages that have a key, without which it subscribes nobody in pull mode. It ends the fault that was there before. */
    async function sendFaults() {
      await fetch(`${origins.altcraft}/control/reset`, { method: 'POST' });
      response.setHeader('clear-site-data', '"storage"');
      response.setHeader('set-cookie', 'variant=; Path=/; Max-Age=0');
      const isChromium = request.headers['user-agent']?.includes('Chrome/') ?? false;
      sendPage(response, faultsPage(search || (isChromium ? '?keyed=1' : '')));
    }

    /** The real build's script, unless something is to be wrong with it. */
    function readReal(): string | undefined {
      if (build === undefined) return undefined;
      const isFine =
        pathname === '/ak-push.js'
          ? variant().build === 'ok'
          : variantOfVisitor(request).worker === 'ok';
      return isFine ? realSource(build, pathname.slice(1), origins.altcraft) : undefined;
    }

    if (pathname === '/held.svg') await released;
    const real = readReal();
    const file = staticFiles[pathname];
    const special = hostileOrProbePage(pathname, searchParams);
    if (special) sendPage(response, special);
    else if (real !== undefined) sendScript(response, real);
    else if (file) {
      const text = readFileSync(new URL(`site${pathname}`, import.meta.url));
      response.writeHead(200, { 'content-type': file, 'cache-control': 'no-store' }).end(text);
    } else if (pathname === '/') sendVariantPage(shopPage);
    else if (pathname === '/catalog') sendVariantPage(catalogPage);
    else if (pathname === '/framed-user') sendPage(response, userPage());
    else if (pathname === '/framed')
      sendPage(response, framedPage(searchParams, request.headers.host?.split(':')[1] ?? ''));
    else if (pathname === '/fault/') await sendFaults();
    else if (pathname.startsWith('/fault/')) await sendFault(pathname.slice('/fault/'.length));
    else if (pathname === '/fault.js')
      sendScript(response, faultScript(searchParams.get('id') ?? ''));
    else if (pathname === '/about' || pathname === '/no-sdk') sendPage(response, aboutPage(search));
    else if (pathname === '/logout') {
      response.setHeader('clear-site-data', '"storage"');
      sendPage(response, blankPage(0));
    } else if (pathname === '/empty') sendPage(response, blankPage(0));
    else if (/^\/blank\d+$/.test(pathname)) sendPage(response, blankPage(numberIn(pathname)));
    else if (/^\/frames\d+$/.test(pathname)) sendPage(response, blankPage(0, numberIn(pathname)));
    else if (/^\/small\/\d+\.js$/.test(pathname)) {
      sendScript(response, `(window.small ??= []).push('${pathname}');`);
    } else if (pathname === '/ak-push.js') {
      sendBuild(response, variant(), origins.altcraft);
    } else if (pathname === '/actm/js/actm.js') {
      sendScript(response, 'window.acDataLayer ??= [];');
    } else if (pathname === '/manifest.json') {
      sendJson(response, { name: 'Northwind Tea', start_url: '/', display: 'standalone' });
    } else if (workerPaths.has(pathname)) {
      await sendWorker(response, variantOfVisitor(request), origins.altcraft);
    } else if (
      pathname === '/firebase-messaging-sw.js' &&
      variantOfVisitor(request).fallback === 'ok'
    ) {
      sendScript(
        response,
        readFileSync(new URL('worker/firebase-messaging-sw.js', import.meta.url), 'utf8'),
      );
    } else if (pathname === '/other-vendor-worker.js' || pathname === '/OneSignalSDKWorker.js') {
      sendScript(
        response,
        readFileSync(new URL('worker/other-vendor.js', import.meta.url), 'utf8'),
      );
    } else sendJson(response, { error: 'not found' }, 404);
  });
  return { url: `http://localhost:${http.port}`, release, close: () => http.close() };
}
