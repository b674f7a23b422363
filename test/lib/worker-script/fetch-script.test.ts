import { expect, test } from 'vitest';
import { isScriptMime } from '../../../lib/model/script-report';
import { fetchScript } from '../../../lib/worker-script/fetch-script';

/* What is read of a worker's script and of what it imports. */

const site = 'https://shop.example/';
const files: Record<string, [type: string, text: string]> = {
  'service-worker.js': ['text/javascript', "importScripts('/ak.js', '/page.js', '/plain.js')"],
  'ak.js': ['application/javascript; charset=utf-8', "self.addEventListener('push', f)"],
  'page.js': ['text/html', "<!doctype html><script>self.addEventListener('push', f)</script>"],
  'plain.js': ['', "self.addEventListener('push', f)"],
  'deep.js': ['text/javascript', "importScripts('/1.js')"],
  '1.js': ['text/javascript', "importScripts('/2.js')"],
  '2.js': ['text/javascript', "importScripts('/3.js')"],
  '3.js': ['text/javascript', "importScripts('/ak.js')"],
  'many.js': [
    'text/javascript',
    Array.from({ length: 25 }, (_, index) => `importScripts('/plain.js?${index}')`).join(';'),
  ],
};

const ask = (async (url: string) => {
  const [type = '', text = ''] = files[url.slice(site.length)] ?? [];
  const response = new Response(text, { headers: { 'content-type': type } });
  if (type === '') response.headers.delete('content-type');
  return response;
}) as typeof fetch;

test('an import that is no script by its type is one that the browser does not load', async () => {
  const { imports } = await fetchScript(`${site}service-worker.js`, ask);
  expect(imports).toMatchObject([
    { url: `${site}ak.js`, answer: { ok: 200 }, hasPushHandler: true },
    { url: `${site}page.js`, answer: { failed: { message: 'Content-Type: text/html' } } },
    { url: `${site}plain.js`, answer: { ok: 200 }, hasPushHandler: true },
  ]);
});

test('imports that are too deep or too many are not seen, and that is known', async () => {
  const isUnseen = async (file: string) =>
    (await fetchScript(`${site}${file}`, ask)).hasUnseenImports;
  expect(await isUnseen('service-worker.js')).toBe(false);
  expect(await isUnseen('1.js')).toBe(false);
  expect(await isUnseen('deep.js')).toBe(true);
  expect(await isUnseen('many.js')).toBe(true);
});

test('of two types that a server gives browsers take the last', () => {
  expect(isScriptMime('application/javascript, text/javascript; charset=utf-8')).toBe(true);
  expect(isScriptMime('text/javascript, text/html')).toBe(false);
});
