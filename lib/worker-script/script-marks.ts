import type { ScriptMarks } from '../model/script-report';

/** What build tools put into the workers that they write, and what only a page has. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/OneSignalSDK/, 'OneSignal'],
  [/\bngsw\b|NGSW/, 'Angular (ngsw)'],
  [/workbox|__WB_MANIFEST|precacheAndRoute/, 'Workbox'],
  [/precache-manifest|sw-precache/, 'sw-precache'],
  [/\bdocument\.(?:getElementById|querySelector|createElement|addEventListener|body)\b/, 'page'],
];

const only = (texts: readonly string[]): string | null => {
  const distinct = [...new Set(texts)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
};

const valuesOf = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map(([, text = '']) => text);

const token = /\bresourceToken["']?\s{0,5}:\s{0,5}["']([^"'\\\n]{1,200})["']/g;
const host = /\bapiServerHost["']?\s{0,5}:\s{0,5}["']([^"'\\\n]{1,200})["']/g;
const server = /\bserverURL["']?\s{0,5}:\s{0,5}["']https?:\/\/([^"'\\\n/]{1,200})["'/]/g;
/** Altcraft's own builds compare what was filled in: `isFirebase:"false"==="true"`. */
const mode =
  /["']?([A-Z][A-Za-z ]{2,40})["']?\s{0,5}:\s{0,5}\{\s{0,5}["']?isFirebase["']?\s{0,5}:\s{0,5}(true|!0|false|!1|["'](?:true|false)["']\s{0,5}={2,3})/g;

/** Reads how a worker was built from the texts of its scripts. What they say in two ways is not said. */
export const readMarks = (sources: readonly string[]): ScriptMarks => {
  const source = sources.join('\n');
  const modes = [...source.matchAll(mode)].map(([, name = '', is = '']) => ({
    name,
    isFirebase: /true|!0/.test(is),
  }));
  const named = (isFirebase: boolean) => [
    ...new Set(modes.filter((each) => each.isFirebase === isFirebase).map(({ name }) => name)),
  ];
  return {
    isSdk:
      /_push_pix=|push\/content\/get|\bhub_link\b|\bak_actions\b|\bAKPush\b|\bapiServerHost\b/.test(
        source,
      ),
    program: programs.find(([pattern]) => pattern.test(source))?.[1] ?? null,
    resourceToken: only(valuesOf(source, token)),
    host: only([...valuesOf(source, host), ...valuesOf(source, server)]),
    firebase: named(true).filter((name) => !named(false).includes(name)),
    pull: named(false).filter((name) => !named(true).includes(name)),
  };
};
