import { message } from '../i18n/message';
import { currentDocument } from '../model/current-document';
import { framesOf } from '../model/frames';
import type { Session, SessionPage } from '../model/session';

const partsOf = (url: string): Pick<URL, 'host' | 'pathname'> =>
  URL.canParse(url) ? new URL(url) : { host: '', pathname: url };

/** What people call a frame: its place, and its name where it has one. `top`: the page around it. */
export const frameName = (page: SessionPage, top: SessionPage | undefined): string => {
  const { url, embedded, frame } = page;
  if (frame === 0) return message('frameTop');
  const { host, pathname } = partsOf(url);
  const place = `${top && host === partsOf(top.url).host ? '' : host}${pathname}`;
  return embedded?.name ? `${embedded.name} · ${place}` : place;
};

/** What the page and its frames that have AKPush are called, by their numbers: the second of the same name is `name #2`, also when the first has gone. */
export const frameNames = (session: Pick<Session, 'pages'>): ReadonlyMap<number, string> => {
  const top = currentDocument(session);
  const counts = new Map<string, number>();
  const names = new Map<number, string>();
  for (const page of framesOf(session)) {
    if (page.frame !== 0 && !page.sdk) continue;
    const name = frameName(page, top);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    names.set(page.frame, count > 1 ? `${name} #${count}` : name);
  }
  return names;
};
