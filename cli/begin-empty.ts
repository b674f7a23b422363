/**
 * Begins in a frame's document. Firefox gives a frame an empty document first, and hands its window on to the document of the same site that follows,
 * with all that is in it: there hook and keeper have to begin, which take no document that is complete for one that no script has seen. So the empty one is made
 * to look as it would at its beginning, for as long as they look. No script of the page has run by then. It goes into the page as text, and must be
 * complete in itself. `world`: the page's own, whose script comes first, or the isolated one.
 */
export const beginEmpty = (world: 'page' | 'isolated', begin: () => void): void => {
  const root = document.documentElement;
  const isEmpty = document.readyState === 'complete' && root?.parentNode === document;
  if (!isEmpty) {
    begin();
    return;
  }
  const beComplete = (): void => {
    delete (document as { readyState?: string }).readyState;
  };
  root.remove();
  Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
  begin();
  // The hook looks again when the keeper hands the line over: what listens after it hears that it has.
  if (world === 'page') document.fonts.addEventListener('load', beComplete, { once: true });
  else beComplete();
  document.append(root);
};
