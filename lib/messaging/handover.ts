/*
 * Hook and keeper run in one document, before any script of the page, the hook first, as the manifest lists them. The keeper hands the hook
 * an `EventTarget` that it has made, as the `relatedTarget` of an event: from then on they have a target that nobody else has. An event on
 * it passes nothing else, and no `document.open()` takes its listeners off.
 *
 * The event is dispatched on the window: `document`, in the isolated world, would be the dearest thing that each page pays for. But a window
 * can be older than its document: who opened it has had the empty one before, and may listen there. That is so in a browsing context that
 * has shown nothing else, and in frames, whose window the page around them can have had; there the document is used, which nobody has
 * had: `load` is the event that does not go on from a document to its window (DOM, "get the parent"). In Firefox, where that holds for the browser's own events alone, it is always the document's fonts.
 */
export const handover = 'load';

/** Told by the build and not found out: looking would cost each page as much as it saves. */
const isGecko = import.meta.env.FIREFOX;

/** Whether content scripts are started in open pages too, when an extension is loaded. */
export const canBeLate = isGecko;

/** Of the new document, and on the way to nobody else. */
export const ofDocument = (): EventTarget => (isGecko ? document.fonts : document);

/**
 * Whether no script of the page can have run. Neither question makes an object for an element.
 */
export const isBeginning = (): boolean =>
  document.readyState === 'loading' && !document.head && !document.body;

/** The keeper's half: hands a line to the hook. */
export const leaveLine = (): EventTarget => {
  const line = new EventTarget();
  const place = isGecko || self !== top || history.length < 2 ? ofDocument() : window;
  place.dispatchEvent(new FocusEvent(handover, { relatedTarget: line }));
  return line;
};
