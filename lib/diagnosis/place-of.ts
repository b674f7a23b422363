import type { SessionEntry } from '../model/session';
import { stackFrames } from '../model/stack-frames';
import { shortAddress } from './short-address';

/** Where in the page's scripts something was begun, `/a.js:12:5`; `undefined` where no stack tells. */
export const placeOf = ({ stack, url }: SessionEntry): string | undefined => {
  const [frame] = stackFrames(stack ?? '');
  return frame && `${shortAddress(frame.url, url)}:${frame.line}:${frame.column}`;
};
