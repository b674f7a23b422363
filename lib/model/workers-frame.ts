import { framesOf } from './frames';
import type { Session } from './session';

/** The frame whose pushes the workers of the page's own origin show: the page, or the first frame of that origin where AKPush is in frames alone. */
export const workersFrame = (session: Pick<Session, 'pages'>): number => {
  const ours = framesOf(session).filter(({ frame, sdk, embedded }) =>
    frame === 0 ? sdk : sdk && embedded?.isForeign === false,
  );
  return (ours.find(({ frame }) => frame === 0) ?? ours[0])?.frame ?? 0;
};
