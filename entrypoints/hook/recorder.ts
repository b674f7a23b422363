import { entriesAfter, whenLogged } from './log';
import { listen, queueTask } from './natives';
import { noteRead } from './reads';
import type { Waiting } from './wait-for-sdk';
import { noteTrouble } from './watch-errors';
import { lookAgain, takeAssigned } from './watch-global';
import { hasFound } from './watch-sdk';
import { restoreAll } from './wrap';

/** What the recorder needs of the part of the hook that every page has. */
export interface Outside extends Waiting {
  /** Listens to what goes wrong. */
  trouble(event: Event): void;
  /** Says a word to the bridge. */
  say(word: string): void;
}

/** Records an SDK, and answers the bridge. */
export interface Recorder {
  /** Something is in `window.AKPush`: it was assigned just now, or was found at a `load` or `DOMContentLoaded`. */
  look(event?: Event): void;
  /** A script reads `window.AKPush` before anything is in it. */
  noteRead(): void;
  /** An uncaught error, or a violation of the page's Content Security Policy. */
  noteTrouble(event: Event): void;
  /** Answers a question of the bridge's. */
  answer(word: string): void;
}

/**
 * Starts the recorder: all of the hook that a page without AKPush does not need. The build makes this module, with what it imports besides
 * `originals.ts`, into one function, which a browser compiles when it is called and not before: see `scripts/lazy-module.ts`.
 */
export const startRecorder = ({ say, listenAgain, stop, trouble }: Outside): Recorder => {
  /** What the bridge has been told of entries that it has not asked for since. */
  let told = '';
  /** A `document.open()` takes all listeners off the document and the window. */
  const listenToAll = (): void => {
    listenAgain();
    listen(window, 'unhandledrejection', trouble);
    listen(document, 'error', trouble, true);
  };
  whenLogged(() => {
    const word = hasFound() ? 'logged' : 'noted';
    if (told === word) return;
    told = word;
    listenToAll();
    say(word);
  });
  return {
    look(event) {
      if (event) lookAgain(event);
      else takeAssigned();
    },
    noteRead,
    noteTrouble,
    answer(word) {
      if (word === 'gone') {
        // Later, as below.
        queueTask(restoreAll);
        stop();
        return;
      }
      listenToAll();
      // Later: it may run a page's Proxy, which could read this event's target off `window.event`.
      queueTask(() => lookAgain());
      told = '';
      say(entriesAfter(+word));
    },
  };
};
