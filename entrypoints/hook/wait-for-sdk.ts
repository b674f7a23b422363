import { defineProperty, getOwnPropertyDescriptor, listen, safe } from './originals';

const name = 'AKPush';

/** A script that waits for AKPush may ask for it again and again: so many times it is listened to. */
const maxReads = 20;

/** What is heard of while nobody knows whether there will be an SDK. */
interface Heard {
  /** Something is in the global: it was assigned just now, or was found at a `load` or `DOMContentLoaded`. */
  found(event?: Event): void;
  /** A script reads the global before anything is in it. */
  read(): void;
  /** An uncaught error, a rejection, or a violation of the page's Content Security Policy. */
  trouble(event: Event): void;
}

/** The watch for an SDK. */
export interface Waiting {
  /** Puts back listeners that a `document.open()` has taken off. */
  listenAgain(): void;
  /** Stops waiting; what the page has stays as it is. */
  stop(): void;
}

/**
 * Waits for `window.AKPush` with one accessor that the page can overwrite, and one listener that hears of each loaded script and of the
 * end of parsing. (A MutationObserver would hear of inline scripts too, at several times the cost of all else here.) `found` is called
 * when the global was assigned, and at each of these events while something else than our accessor is there. Two more listeners hear why an
 * SDK does not come: they run only where something goes wrong.
 */
export const waitForSdk = ({ found, read, trouble }: Heard): Waiting => {
  const ownProperty = () => getOwnPropertyDescriptor(window, name);
  let isStopped = false;
  let reads = 0;

  const define = (property: PropertyDescriptor): boolean =>
    defineProperty(window, name, { ...property, configurable: true });
  const wait = (value: unknown, enumerable: boolean): boolean =>
    define({
      enumerable,
      get() {
        if (reads++ < maxReads) safe(read);
        return value;
      },
      set: assigned,
    });
  /** The page (or the SDK) sets the global: it becomes the data property that it would be without the hook. */
  const assigned = (value: unknown): void => {
    // The SDK sets the global only if it is not set: after `undefined` or `null`, keep waiting for that.
    if (!value) wait(value, true);
    else {
      define({ enumerable: true, writable: true, value });
      safe(found);
    }
  };
  const onLoad = (event: Event): void => {
    const property = ownProperty();
    if (!isStopped && property && property.set !== assigned) safe(() => found(event));
  };
  const listenAgain = (): void => {
    listen(document, 'load', onLoad, true);
    listen(document, 'DOMContentLoaded', onLoad);
    listen(document, 'securitypolicyviolation', trouble);
    listen(window, 'error', trouble);
  };

  if (!ownProperty()) wait(undefined, false);
  listenAgain();
  return {
    listenAgain,
    stop() {
      isStopped = true;
      const property = ownProperty();
      if (property?.set === assigned && !property.enumerable) delete window[name as never];
    },
  };
};
