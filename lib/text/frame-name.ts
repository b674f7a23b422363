import { message } from '../i18n/message';
import type { SessionPage } from '../model/session';

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
