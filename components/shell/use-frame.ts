import { useCallback, useRef, useState } from 'preact/hooks';
import { currentDocument } from '../../lib/model/current-document';
import { choiceOf, type FrameChoice, shownFrame } from '../../lib/model/frame-choice';
import type { Session } from '../../lib/model/session';
import type { Source } from './workspace';

/** The frame of a session that is looked at, and the choice of another. */
export interface ShownFrame extends Pick<Source, 'frame' | 'onFrame'> {
  /** Somebody works in the frame that is shown: it stays, whichever others get AKPush. */
  hold(): void;
}

/** Keeps which frame is looked at: the one that was chosen, or the main one. */
export const useFrame = (whole: Session): ShownFrame => {
  const [chosen, choose] = useState<FrameChoice>();
  const frame = shownFrame(whole, chosen);
  const latest = useRef({ whole, frame });
  latest.current = { whole, frame };
  const onFrame = useCallback((next: number) => choose(choiceOf(latest.current.whole, next)), []);
  const hold = useCallback(() => {
    const now = latest.current;
    // Where there is no AKPush, nothing of it can be worked with.
    if (!currentDocument(now.whole, now.frame)?.sdk) return;
    choose((held) =>
      held && shownFrame(now.whole, held) === now.frame ? held : choiceOf(now.whole, now.frame),
    );
  }, []);
  return { frame, onFrame, hold };
};
