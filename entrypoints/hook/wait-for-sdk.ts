import { defineProperty, getOwnPropertyDescriptor, listen, safe } from './originals';

const name = 'AKPush';

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
 * when the global was assigned, and at each of these events while something else than our accessor is there.
 */
export const waitForSdk = (found: (event?: Event) => void): Waiting => {
  const ownProperty = () => getOwnPropertyDescriptor(window, name);
  let isStopped = false;

  const define = (property: PropertyDescriptor): boolean =>
    defineProperty(window, name, { ...property, configurable: true });
  const wait = (value: unknown, enumerable: boolean): boolean =>
    define({ enumerable, get: () => value, set: assigned });
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
