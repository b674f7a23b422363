import { bare, call, holderOf, make, read, safe } from './natives';
import { maxTotal } from './to-json';
import { awaitOwn } from './watch-promise';

/** How long a body may take, milliseconds: a copy that is being read keeps the connection open when the page has cancelled its own. */
const maxTime = 10_000;

/**
 * Reads the beginning of a response's body, of a copy, so that the page's own is untouched. A copy that is longer than what an entry can
 * hold is cancelled: a body that the page cancels must end. It is piped, not read, and not even that where a page has put a
 * `then` on `Object.prototype`: the promises of a reader are resolved with objects, which are asked for it.
 */
export const readBody = (response: unknown, use: (text: string) => void): void => {
  safe(() => {
    // Firefox pipes by promises that are resolved with objects.
    if (holderOf([], 'then')) return;
    const decoder = make('TextDecoder');
    let text = '';
    const write = (chunk: unknown): void => {
      text += call(decoder, 'decode', [chunk, bare({ stream: true })]);
      if (text.length > maxTotal) throw 0;
    };
    const sink = make('WritableStream', bare({ write }), bare({}));
    const signal = call(read(window, 'AbortSignal'), 'timeout', [maxTime]);
    const copy = read(call(response, 'clone'), 'body');
    const done = () => {
      safe(() => use(text));
    };
    awaitOwn(call(copy, 'pipeTo', [sink, bare({ signal })]), done, done);
  });
};
