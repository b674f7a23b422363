/** That many addresses are enough to see what is wrong. */
const maxOpen = 5;
/** An address is no longer; a text with more is no address. */
const maxAddress = 2_000;
/** As many answers a document keeps, unless it asks for more: of what came later nothing tells that it came. */
const maxAnswers = 250;

const wanted =
  'img, script[src], link[rel~=stylesheet][href], iframe[src], frame[src], object[data], embed[src], input[type=image][src], video, audio';

/** Whether an element keeps its document from `load`; `isAnswered`: whether something has come from an address. */
const isOpen = (element: Element, isAnswered: (url: string) => boolean): boolean => {
  if ('loading' in element && element.loading === 'lazy') return false;
  if (element instanceof HTMLImageElement) return !element.complete;
  // Of a film the document waits for the first picture.
  if (element instanceof HTMLMediaElement)
    return element.networkState === element.NETWORK_LOADING && element.readyState < 2;
  if (element instanceof HTMLScriptElement && !/^$|module|script/i.test(element.type)) return false;
  if (element instanceof HTMLScriptElement && element.noModule) return false;
  if (element instanceof HTMLLinkElement && (element.sheet || element.disabled)) return false;
  const inner = element instanceof HTMLIFrameElement && element.contentDocument;
  if (inner && inner.readyState !== 'complete') return true;
  return !isAnswered(addressOf(element));
};

const addressOf = (element: Element): string => {
  const { currentSrc } = element as Partial<HTMLImageElement>;
  const names = ['src', 'href', 'data'];
  const address = currentSrc || names.map((name) => element.getAttribute(name)).find(Boolean) || '';
  const { baseURI } = document;
  return address && URL.canParse(address, baseURI) ? new URL(address, baseURI).href : '';
};

/** Addresses that the document's `load` waits for, as far as its elements tell; its own first while its HTML has not ended. */
export const readOpen = (): string[] => {
  const answers = performance.getEntriesByType('resource');
  const answered = new Set(answers.map(({ name }) => name));
  const isAnswered = (url: string): boolean => answers.length >= maxAnswers || answered.has(url);
  const open = [...document.querySelectorAll(wanted)]
    .filter((element) => isOpen(element, isAnswered))
    .map(addressOf)
    .filter((url) => url !== '' && url.length < maxAddress);
  const own = document.readyState === 'loading' ? [document.URL] : [];
  return [...new Set([...own, ...open])].slice(0, maxOpen);
};
