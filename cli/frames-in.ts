import { framesOf } from '../lib/model/frames';
import type { Session } from '../lib/model/session';
import type { Judged } from './judge-session';
import type { PageResult } from './page-result';

/** Of so many frames the addresses are told. */
const most = 20;

/** What a result says of a page's frames, without secrets; nothing where only the page itself is spoken of. `moreFrames`: how many of each list are not named. `unwatched`: addresses of frames of which nothing is known. */
export const framesIn = (
  session: Pick<Session, 'pages'>,
  { page, clean }: Pick<Judged, 'page' | 'clean'>,
  unwatched: readonly string[],
): Pick<PageResult, 'frame' | 'otherFrames' | 'unwatched' | 'moreFrames'> => {
  const shown = page?.frame ?? 0;
  const others = framesOf(session).filter(({ frame, sdk }) => frame !== shown && sdk);
  const isLate = ({ hooked }: { hooked: boolean }): boolean => !hooked;
  const addresses = (of: readonly { url: string }[]): string[] =>
    of.slice(0, most).map(({ url }) => clean(url));
  const late = [...others.filter(isLate), ...unwatched.map((url) => ({ url }))];
  const watched = others.filter((each) => !isLate(each));
  const moreOf = (of: readonly unknown[]): number => Math.max(0, of.length - most);
  const moreFrames = { otherFrames: moreOf(watched), unwatched: moreOf(late) };
  return {
    ...(page?.embedded && { frame: { name: page.embedded.name, url: page.url } }),
    ...(watched.length > 0 && { otherFrames: addresses(watched) }),
    ...(late.length > 0 && { unwatched: addresses(late) }),
    ...(moreFrames.otherFrames + moreFrames.unwatched > 0 && { moreFrames }),
  };
};
