import { findInElement, type Match } from './find-in-element';

/** Looks for a text in an element, now and after each change of what the element shows. Returns the end of it. */
export const followMatches = (
  root: Element,
  term: string,
  onFound: (matches: Match[]) => void,
): (() => void) => {
  const look = () => onFound(findInElement(root, term));
  // What is drawn for the new term comes after this: trees open, rows are drawn.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(look);
  });
  const lookSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  root.addEventListener('input', lookSoon);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    root.removeEventListener('input', lookSoon);
  };
};
