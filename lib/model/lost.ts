import type { Session } from './session';

type Lost = Pick<Session, 'lost' | 'lostIn'>;

/** How many entries a session has lost then, as so many more of a frame are. */
export const withLost = ({ lost, lostIn }: Lost, frame: number, count: number): Lost => ({
  lost: lost + count,
  lostIn: count === 0 ? lostIn : { ...lostIn, [frame]: (lostIn[frame] ?? 0) + count },
});

/** Those that are not lost any more as a frame shows another document, whose entries nobody has lost. */
export const withoutLostOf = ({ lost, lostIn }: Lost, frame: number): Lost => {
  const { [frame]: own = 0, ...others } = lostIn;
  return { lost: lost - own, lostIn: others };
};

/** How many of a frame's entries may be lost: its own, and those of which nobody knows whose they were. */
export const lostOf = ({ lost, lostIn }: Lost, frame: number): number => {
  const known = Object.values(lostIn).reduce((sum, count) => sum + count, 0);
  return lost - known + (lostIn[frame] ?? 0);
};
