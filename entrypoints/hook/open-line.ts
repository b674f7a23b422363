import { offer, wanted } from '../../lib/messaging/handover';
import { questionName } from '../../lib/messaging/hook-line';
import {
  addEventListener,
  apply,
  bare,
  describe,
  dispatchEvent,
  getDetail,
  isNative,
  listen,
  NativeEvent,
  preventDefault,
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
  isNative(NativeEvent, 'CustomEvent') &&
  isNative(getDetail, 'detail') &&
  isNative(preventDefault, 'preventDefault') &&
  isNative(describe(Document.prototype, 'fonts')?.get, 'fonts');

/**
 * The hook's end of the line: asks the keeper for the secret, takes it if the keeper starts later, and hands on what the bridge asks. See
 * `lib/messaging/hook-line.ts` for what is said. Returns what says a word to the bridge.
 */
export const openLine = (onQuestion: (word: unknown) => void): ((word: string) => void) => {
  const line = document.fonts;
  const send = (type: string, detail: string): void => {
    apply(dispatchEvent, line, [new NativeEvent(type, bare({ detail }))]);
  };
  let name = '';
  const onOffer = (event: Event): void => {
    apply(preventDefault, event, []);
    name = apply(getDetail, event, []) as string;
    listen(line, questionName(name), (question) => {
      safe(() => onQuestion(apply(getDetail, question, [])));
    });
  };
  listen(line, offer, onOffer, bare({ once: true }));
  send(wanted, '');
  return (word) => {
    if (name) send(name, word);
  };
};
