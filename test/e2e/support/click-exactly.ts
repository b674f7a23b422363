import type { Surface } from './browser';
import { poll } from './poll';

/** Where the guard keeps what it saw, in the document. */
interface Guarded {
  clickGuard?: { isSeen: boolean; isMissed: boolean; remove(): void };
}

const guard = (selector: string): void => {
  (window as Guarded).clickGuard?.remove();
  const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const judge = (event: Event) => {
    state.isSeen = true;
    const wanted = document.querySelector(selector);
    if (event.target instanceof Node && wanted?.contains(event.target)) {
      // What a label does with its field comes after.
      if (event.type === 'click') state.remove();
      return;
    }
    state.isMissed = true;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const state = {
    isSeen: false,
    isMissed: false,
    remove() {
      for (const type of types) window.removeEventListener(type, judge, true);
    },
  };
  for (const type of types) window.addEventListener(type, judge, true);
  (window as Guarded).clickGuard = state;
};

/** Whether anything of the click came; a document that is another one was clicked. */
const isSeen = (): boolean => (window as Guarded).clickGuard?.isSeen !== false;

const takeGuard = (): boolean => {
  const state = (window as Guarded).clickGuard;
  state?.remove();
  return state?.isMissed === true || state?.isSeen === false;
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
    await poll('the click', () => evaluate(isSeen), 1_000).catch(() => {});
    // A document that is gone was clicked.
    const isMissed = await evaluate(takeGuard).catch(() => false);
    return !isMissed;
  });
};
