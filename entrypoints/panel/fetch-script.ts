import {
  importedScripts,
  mentionsPushHandler,
  type ScriptReport,
} from '../../lib/state/script-report';

/** How long a server may take, milliseconds. */
const patience = 10_000;

const options = (): RequestInit => ({
  credentials: 'include',
  cache: 'no-store',
  signal: AbortSignal.timeout(patience),
});

const statusOf = async (url: string): Promise<ScriptReport['imports'][number]> => {
  try {
    const { status } = await fetch(url, options());
    return { url, answer: { ok: status } };
  } catch (error) {
    const { name, message } = error as Error;
    return { url, answer: { failed: { name, message } } };
  }
};

/**
 * Fetches a worker's script anew, past the HTTP cache, and what it imports. Rejects when no answer comes. The request is the panel's: the
 * server sees the site's cookies where the browser sends them, but not the header `Service-Worker: script`.
 */
export const fetchScript = async (url: string): Promise<ScriptReport> => {
  const response = await fetch(url, options());
  const source = await response.text();
  const { headers, redirected, status } = response;
  return {
    url,
    httpStatus: status,
    redirectedTo: redirected ? response.url : null,
    mime: headers.get('content-type') ?? '',
    allowed: headers.get('service-worker-allowed'),
    cacheControl: headers.get('cache-control'),
    size: source.length,
    imports: await Promise.all(importedScripts(source, response.url || url).map(statusOf)),
    hasPushHandler: mentionsPushHandler(source),
  };
};
