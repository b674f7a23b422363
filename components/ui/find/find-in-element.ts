/** A place where a text was found: in the document's text, or in what a field holds. */
export type Match = { range: Range } | { field: HTMLInputElement | HTMLTextAreaElement };

/** The most places that are looked at: more than anybody goes through. */
export const mostMatches = 2_000;

/** What nobody sees, or is not to be shown by a search: names for screen readers, covered keys. */
const leftOut = '[hidden], .visually-hidden, [type="password"], .concealed, .find-bar';

const isFindable = (element: Element | null): element is Element =>
  element !== null && element.closest(leftOut) === null;

/** The places of a text inside of an element, in the document's order. `term` is in lower case; empty finds nothing. */
export const findInElement = (root: Element, term: string): Match[] => {
  if (term === '') return [];
  const found: Match[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node && found.length < mostMatches; node = walker.nextNode()) {
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
      const isText =
        node instanceof HTMLTextAreaElement || !/^(?:radio|checkbox|file)$/.test(node.type);
      if (isText && isFindable(node) && node.value.toLowerCase().includes(term))
        found.push({ field: node });
    } else if (node.nodeType === Node.TEXT_NODE && isFindable(node.parentElement)) {
      // A text area's text is its value; a list shows only what is chosen.
      if (node.parentElement.closest('textarea, option')) continue;
      const text = (node.nodeValue ?? '').toLowerCase();
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        found.push({ range });
        if (found.length === mostMatches) break;
      }
    }
  }
  return found;
};

/** The element that a match is in. */
export const elementOf = (match: Match): Element | null =>
  'field' in match ? match.field : match.range.startContainer.parentElement;
