import {
  apply,
  bare,
  call,
  indexOf,
  isNative,
  nativeClass,
  prototypeOf,
  read,
  safe,
} from './natives';
import { maxTotal } from './to-json';
import { awaitOwn } from './watch-promise';

/** How long a body may take, milliseconds: a copy that is being read keeps the connection open when the page has cancelled its own. */
const maxTime = 10_000;

/**
 * Reads the beginning of a response's body, of a copy, so that the page's own is untouched. A copy that is longer than what an entry can
 * hold is cancelled: a body that the page cancels must end. It is piped, not read: the promises of a reader are resolved with objects, which
 * would ask a `then` that the page has put on `Object.prototype`. Returns false when it is not read.
 */
export const readBody = (response: unknown, use: (text: string) => void): boolean | undefined =>
  safe(() => {
    const header = (name: string): unknown => call(read(response, 'headers'), 'get', [name]);
    const type = header('content-type') as string | null;
    if (type && indexOf(type, 'text') < 0 && indexOf(type, 'json') < 0) return false;
    if (+(header('content-length') as string) > maxTotal) return false;
    const decoder = new (nativeClass('TextDecoder') as typeof TextDecoder)();
    let text = '';
    const sink = new (nativeClass('WritableStream') as typeof WritableStream)(
      bare({
        write(chunk: unknown) {
          text += call(decoder, 'decode', [chunk, bare({ stream: true })]);
          if (text.length > maxTotal) throw 0;
        },
      }),
      bare({}),
    );
    const signal = call(nativeClass('AbortSignal'), 'timeout', [maxTime]);
    const pipe = read(prototypeOf('ReadableStream'), 'pipeTo');
    if (!isNative(pipe, 'pipeTo')) return false;
    const copy = read(call(response, 'clone'), 'body');
    const done = () => {
      safe(() => use(text));
    };
    awaitOwn(apply(pipe as never, copy, [sink, bare({ signal })]), done, () => {
      if (text) done();
    });
    return true;
  });
