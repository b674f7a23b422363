import { readdirSync, readFileSync } from 'node:fs';
import { builtInConfig } from './sdk-config';
import { type Build, generationOf, type Variant } from './variant';

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function core(): string {
  const files = readdirSync(new URL('sdk/core/', import.meta.url)).sort();
  const source = files.map((file) => read(`sdk/core/${file}`)).join('\n');
  // A build has the core inside its own function.
  return source.replace(/^export /gm, '');
}

// The replacement is a function because `$` means something in a replacement text.
function insert(source: string, marker: string, text: string): string {
  return source.replace(`/* ${marker} */`, () => text);
}

const firebaseIsMissing =
  "if (!window.firebase) throw new ReferenceError('firebase is not defined');\n";

const changes: Partial<Record<Build, (source: string) => string>> = {
  'throws-loading': (source) => `throw new TypeError('The build is broken');\n${source}`,
  'throws-after': (source) => `${source}\nthrow new TypeError('Broken after AKPush was set');`,
  'syntax-error': (source) => `${source}\n)`,
  'throws-constructor': (source) =>
    source.replace('const config =', `${firebaseIsMissing}  const config =`),
  'throws-anew': (source) =>
    source.replace(
      'const config =',
      `throw new TypeError('The build is broken');\n  const config =`,
    ),
  anonymous: (source) => source.replace(/\bAkPush\b/g, 'e'),
  mute: (source) =>
    source
      .replace(/subscribers\s*\.get\(this\)\s*\.subscribe\([^)]*\)/, 'Promise.resolve()')
      .replace(/return subscribers\.get\(this\)\.update\([^)]*\)/, "return { status: 'tea' }")
      .replace('void workAtLoad(sdkOf(builtInForPage()));', ''),
  'asking-only': (source) =>
    source.replace('const ways = {};', 'const ways = { askingOnly: true, savesAtLoad: true };'),
  var: (source) => source.replace('function AKPush(given)', 'var AKPush = function (given)'),
  'no-events': (source) => source.replace('AkPush.events = events;', ''),
};

/** The script of an SDK build, as Altcraft or the site's own server would serve it. */
export function sdkSource(build: Build, variant: Variant, altcraftUrl: string): string {
  const generation = generationOf(build);
  const config = JSON.stringify(builtInConfig(generation, variant, altcraftUrl));
  const built = `const builtIn = ${config};\n${core()}`;
  const source = insert(read(`sdk/${generation}.js`), 'core', built);
  return changes[build]?.(source) ?? source;
}

/** The whole service worker. */
export function workerSource(variant: Variant, altcraftUrl: string): string {
  const generation = variant.sdk === 'none' ? 'g6' : generationOf(variant.sdk);
  const config = JSON.stringify(builtInConfig(generation, variant, altcraftUrl));
  return insert(read('worker/service-worker.js'), 'config', `const config = ${config};`);
}
