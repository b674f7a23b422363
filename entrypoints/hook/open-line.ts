import { lineMark } from '../../lib/messaging/handover';
import { asked, said } from '../../lib/messaging/hook-line';
import {
  addEventListener,
  apply,
  dispatchEvent,
  getLastChild,
  isNative,
  listen,
  NativeEvent,
  nodeText,
  removeChild,
  safe,
} from './originals';

/**
 * Whether what the line needs is the browser's own. A window that a page of the same site has opened can be in that page's hands before
 * this document comes into it.
 */
export const isUntouched = (): boolean =>
  isNative(apply, 'apply') &&
  isNative(addEventListener, 'addEventListener') &&
  isNative(dispatchEvent, 'dispatchEvent') &&
  isNative(NativeEvent, 'Event') &&
  isNative(getLastChild, 'lastChild') &&
  isNative(removeChild, 'removeChild') &&
  isNative(nodeText?.get, 'nodeValue') &&
  isNative(nodeText?.set, 'nodeValue');

const read = (line: Node): string => apply(nodeText?.get as () => string, line, []);

/** Takes the node that the keeper has left out of the document; `undefined` where there is none: nobody could be told of anything. */
export const takeLine = (): Node | undefined => {
  const line = apply(getLastChild, document, []);
  if (!line || read(line) !== lineMark) return undefined;
  apply(removeChild, document, [line]);
  return line;
};

/**
 * Opens the hook's end of the line, and hands on what the bridge asks. See `lib/messaging/hook-line.ts` for what is said. Returns what says a
 * word to the bridge.
 */
export const openLine = (
  line: Node,
  onQuestion: (word: string) => void,
): ((word: string) => void) => {
  listen(line, asked, () => {
    safe(() => onQuestion(read(line)));
  });
  return (word) => {
    apply(nodeText?.set as (to: string) => void, line, [word]);
    apply(dispatchEvent, line, [new NativeEvent(said)]);
  };
};
