import { framesOf } from './frames';
import type { Session } from './session';

const held = new WeakMap<Session['pages'], ReadonlyMap<number, number>>();

/** The frame in which an entry was recorded. Asked of each entry: the documents are gone through once. */
export const frameOf = ({ pages }: Pick<Session, 'pages'>, entry: { page: number }): number => {
  const frames = held.get(pages) ?? new Map(pages.map(({ number, frame }) => [number, frame]));
  held.set(pages, frames);
  return frames.get(entry.page) ?? 0;
};

/** How many frames of the page have AKPush and are there, the page itself among them. */
export const countFrames = (session: Pick<Session, 'pages' | 'frames'>): number =>
  framesOf(session).filter(
    ({ frame, sdk }) => sdk && session.frames[frame]?.connection !== 'unreachable',
  ).length;

/** The frame that is looked at where nobody has chosen one: the page, or the first frame that has AKPush where the page has none. */
export const mainFrame = (session: Pick<Session, 'pages'>): number => {
  const frames = framesOf(session);
  const [page] = frames;
  const own = page?.frame === 0 && page.sdk ? page : frames.find(({ sdk }) => sdk);
  return own?.frame ?? 0;
};
