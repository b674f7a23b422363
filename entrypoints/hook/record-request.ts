import { type Draft, draft, put } from './log';
import { indexOf, inherits, isObject, ownValue, parseJson, safe } from './natives';
import { record } from './record';
import { stackHere } from './stack';
import { toJson } from './to-json';
import { watchPromise } from './watch-promise';
import type { OnCall } from './wrap';

/** A `Headers` as JSON text of `[name, value][]`; the page's own form of headers as it is. */
const headersText = (headers: unknown): string =>
  safe(() => {
    if (!inherits(headers as object, Headers.prototype)) return undefined;
    let text = '';
    const add = (value: string, name: string): void => {
      text += `${text && ','}[${toJson(name)},${toJson(value)}]`;
    };
    (headers as Headers).forEach(add);
    return `[${text}]`;
  }) ?? toJson(headers ?? []);

/** Whether a URL is one of the SDK's requests: the Altcraft pixel, Firebase's installations and registrations (older builds: `fcm/connect`). */
const isSdkRequest = (url: string): boolean => {
  const has = (part: string): boolean => indexOf(url, part) >= 0;
  return (
    has('_push_pix=') ||
    has('/fcm/connect/') ||
    (has('/v1/projects/') && (has('/installations') || has('/registrations')))
  );
};

const begin = (args: unknown[]): Draft | undefined => {
  const input = args[0];
  const request = isObject(input) ? (input as Request & URL) : undefined;
  const asked = typeof input === 'string' ? input : safe(() => request?.url ?? request?.href);
  if (typeof asked !== 'string' || !isSdkRequest(asked)) return undefined;
  const init = isObject(args[1]) ? args[1] : {};
  const entry = draft('request', 'fetch', stackHere());
  const { detail } = entry;
  const body = ownValue(init, 'body');
  detail.method = toJson(ownValue(init, 'method') ?? safe(() => request?.method) ?? 'GET');
  detail.url = toJson(asked);
  detail.headers = headersText(ownValue(init, 'headers') ?? safe(() => request?.headers));
  // A Request's own body can be read only once, and that is not for us.
  detail.body = body === undefined && request?.body ? '{"$":"unreadable"}' : toJson(body ?? null);
  return entry;
};

/** `fetch`, recorded when it is one of the SDK's requests and passed on as it is when not. */
export const recordFetch: OnCall = (original, self, args) =>
  record(original, self, args, {
    begin: () => begin(args),
    done(entry, value) {
      // What a page's own `fetch` makes up is not read: that would run the page's code.
      if (!inherits(value as object, Response.prototype)) return false;
      const response = value as Response;
      const { detail } = entry;
      detail.httpStatus = toJson(response.status);
      detail.responseHeaders = headersText(response.headers);
      // A copy's body, so that the page's own is untouched.
      const text = safe(() => response.clone().text());
      watchPromise(
        text,
        (read) => {
          detail.response = safe(() => toJson(parseJson(read as string))) ?? toJson(read);
          put(entry);
        },
        () => {},
      );
      return response.status >= 400;
    },
  });
