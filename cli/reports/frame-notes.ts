import { message } from '../../lib/i18n/message';
import type { PageResult } from '../page-result';
import { frameTitle } from './frame-title';

const listed = (addresses: readonly string[], more = 0): string =>
  [...addresses, ...(more > 0 ? [message('evidenceMore', `${more}`)] : [])].join(', ');

/** What is to be said of a page's frames: which one was judged, and which were not, a line each; nothing where only the page itself is spoken of. */
export const frameNotes = ({
  frame,
  otherFrames,
  unwatched,
  moreFrames,
}: Pick<PageResult, 'frame' | 'otherFrames' | 'unwatched' | 'moreFrames'>): string[] => [
  ...(frame ? [message('viewerFrame', frameTitle(frame))] : []),
  ...(otherFrames
    ? [`AKPush is in other frames too: ${listed(otherFrames, moreFrames?.otherFrames)}`]
    : []),
  ...(unwatched ? [message('viewerUnwatched', listed(unwatched, moreFrames?.unwatched))] : []),
];
