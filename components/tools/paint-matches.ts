/** The most places that are marked: more than anybody looks at. */
const most = 2_000;

/** Marks a text wherever the timeline shows it: in rows and in details. Changes nothing in the document (CSS Custom Highlight API). */
export const paintMatches = (term: string): (() => void) | undefined => {
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (!highlights || typeof Highlight === 'undefined') return undefined;
  const paint = () => {
    const root = document.querySelector('.timeline');
    const ranges: Range[] = [];
    if (!root || term === '') return void highlights.delete('find');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < most; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').toLowerCase();
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        ranges.push(range);
      }
    }
    highlights.set('find', new Highlight(...ranges));
  };
  // Trees open and rows are drawn after this.
  const frame = requestAnimationFrame(() => requestAnimationFrame(paint));
  const root = document.querySelector('.timeline');
  const observer = new MutationObserver(() => paint());
  if (root) observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    highlights.delete('find');
  };
};
