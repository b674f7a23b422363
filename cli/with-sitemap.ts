import { gunzipSync } from 'node:zlib';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import { credentialsFor } from './give-access';
import { readUrl } from './read-url';
import { withoutCredentials } from './without-credentials';

/** More pages than anybody waits for: who has more names some of them. */
const mostPages = 1_000;

/** So many sitemaps an index may name. */
const mostSitemaps = 50;

/** How long a sitemap is waited for, milliseconds. */
const timeoutMs = 30_000;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const said = (entity: string): string => {
  const [, code] = /^&#(\d+);$/.exec(entity) ?? [];
  return code ? String.fromCodePoint(Number(code)) : (entities[entity] ?? entity);
};

/** Addresses that a sitemap, or an index of sitemaps, names. */
const locationsIn = (xml: string): string[] => {
  const plainXml = xml.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  return [...plainXml.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, text = '']) => {
    const url = readUrl(text.trim().replace(/&(?:[a-z]{2,4}|#\d{1,6});/g, said));
    return url === undefined ? [] : [url];
  });
};

const load = async (url: string, user: CheckOptions['user']): Promise<string> => {
  const credentials = credentialsFor(url, user);
  const words = credentials && `${credentials.name}:${credentials.password}`;
  const answer = await fetch(withoutCredentials(url), {
    headers: words ? { Authorization: `Basic ${Buffer.from(words).toString('base64')}` } : {},
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  // Servers give files that end with .gz as they are.
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
};

const pagesOf = async (url: string, user: CheckOptions['user']): Promise<string[]> => {
  const xml = await load(url, user);
  const found = locationsIn(xml);
  if (!/<sitemapindex[\s>]/.test(xml)) return found;
  const { origin } = new URL(url);
  const pages: string[] = [];
  for (const each of found.slice(0, mostSitemaps))
    pages.push(
      ...locationsIn(await load(each, new URL(each).origin === origin ? user : undefined)),
    );
  return pages;
};

/** The options with the pages that a sitemap names besides the others. */
export const withSitemap = async (options: CheckOptions): Promise<CheckOptions> => {
  const { sitemap, urls, user } = options;
  if (sitemap === undefined) return options;
  const fail = (reason: string): never => {
    throw new CouldNotCheck(`--sitemap ${withoutCredentials(sitemap)}: ${reason}`);
  };
  const found = await pagesOf(sitemap, user).catch((error: Error) =>
    fail(error.cause instanceof Error ? error.cause.message : error.message),
  );
  const all = [...new Set([...urls, ...found])];
  if (found.length === 0) fail('it names no page');
  if (all.length > mostPages)
    fail(`${all.length} pages: no more than ${mostPages} are checked, name them with --from`);
  return { ...options, urls: all };
};
