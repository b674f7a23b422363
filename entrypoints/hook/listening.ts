import { listen } from './natives';

let again = (): void => {};

/** Listens, also after a `document.open()`, which takes all listeners off the document and the window. */
export const keepListening = (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  isCapturing = false,
): void => {
  const others = again;
  again = () => {
    others();
    // One that is still there is not added twice.
    listen(target, type, listener, isCapturing);
  };
  listen(target, type, listener, isCapturing);
};

/** Puts listeners back that were taken off. */
export const listenAgain = (): void => again();
