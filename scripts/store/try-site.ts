import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aboutPage, catalogPage, shopPage } from '../../test/demo/pages';
import { sdkSource, workerSource } from '../../test/demo/sdk-source';
import { readVariant, type Variant } from '../../test/demo/variant';
import { root } from '../run';
import type { ArchivedFile } from './make-zip';

/** Addresses that nobody can have: what is sent there is answered by the pages themselves. */
const origins = {
  altcraft: 'https://altcraft.example',
  push: 'https://push.example',
  search: '',
};

const variantOf = (changes: Readonly<Record<string, string>> = {}): Variant =>
  readVariant(
    new URLSearchParams({ sdk: 'g6', mode: 'pull', keyed: '1', standin: '1', ...changes }),
  );

const page = (html: string): string =>
  html.replace('<script src="/update-again.js">', '<script src="/answers.js"></script>\n$&');

/** The demo's shop as files, for whoever has nothing but a server of files: the SDK's stand-in, and answers in place of servers. */
export const trySite = (): ArchivedFile[] => {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const variant = variantOf();
  const broken = variantOf({ config: '{"swPath":"/missing/service-worker.js"}' });
  const copied = ['style.css', 'shop.js', 'stand-in.js', 'keyed.js', 'update-again.js'];
  return [
    { name: 'README.md', data: read('store/try/README.md') },
    { name: 'index.html', data: page(shopPage(variant, origins)) },
    { name: 'broken.html', data: page(shopPage(broken, origins)) },
    { name: 'catalog/index.html', data: page(catalogPage(variant, origins)) },
    { name: 'about/index.html', data: aboutPage('') },
    { name: 'answers.js', data: read('store/try/answers.js') },
    { name: 'ak-push.js', data: sdkSource('g6', variant, origins.altcraft) },
    {
      name: 'service-worker.js',
      data: `importScripts('/answers.js', '/stand-in-worker.js');\n${workerSource(variant, origins.altcraft)}`,
    },
    { name: 'manifest.json', data: JSON.stringify({ name: 'Northwind Tea', start_url: '/' }) },
    ...[...copied, 'stand-in-worker.js', 'icon.svg'].map((name) => ({
      name,
      data: read(`test/demo/site/${name}`),
    })),
  ];
};
