import { currentDocument } from './current-document';
import type { Session, SessionPage } from './session';

/** Frames that the page's document has had, the page itself first, each with the document that it showed last. */
export const framesOf = (session: Pick<Session, 'pages'>): readonly SessionPage[] => {
  const top = currentDocument(session);
  const last = new Map<number, SessionPage>();
  for (const page of session.pages)
    if (!top || page.number >= top.number) last.set(page.frame, page);
  return [...last.values()];
};
