import type { Reading, Session } from '../model/session';
import type { SessionChange } from './session-change';

/** So many readings of each frame are kept. */
const maxReadings = 60;

/** And so many in all before those of frames go: a page can make as many frames as it likes. */
const maxInAll = 300;

/** The frame of a reading. */
const frameOf = (reading: Reading): number => reading.frame ?? 0;

/** The readings with one more; `state` is `null` when it is what it was. */
export const withReading = (
  { readings }: Session,
  { document, state, readAt, frame }: Extract<SessionChange, { type: 'state' }>,
): readonly Reading[] => {
  const own = readings.filter((reading) => frameOf(reading) === (frame ?? 0));
  if (state) {
    const isOver = frame && readings.length > maxInAll;
    const over = own.length < maxReadings ? isOver && readings.find(frameOf) : own[0];
    const reading: Reading = { document, frame, value: state, from: readAt, to: readAt };
    return [...readings.filter((each) => each !== over), reading];
  }
  const last = own.at(-1);
  return last?.document === document
    ? readings.map((each) => (each === last ? { ...last, to: readAt } : each))
    : readings;
};

/** The last reading of each frame. */
export const lastReadings = ({ readings }: Session): readonly Reading[] => {
  const last = new Map(readings.map((reading) => [frameOf(reading), reading]));
  return readings.filter((reading) => last.get(frameOf(reading)) === reading);
};
