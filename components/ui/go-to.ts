/** How long a place that was gone to is pointed out, milliseconds: the length of its animation. */
const pointedOut = 1000;

/** Scrolls to an element, moves the focus there and points it out for a second. The element must be one that can have the focus. */
export const goTo = (element: HTMLElement): void => {
  element.scrollIntoView({ block: 'nearest' });
  element.focus({ preventScroll: true });
  element.classList.add('is-gone-to');
  setTimeout(() => element.classList.remove('is-gone-to'), pointedOut);
};
