import { type Phrase, phrase } from '../model/phrase';

/** What a server answered for an address of a push. */
export interface UrlAnswer {
  status: number;
  /** `Content-Type`. */
  type: string;
  /** Bytes. */
  size: number;
  redirectedTo: string | null;
}

/** An address as the worker would read it, against the page; `undefined` for what is none, or none of the web. */
export const pushUrl = (text: string, page: string): string | undefined => {
  if (!URL.canParse(text, page)) return undefined;
  const { href, protocol } = new URL(text, page);
  return /^https?:$/.test(protocol) ? href : undefined;
};

/** What is wrong with an answer; `null`: nothing is. Browsers leave out an image that is none, and block http on a page with https. */
export const urlProblem = (
  { status, type }: Pick<UrlAnswer, 'status' | 'type'>,
  { isImage, url, page }: { isImage: boolean; url: string; page: string },
): Phrase | null => {
  if (page.startsWith('https:') && url.startsWith('http:')) return phrase('urlMixed');
  if (status >= 400) return phrase('urlStatus', status);
  return isImage && !/^image\//.test(type) ? phrase('urlNoImage', type || phrase('none')) : null;
};
