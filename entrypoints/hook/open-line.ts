import { handover, isBeginning, ofDocument } from '../../lib/messaging/handover';
import { asked, said } from '../../lib/messaging/hook-line';
import {
  addEventListener,
  apply,
  bare,
  dispatchEvent,
  getDetail,
  getRelated,
  isNative,
  listen,
  NativeCustomEvent,
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
  isNative(NativeCustomEvent, 'CustomEvent') &&
  isNative(getDetail, 'detail') &&
  isNative(getRelated, 'relatedTarget');

/** Takes the line that the keeper hands over before any script of the page runs. */
export const takeLine = (onTaken: (line: EventTarget) => void): void => {
  let isTaken = false;
  const take = (event: Event): void => {
    const line = !isTaken && isBeginning() && safe(() => apply(getRelated, event, []));
    if (!line) return;
    isTaken = true;
    onTaken(line);
  };
  const options = bare({ capture: true, once: true });
  listen(window, handover, take, options);
  listen(ofDocument(), handover, take, options);
};

/**
 * Opens the hook's end of the line, and hands on what the bridge asks. See `lib/messaging/hook-line.ts` for what is said. Returns what says a
 * word to the bridge.
 */
export const openLine = (
  line: EventTarget,
  onQuestion: (word: string) => void,
): ((word: string) => void) => {
  listen(line, asked, (event) => {
    safe(() => onQuestion(apply(getDetail, event, [])));
  });
  return (detail) => {
    apply(dispatchEvent, line, [new NativeCustomEvent(said, bare({ detail }))]);
  };
};
