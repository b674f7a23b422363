import { gunzipSync } from 'node:zlib';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import { basicHeaders, credentialsFor } from './give-access';
import { headersRecord } from './read-header';
import { readUrl } from './read-url';
import { withoutCredentials } from './without-credentials';

/** More pages than anybody waits for: who has more names some of them. */
const mostPages = 1_000;

/** So many sitemaps an index may name. */
const mostSitemaps = 50;

/** How long a sitemap is waited for, milliseconds. */
const timeoutMs = 30_000;

/** The largest sitemap by sitemaps.org, unpacked, bytes. */
const mostBytes = 50 * 1024 * 1024;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const said = (entity: string): string => {
  const [, isHex, digits] = /^&#(x?)([0-9a-f]+);$/i.exec(entity) ?? [];
  if (digits === undefined) return entities[entity] ?? entity;
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
};

/** Addresses that a sitemap, or an index of sitemaps, names. */
const locationsIn = (xml: string): string[] => {
  const plainXml = xml.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  return [...plainXml.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, text = '']) => {
    const url = readUrl(
      text.trim().replace(/&(?:[a-z]{2,4}|#\d{1,7}|#[xX][\da-fA-F]{1,6});/g, said),
    );
    return url === undefined ? [] : [url];
  });
};

/** A body, as far as it is not too large. */
const bytesOf = async ({ body }: Response): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > mostBytes) throw new Error('it is larger than 50 MB');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const unpacked = (bytes: Buffer): Buffer => {
  // Servers give files that end with .gz as they are.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isLarge ? new Error('it is larger than 50 MB') : error;
  }
};

type Given = Partial<Pick<CheckOptions, 'user' | 'headers'>>;

/** Asks, and goes where it is sent: `fetch` would take all headers but those of basic auth to another site. */
const ask = async (url: string, given: Given, signal: AbortSignal, left = 5): Promise<Response> => {
  const { user, headers = [] } = given;
  const answer = await fetch(withoutCredentials(url), {
    headers: { ...basicHeaders(credentialsFor(url, user)), ...headersRecord(headers) },
    redirect: 'manual',
    signal,
  });
  const to = answer.headers.get('location');
  if (answer.status < 300 || answer.status > 399 || to === null) return answer;
  await answer.body?.cancel();
  if (left === 0) throw new Error('it redirects again and again');
  const next = new URL(to, url);
  return ask(next.href, next.origin === new URL(url).origin ? given : {}, signal, left - 1);
};

const load = async (url: string, given: Given): Promise<string> => {
  const answer = await ask(url, given, AbortSignal.timeout(timeoutMs));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return unpacked(await bytesOf(answer)).toString('utf8');
};

const pagesOf = async (url: string, given: Given): Promise<string[]> => {
  const xml = await load(url, given);
  const found = locationsIn(xml);
  if (!/<sitemapindex[\s>]/.test(xml)) return found;
  const { origin } = new URL(url);
  const pages: string[] = [];
  for (const each of found.slice(0, mostSitemaps))
    pages.push(...locationsIn(await load(each, new URL(each).origin === origin ? given : {})));
  return pages;
};

/** The options whose values a page of another site must not get, those that were given. */
const entrusted = ({ user, cookies, headers, before }: CheckOptions): string[] => [
  ...(user ? ['--user'] : []),
  ...(cookies.length > 0 ? ['--cookie'] : []),
  ...(headers.length > 0 ? ['--header'] : []),
  ...(before === undefined ? [] : ['--before']),
];

/** A page that is of no site that somebody has named, neither the sitemap's nor that of a page. */
const strangerOf = (found: readonly string[], named: readonly string[]): string | undefined => {
  const origins = new Set(named.map((url) => new URL(url).origin));
  return found.find((url) => !origins.has(new URL(url).origin));
};

/**
 * The options with the pages that a sitemap names besides the others. What was given for the site that somebody has named is not for whatever site its
 * sitemap names: such a run is refused.
 */
export const withSitemap = async (options: CheckOptions): Promise<CheckOptions> => {
  const { sitemap, urls } = options;
  if (sitemap === undefined) return options;
  const fail = (reason: string): never => {
    throw new CouldNotCheck(`--sitemap ${withoutCredentials(sitemap)}: ${reason}`);
  };
  const found = await pagesOf(sitemap, options).catch((error: Error) =>
    fail(error.cause instanceof Error ? error.cause.message : error.message),
  );
  const trusted = entrusted(options);
  const stranger = trusted.length > 0 ? strangerOf(found, [sitemap, ...urls]) : undefined;
  if (stranger !== undefined)
    fail(
      `it names a page of another site, ${new URL(stranger).origin}, which would get what ${trusted.join(', ')} gives: name such pages with --from`,
    );
  const all = [...new Set([...urls, ...found])];
  if (found.length === 0) fail('it names no page');
  if (all.length > mostPages)
    fail(`${all.length} pages: no more than ${mostPages} are checked, name them with --from`);
  return { ...options, urls: all };
};
