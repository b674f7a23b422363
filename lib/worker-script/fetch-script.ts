import { type ImportReport, isScriptMime, type ScriptReport } from '../model/script-report';
import { readMarks } from './script-marks';
import {
  hasUnseenImports,
  importedScripts,
  isEmptyScript,
  mentionsPushHandler,
  swallowsClicks,
} from './script-text';

/** How long a server may take, milliseconds. */
const timeoutMs = 10_000;

/** How deep imports are followed, and how many of them are read. */
const maxLevel = 3;
const maxImports = 20;

const options = (headers: HeadersInit = {}): RequestInit => ({
  credentials: 'include',
  cache: 'no-store',
  headers,
  signal: AbortSignal.timeout(timeoutMs),
});

interface ReadImport {
  report: ImportReport;
  source: string;
}

const refused = (url: string, level: number, { name, message }: Error): ReadImport => ({
  report: { url, answer: { failed: { name, message } }, level },
  source: '',
});

const readImport = async (url: string, level: number, ask: typeof fetch): Promise<ReadImport> => {
  try {
    const response = await ask(url, options());
    const { headers, ok, status } = response;
    const mime = headers.get('content-type');
    // Browsers import nothing that has another type than JavaScript's, as a page for all that is missing.
    if (ok && mime && !isScriptMime(mime))
      return refused(url, level, { name: 'TypeError', message: `Content-Type: ${mime}` });
    const source = ok ? await response.text() : '';
    const report = {
      url,
      answer: { ok: status },
      level,
      cacheControl: headers.get('cache-control'),
      ...(ok && { hasPushHandler: mentionsPushHandler(source) }),
    };
    return { report, source };
  } catch (error) {
    return refused(url, level, error as Error);
  }
};

/** What a script imports, and what those import, and whether that was all. A worker resolves all of them against its own address. */
const readImports = async (
  source: string,
  base: string,
  ask: typeof fetch,
): Promise<{ read: ReadImport[]; isAll: boolean }> => {
  const read: ReadImport[] = [];
  let sources = [source];
  const isNew = (url: string): boolean => !read.some(({ report }) => report.url === url);
  for (let level = 1; ; level += 1) {
    const urls = sources.flatMap((text) => importedScripts(text, base)).filter(isNew);
    const room = level > maxLevel ? 0 : maxImports - read.length;
    const wanted = [...new Set(urls)].slice(0, room);
    if (wanted.length === 0) return { read, isAll: urls.length === 0 };
    const found = await Promise.all(wanted.map((url) => readImport(url, level, ask)));
    read.push(...found);
    if (found.length < new Set(urls).size) return { read, isAll: false };
    sources = found.map((each) => each.source);
  }
};

/**
 * Fetches a worker's script anew, past the HTTP cache, and what it imports, with the header that browsers ask for workers' scripts with. Rejects
 * when no answer comes. The request is its caller's: the server sees the site's cookies where `ask` sends them.
 */
export const fetchScript = async (
  url: string,
  ask: typeof fetch = fetch,
): Promise<ScriptReport> => {
  const response = await ask(url, options({ 'Service-Worker': 'script' }));
  const source = await response.text();
  const { headers, redirected, status } = response;
  const { read: imports, isAll } = await readImports(source, response.url || url, ask);
  const sources = [source, ...imports.map((each) => each.source)];
  return {
    url,
    httpStatus: status,
    redirectedTo: redirected ? response.url : null,
    mime: headers.get('content-type') ?? '',
    allowed: headers.get('service-worker-allowed'),
    cacheControl: headers.get('cache-control'),
    policy: headers.get('content-security-policy'),
    size: source.length,
    isEmpty: isEmptyScript(source),
    imports: imports.map(({ report }) => report),
    hasUnseenImports: !isAll || sources.some(hasUnseenImports),
    hasPushHandler: mentionsPushHandler(source),
    stopsClicks: swallowsClicks(source),
    marks: readMarks(sources),
  };
};
