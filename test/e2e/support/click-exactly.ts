import type { Surface } from './browser';
import { poll } from './poll';

/** Where the guard keeps what it saw, in the document. */
interface Guarded {
  clickGuard?: { isMade: boolean; isMissed: boolean; remove(): void };
}

const guard = (selector: string): void => {
  (window as Guarded).clickGuard?.remove();
  const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const judge = (event: Event) => {
    const wanted = document.querySelector(selector);
    if (event.target instanceof Node && wanted?.contains(event.target)) {
      if (event.type !== 'click') return;
      state.isMade = true;
      // What a label does with its field comes after.
      state.remove();
      return;
    }
    state.isMissed = true;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const state = {
    isMade: false,
    isMissed: false,
    remove() {
      for (const type of types) window.removeEventListener(type, judge, true);
    },
  };
  for (const type of types) window.addEventListener(type, judge, true);
  (window as Guarded).clickGuard = state;
};

/** Whether the click came, there or elsewhere; a document that is another one was clicked. */
const isOver = (): boolean => {
  const state = (window as Guarded).clickGuard;
  return !state || state.isMade || state.isMissed;
};

/** Whether it has to be made again: it went elsewhere, or was none, as when the element is replaced while the button is down. */
const takeGuard = (): boolean => {
  const state = (window as Guarded).clickGuard;
  state?.remove();
  return state !== undefined && (state.isMissed || !state.isMade);
};

/**
 * Clicks the element by `press`. A panel that gets news moves its buttons between the moment when the mouse's place is found and the
 * click: a click that would go elsewhere is kept from it, and made at the new place. And a prompt of Firefox that is still open takes the first
 * click, wherever it goes.
 */
export const clickExactly = async (
  { evaluate }: Pick<Surface, 'evaluate'>,
  selector: string,
  press: () => Promise<unknown>,
): Promise<void> => {
  await poll(`click at ${selector}`, async () => {
    await evaluate(guard, selector);
    await press();
    await poll('the click', () => evaluate(isOver), 1_000).catch(() => {});
    // A document that is gone was clicked.
    const isMissed = await evaluate(takeGuard).catch(() => false);
    return !isMissed;
  });
};
