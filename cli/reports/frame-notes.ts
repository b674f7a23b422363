import { message } from '../../lib/i18n/message';
import type { PageResult } from '../page-result';
import { frameTitle } from './frame-title';

/** What is to be said of a page's frames: which one was judged, and which were not, a line each; nothing where only the page itself is spoken of. */
export const frameNotes = ({
  frame,
  otherFrames,
  unwatched,
}: Pick<PageResult, 'frame' | 'otherFrames' | 'unwatched'>): string[] => [
  ...(frame ? [message('viewerFrame', frameTitle(frame))] : []),
  ...(otherFrames ? [`AKPush is in other frames too: ${otherFrames.join(', ')}`] : []),
  ...(unwatched ? [message('viewerUnwatched', unwatched.join(', '))] : []),
];
