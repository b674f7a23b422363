import type { UrlAnswer } from '../../lib/push/url-answer';

/** How long a server may take, milliseconds. */
const timeoutMs = 10_000;

/** Asks for an address as a stranger would: without cookies, past the HTTP cache. Rejects with the browser's error when no answer comes. */
export const checkUrl = async (url: string): Promise<UrlAnswer> => {
  const response = await fetch(url, {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { size } = await response.blob();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    size,
    redirectedTo: response.redirected ? response.url : null,
  };
};
