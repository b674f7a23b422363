import { type Encoded, textOf } from '../model/encoded-value';
import type { EntryWith, Session, SessionPage } from '../model/session';
import { entriesOf } from '../outcome/call-context';
import type { About } from '../schema/about';

/*
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). What was not seen is -1 or empty, as the format has it.
 */

const pairs = (list: unknown): { name: string; value: string }[] =>
  (Array.isArray(list) ? list : [])
    .filter((pair) => Array.isArray(pair))
    .map(([name, value]) => ({ name: String(name), value: String(value) }));

const textFrom = (value: Encoded | undefined): string => {
  if (value === undefined || value === null) return '';
  return textOf(value) ?? JSON.stringify(value);
};

const queryOf = (url: string): { name: string; value: string }[] =>
  URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];

const typeOf = (headers: readonly { name: string; value: string }[], otherwise: string): string =>
  headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? otherwise;

const toEntry = (entry: EntryWith<'request'>) => {
  const { method, url, headers, body, httpStatus, responseHeaders, response, error } = entry.detail;
  const sent = pairs(headers);
  const received = pairs(responseHeaders);
  const posted = textFrom(body);
  const content = textFrom(response);
  const time = entry.duration ?? 0;
  return {
    pageref: `page_${entry.page}`,
    startedDateTime: new Date(entry.time).toISOString(),
    time,
    request: {
      method: String(method),
      url: String(url),
      httpVersion: '',
      cookies: [],
      headers: sent,
      queryString: queryOf(String(url)),
      headersSize: -1,
      bodySize: posted.length,
      ...(posted && { postData: { mimeType: typeOf(sent, 'text/plain'), text: posted } }),
    },
    response: {
      status: typeof httpStatus === 'number' ? httpStatus : 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: received,
      content: {
        size: content.length,
        mimeType: typeOf(
          received,
          typeof response === 'object' ? 'application/json' : 'text/plain',
        ),
        ...(content && { text: content }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      // Chromium's own field for a request that got no answer.
      ...(error && { _error: error.message ? `${error.name}: ${error.message}` : error.name }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    _akpush: {
      id: entry.key,
      name: entry.name,
      ...(entry.call !== undefined && { call: entry.call }),
    },
  };
};

const toPage = ({ number, url, timeOrigin }: SessionPage) => ({
  startedDateTime: new Date(timeOrigin).toISOString(),
  id: `page_${number}`,
  title: url,
  pageTimings: { onContentLoad: -1, onLoad: -1 },
});

/** The SDK's requests as HAR 1.2: DevTools' Network panel opens it. */
export const toHar = (session: Session, { extension, browser }: About): string =>
  JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: 'AKPush Inspector', version: extension },
        browser: { name: browser, version: '' },
        pages: session.pages.map(toPage),
        entries: entriesOf(session.entries, 'request').map(toEntry),
      },
    },
    null,
    2,
  );
