import { useEffect, useState } from 'preact/hooks';
import { inFrame } from '../../lib/model/in-frame';
import type { Session } from '../../lib/model/session';
import { useWorkspace } from './workspace';

/** The session with the time of its last reading. `isWanted`: whoever asks is drawn again with each reading. */
export const useSessionNow = (isWanted = true): Session => {
  const { session, frame, page } = useWorkspace();
  const clock = page?.clock;
  const [, draw] = useState({});
  useEffect(() => (isWanted ? clock?.onTick(() => draw({})) : undefined), [clock, isWanted]);
  return isWanted && clock ? inFrame(clock.now(), frame) : session;
};
