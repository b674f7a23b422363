import { framesOf } from './frames';
import type { Session, SessionPage } from './session';
import { mainFrame } from './shown-frame';

/** What a frame that somebody has chosen is known by: the browser gives it another number when the page is loaded again. */
export interface FrameChoice {
  frame: number;
  place: string;
}

/** Name, origin and address without what is different each time. */
const placeOf = ({ url, embedded }: SessionPage): string =>
  `${embedded?.name} ${embedded?.origin} ${url.split(/[?#]/, 1)}`;

/** What a frame of the session is chosen by; `undefined` where it has none of that number. */
export const choiceOf = (
  session: Pick<Session, 'pages'>,
  frame: number,
): FrameChoice | undefined => {
  const page = framesOf(session).find((each) => each.frame === frame);
  return page && { frame, place: frame === 0 ? '' : placeOf(page) };
};

/** The frame that is looked at: the one that somebody has chosen, or the one in its place, for as long as the page has it. */
export const shownFrame = (
  session: Pick<Session, 'pages'>,
  chosen: FrameChoice | undefined,
): number => {
  if (!chosen) return mainFrame(session);
  const frames = framesOf(session);
  const its =
    frames.find(({ frame }) => frame === chosen.frame) ??
    frames.find((page) => page.frame !== 0 && page.sdk && placeOf(page) === chosen.place);
  return its?.frame ?? mainFrame(session);
};
