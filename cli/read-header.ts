import { UsageError } from './usage-error';

/** A header that is sent with requests. */
export interface Header {
  name: string;
  value: string;
}

/** Headers that browsers make themselves of what they send, or that another option is for. */
const refused: Readonly<Record<string, string>> = {
  cookie: '--cookie sets cookies',
  host: 'the browser makes it of the address',
  connection: 'it is of one connection',
  'content-length': 'the browser makes it of what it sends',
  'transfer-encoding': 'the browser makes it of what it sends',
};

/** Reads `Name: value`; throws a `UsageError`, which does not say the value again: it may be a secret. */
export const readHeader = (given: string): Header => {
  const at = given.indexOf(':');
  const name = given.slice(0, Math.max(at, 0)).trim();
  const value = given.slice(at + 1).trim();
  // Source: RFC 9110, `token` and `field-value`.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]+$/.test(value))
    throw new UsageError('--header: expected "Name: value"');
  const reason = refused[name.toLowerCase()];
  if (reason !== undefined) throw new UsageError(`--header ${name}: ${reason}`);
  return { name, value };
};

/** Headers as `fetch` takes them. */
export const headersRecord = (headers: readonly Header[]): Record<string, string> =>
  Object.fromEntries(headers.map(({ name, value }) => [name, value]));
