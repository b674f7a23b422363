import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error';

/** How large a request may be, bytes. */
export const mostBytes = 1_000_000;

/**
 * Refuses what no tester's program sends: requests of pages, which browsers mark, and those for another name, by which a page's own host could lead
 * here. There are no headers that would let a page read an answer.
 */
export const refuseForeign = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  port: number,
): void => {
  const { host } = headers;
  const names = ['127.0.0.1', 'localhost'];
  // Clients leave out the port that is HTTP's own.
  const known = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
  if (host === undefined || !known.includes(host))
    throw new HttpError(403, 'foreign-host', 'The Host header must be that of this address.');
  const isOfPage =
    headers.origin !== undefined ||
    headers.referer !== undefined ||
    // Node's own fetch has `sec-fetch-mode`, and this one not.
    headers['sec-fetch-site'] !== undefined;
  if (isOfPage) throw new HttpError(403, 'from-a-page', 'Requests of pages are not answered.');
};

/** The body of a request as text; it must be JSON, and none counts as an empty object. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const { 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  const tooLarge = new HttpError(413, 'too-large', `At most ${mostBytes} bytes are read.`);
  if (Number(length) > mostBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge;
    chunks.push(chunk);
  }
  if (size === 0) return '{}';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    throw new HttpError(415, 'not-json', 'The Content-Type must be application/json.');
  return Buffer.concat(chunks).toString('utf8');
};
