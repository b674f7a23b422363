import { textOf } from '../encoded-value';
import type { Encoded, RequestDetail } from '../protocol';
import { maskSecret } from '../state/mask-secret';
import type { ReadyCall } from './call-draft';

const argumentText = (value: unknown): string =>
  value === undefined ? 'undefined' : JSON.stringify(value, null, 2);

/**
 * A call as JavaScript that runs when it is pasted into the console of the page. Text in JSON is text in JavaScript (ECMAScript 2019), also
 * what looks like the end of a script.
 */
export const callSnippet = ({ method, args, instance, config }: ReadyCall): string => {
  const list = args.map(argumentText).join(', ');
  if (method === 'removeToken') return `await AKPush.removeToken(${list});`;
  const target = instance
    ? `window[${JSON.stringify(instance)}]`
    : `new AKPush(${config === undefined ? '' : argumentText(config)})`;
  return `await ${target}.${method}(${list});`;
};

/** Names of fields and headers that hold secrets. */
const secretNames = /token|endpoint|keys|p256dh|auth|cookie|api-?key|email|phone/i;

/** Masks the values of secret fields, also in JSON that is text inside JSON. */
const maskJson = (value: unknown, name = ''): unknown => {
  if (typeof value === 'number') return secretNames.test(name) ? maskSecret(String(value)) : value;
  if (typeof value === 'string') {
    if (/^\s*[[{]/.test(value)) {
      try {
        return JSON.stringify(maskJson(JSON.parse(value), name));
      } catch {
        // Text that only begins like JSON.
      }
    }
    return secretNames.test(name) ? maskSecret(value) : value;
  }
  if (Array.isArray(value)) return value.map((each) => maskJson(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        maskJson(each, secretNames.test(key) || !secretNames.test(name) ? key : name),
      ]),
    );
  return value;
};

/** A body with its secrets masked; what cannot be read, as text that was cut, is withheld. */
const maskBody = (text: string): string => {
  try {
    return JSON.stringify(maskJson(JSON.parse(text)));
  } catch {
    return '…';
  }
};

/** A word of a POSIX shell. */
const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A request as a `curl` line for a POSIX shell. Secrets are masked unless `isWhole`: a masked line shows the request, it does not repeat it. */
export const curlLine = (
  { method, url, headers, body }: Pick<RequestDetail, 'method' | 'url' | 'headers' | 'body'>,
  isWhole: boolean,
): string => {
  const text = textOf(body as Encoded);
  const sent = text !== undefined && !isWhole ? maskBody(text) : text;
  const parts = headers.map(
    ([name, value]) =>
      `-H ${shellWord(`${name}: ${!isWhole && secretNames.test(name) ? maskSecret(value) : value}`)}`,
  );
  return [
    `curl -X ${method.replace(/[^\w-]/g, '')} ${shellWord(url)}`,
    ...parts,
    ...(sent === undefined ? [] : [`--data-raw ${shellWord(sent)}`]),
  ].join(' \\\n  ');
};
