import type { Session } from '../../lib/model/session';
import type { Remembered } from './remembered';

/** Frames of which a background that was started again has to hear. */
export interface FramesBack {
  /** Resolves when all have come; absent where there are none. */
  back: Promise<void> | undefined;
  /** A document has introduced itself, or left its last words. */
  came(document: string): void;
  /** The page shows another document: they have gone with the one before. */
  left(): void;
}

/** The frames that were followed before the background ended, and had not gone then. */
export const framesBack = (
  { frames }: Pick<Session, 'frames'>,
  { inFrames = [] }: Remembered,
): FramesBack => {
  const awaited = new Set(
    inFrames.flatMap(([document, frame]) =>
      frames[frame]?.connection === 'unreachable' ? [] : [document],
    ),
  );
  let resolve: () => void = () => {};
  return {
    back:
      awaited.size > 0
        ? new Promise<void>((done) => {
            resolve = done;
          })
        : undefined,
    came(document) {
      if (awaited.delete(document) && awaited.size === 0) resolve();
    },
    left: () => resolve(),
  };
};
