import type { SessionEntry } from '../session';
import { stackFrames } from '../timeline/stack-frames';

/** Where in the page's scripts something was begun, `https://…/a.js:12:5`; `undefined` where no stack tells. */
export const placeOf = ({ stack }: SessionEntry): string | undefined => {
  const [frame] = stackFrames(stack ?? '');
  return frame && `${frame.url}:${frame.line}:${frame.column}`;
};
