import { joinedBy, type Phrase } from '../model/phrase';
import { shortAddress } from './short-address';

/** The most characters of a finding's title, in every language. */
export const maxTitle = 90;

/** The most characters of what is put behind a rule's own title. */
const maxAbout = 27;

/** Cuts the middle out of a text, so that at most `most` characters are left: both ends tell most of an address. */
export const cutMiddle = (text: string, most: number): string => {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return [...characters.slice(0, most - 1 - end), '…', ...characters.slice(-end)].join('');
};

/** Whether a status says that there is no such file; any other one, and none, say only that it does not load. */
export const isNotFound = (status: number | undefined): boolean => status === 404 || status === 410;

/** An address as a title can take it: without query and without the page's own origin, at most `most` characters. */
export const titleAddress = (address: string, page: string, most = maxAbout): string =>
  cutMiddle(shortAddress(address, page).replace(/^https?:\/\//, ''), most);

/** A title with what it is about. */
export const titleOf = (title: Phrase, about: Phrase = ''): Phrase =>
  joinedBy(': ', title, typeof about === 'string' ? cutMiddle(about, maxAbout) : about);

/** A finding's title within another sentence, which has the colon already. */
export const titleWithin = (title: Phrase): Phrase => ({
  within: typeof title === 'object' && 'parts' in title ? { parts: title.parts, by: ' — ' } : title,
});
