import { draft, type PendingEntry, put } from './log';
import {
  bare,
  call,
  functionText,
  hasOne,
  inherits,
  isNative,
  isObject,
  ownValue,
  parseJson,
  prototypeOf,
  read,
  safe,
} from './natives';
import { readBody } from './read-body';
import { type Recording, record } from './record';
import { stackHere } from './stack';
import { cutText, maxTotal, toJson } from './to-json';
import type { OnCall } from './wrap';

/** A `Headers` as JSON text of `[name, value][]`; the page's own form of headers as it is. */
const headersText = (headers: unknown): string =>
  safe(() => {
    if (!inherits(headers as object, prototypeOf('Headers'))) return undefined;
    let text = '';
    const add = (value: string, name: string): void => {
      if (text.length < maxTotal) text += `${text && ','}[${toJson(name)},${toJson(value)}]`;
    };
    call(headers, 'forEach', [add]);
    return `[${text}]`;
  }) ?? toJson(headers ?? []);

/** Whether a URL is one of the SDK's requests: the Altcraft pixel, Firebase's installations and registrations (older builds: `fcm/connect`). */
const isSdkRequest = (url: string): boolean =>
  hasOne(url, ['_push_pix=', '/fcm/connect/']) ||
  (hasOne(url, ['/v1/projects/']) && hasOne(url, ['/installations', '/registrations']));

const begin = (original: unknown, args: unknown[]): PendingEntry | undefined => {
  const input = args[0];
  const asked =
    typeof input === 'string' ? input : safe(() => read(input, 'url') ?? read(input, 'href'));
  if (typeof asked !== 'string' || !isSdkRequest(asked)) return undefined;
  /** What the options say, else the request. */
  const option = (name: string): unknown => {
    const options = args[1];
    const own = isObject(options) ? ownValue(options, name) : undefined;
    return own ?? safe(() => read(input, name));
  };
  const entry = draft('request', 'fetch', stackHere());
  const { detail } = entry;
  // A function of the page's, which may change what is sent.
  if (!isNative(original, 'fetch')) detail.through = cutText(functionText(original as () => void));
  const body = option('body');
  detail.method = toJson(option('method') ?? 'GET');
  detail.url = toJson(asked);
  detail.headers = headersText(option('headers'));
  // A Request's own body can be read only once, and that is not for us.
  detail.body =
    isObject(body) && inherits(body, prototypeOf('ReadableStream'))
      ? '{"$":"unreadable"}'
      : toJson(body ?? null);
  return entry;
};

/** `fetch`, recorded when it is one of the SDK's requests and passed on as it is when not. */
export const recordFetch: OnCall = (original, self, args) =>
  record(
    original,
    self,
    args,
    bare<Recording>({
      begin: () => begin(original, args),
      done(entry, response) {
        // What a page's own `fetch` makes up is not read: that would run the page's code.
        if (!inherits(response as object, prototypeOf('Response'))) return false;
        const { detail } = entry;
        const status = read(response, 'status') as number;
        detail.httpStatus = toJson(status);
        // Tells who has made it: the server, the page's worker, or a script of the page.
        detail.responseType = toJson(read(response, 'type'));
        detail.responseHeaders = headersText(read(response, 'headers'));
        readBody(response, (text) => {
          detail.response = safe(() => toJson(parseJson(text))) ?? toJson(text);
          put(entry);
        });
        return status >= 400;
      },
    }),
  );
