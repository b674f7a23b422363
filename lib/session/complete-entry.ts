import { generationOf } from '../akpush/generation';
import { requestName } from '../akpush/request-name';
import { cutLengths } from '../model/cut-lengths';
import type { Encoded } from '../model/encoded-value';
import type { EarlyRead, Entry, EntryKind, RequestDetail } from '../model/entry';
import { kinds } from '../model/kinds';
import type { PageInfo } from '../model/page-info';

/*
 * The hook reports what it sees in the fewest words; what that means is said here, once for all who read entries.
 */

/** Frames of extensions (the hook's own) and the line that names the error are not the page's. A stack that was cut ends in half a line. */
const pageStack = (stack: string): string =>
  (cutLengths.has(stack.length) ? stack.slice(0, stack.lastIndexOf('\n')) : stack)
    .split('\n')
    .filter((line) => !line.includes('-extension://') && /^\s+at |@/.test(line))
    .join('\n');

const absolute = (url: string, base: string): string =>
  URL.canParse(url, base) ? new URL(url, base).href : url;

/** Headers in any form that `fetch` takes, as pairs. */
const headerPairs = (headers: Encoded): [string, string][] => {
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  return pairs.flatMap((pair): [string, string][] =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string')
      ? [[String(pair[0]), String(pair[1])]]
      : [],
  );
};

const completeRequest = (detail: RequestDetail, base: string): RequestDetail => ({
  ...detail,
  url: absolute(detail.url, base),
  headers: headerPairs(detail.headers as unknown as Encoded),
});

/** A page can forge what is recorded: only what has a time and a stack is a read. */
const completeRead = (read: EarlyRead): EarlyRead[] =>
  typeof read?.time === 'number' && typeof read.stack === 'string'
    ? [{ time: read.time, stack: pageStack(read.stack) }]
    : [];

/** A page's own URL keeps what it was; only a stack changes. */
const withStack = (entry: Entry): Entry => {
  const stack = entry.stack && pageStack(entry.stack);
  const { stack: _, ...rest } = entry;
  return (stack ? { ...rest, stack } : rest) as Entry;
};

/**
 * The fields of details that are there, but a word or a flag that is none is what says as little as possible: a page can take away what is recorded, as
 * `Notification.permission`, and no file could be read with that.
 */
export const fitWords = (kind: EntryKind, detail: object): Record<string, unknown> => {
  const plain: Readonly<Record<string, unknown>> = kinds[kind].plain;
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) =>
      /^(?:string|boolean)$/.test(typeof plain[name]) && typeof value !== typeof plain[name]
        ? [name, plain[name]]
        : [name, value],
    ),
  );
};

/** The entry with its name, its URL and its stack as everyone is to see them. */
export const completeEntry = (raw: Entry, page: Pick<PageInfo, 'scripts'>): Entry => {
  const entry = withStack({
    ...raw,
    detail: { ...kinds[raw.kind].plain, ...fitWords(raw.kind, raw.detail) },
  } as Entry);
  switch (entry.kind) {
    case 'sdk': {
      const { early, ...found } = entry.detail;
      const detail = {
        ...found,
        members: Array.isArray(found.members) ? found.members : [],
        scripts: page.scripts,
        ...(Array.isArray(early) && early.length > 0 && { early: early.flatMap(completeRead) }),
      };
      return { ...entry, name: generationOf(detail), detail };
    }
    case 'request': {
      const detail = completeRequest(entry.detail, entry.url);
      return { ...entry, name: requestName(detail.url), detail };
    }
    case 'error': {
      // An uncaught error without an error object is its message only.
      const isText = entry.detail.error?.name === 'string';
      if (!isText) return entry;
      const name = entry.name === 'string' ? 'Error' : entry.name;
      return {
        ...entry,
        name,
        detail: { ...entry.detail, error: { ...entry.detail.error, name } },
      };
    }
    default:
      return entry;
  }
};
