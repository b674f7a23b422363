/*
 * Hook and keeper run in one document, before any script of the page, the keeper first, as the manifest lists them. The keeper leaves a
 * comment at the end of the document, the hook takes it out: from then on they have a node that nobody else has. An event on it passes
 * nothing else, its text is read in both worlds, and no `document.open()` takes listeners off it. No page can find it or name it.
 *
 * A secret name for events would do the same, and cost each page more: making one is the dearest thing that a small script can do.
 */
export const lineMark = 'AKPush';

/** Whether no script of the page can have run. Firefox starts content scripts in open pages too when an extension is loaded. */
export const isBeginning = (): boolean =>
  document.readyState === 'loading' && !document.documentElement?.firstChild;

/** The keeper's half: leaves the node for the hook. */
export const leaveLine = (): Comment => document.appendChild(document.createComment(lineMark));
