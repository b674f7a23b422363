import type { SessionPage } from './session';

/** The document that a frame shows now, the page itself where no frame is named. */
export const currentDocument = (
  { pages }: { pages: readonly SessionPage[] },
  frame = 0,
): SessionPage | undefined => pages.findLast((page) => page.frame === frame);
