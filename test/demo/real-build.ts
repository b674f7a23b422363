import { readFileSync } from 'node:fs';
import path from 'node:path';

const isFile = (name: string): name is 'ak-push.js' | 'service-worker.js' =>
  name === 'ak-push.js' || name === 'service-worker.js';

const stringOf = (field: string, source: string): string | undefined =>
  new RegExp(`\\b${field}:\\s*["']([^"']+)["']`).exec(source)?.[1];

/** A script of a real build that lies in a folder, with the Altcraft double in its server's place; `undefined` for other files. */
export function realSource(folder: string, name: string, altcraftUrl: string): string | undefined {
  if (!isFile(name)) return undefined;
  const source = readFileSync(path.join(folder, name), 'utf8');
  const host = stringOf('apiServerHost', source);
  const swPath = stringOf('swPath', source);
  if (!host || !swPath) throw new Error(`${folder}/${name} is no build of AKPush`);
  const { host: ours, protocol } = new URL(altcraftUrl);
  return source
    .replaceAll(/(["'])https:\/\/\1/g, `"${protocol}//"`)
    .replaceAll(`https://${host}`, altcraftUrl)
    .replaceAll(host, ours)
    .replaceAll(swPath, '/service-worker.js');
}
