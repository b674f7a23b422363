/*
 * Hook and keeper run in one document, before any script of the page, in an order that no browser promises. The keeper tells the hook a
 * secret in an event; whoever starts second completes it. Both stop listening at once, so that a page that sends or awaits the same
 * events later speaks to nobody. From then on they talk in events named by the secret (`hook-line.ts`).
 *
 * All of that is said on the document's `fonts`, an event target that both worlds share. A window can be older than its document: whoever
 * opened it can have left listeners there, and its events pass them. `fonts` is the document's own, its events pass nothing else, and
 * `document.open()`, which takes all listeners off the document and the window, leaves those on it.
 */
export const offer = 'akpush-inspector';
export const wanted = 'akpush-inspector?';

/** Whether no script of the page can have run. Firefox starts content scripts in open pages too when an extension is loaded. */
export const isBeginning = (): boolean => document.readyState === 'loading' && !document.head;

/** The keeper's half: tells the secret now, and again if the hook starts later. `onTaken`: the hook has it. */
export const handOver = (secret: string, onTaken: () => void): void => {
  const { fonts } = document;
  const tell = (): void => {
    if (!isBeginning()) return;
    // The hook cancels the event when it takes the secret.
    if (!fonts.dispatchEvent(new CustomEvent(offer, { detail: secret, cancelable: true })))
      onTaken();
    else fonts.addEventListener(wanted, tell, { once: true });
  };
  tell();
};
