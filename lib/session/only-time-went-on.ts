import { currentDocument } from '../model/current-document';
import type { FrameParts, Session } from '../model/session';

/** After this time, milliseconds, what has not ended is not waited for. */
const timeoutMs = 10_000;

/** Whether the last reading of a frame has seen all that came before it: another one that finds the same says nothing new. */
const isAtRest = (session: Session, frame: number, { state }: FrameParts): boolean => {
  const page = currentDocument(session, frame);
  if (!page || state?.document !== page.document) return false;
  const begun = state.readAt - state.value.took;
  const isWaitedFor = (time: number): boolean => begun - time < timeoutMs;
  if (!state.value.isLoaded && isWaitedFor(page.timeOrigin)) return false;
  return session.entries.every(
    ({ page: number, status, time, duration = 0 }) =>
      number !== page.number ||
      (status === 'pending' ? !isWaitedFor(time) : time + duration <= begun),
  );
};

/** Whether two readings are of the same state; the times of `readings` go with them. */
const isSameReading = (before: FrameParts['state'], next: FrameParts['state']): boolean =>
  before === next ||
  (before !== null &&
    before.value === next?.value &&
    before.document === next.document &&
    before.endpoints === next.endpoints);

const isSameBut = <T extends object>(before: T, next: T, ...left: (keyof T)[]): boolean =>
  (Object.keys(next) as (keyof T)[]).every(
    (key) => left.includes(key) || before[key] === next[key],
  );

/**
 * Whether a session differs from an earlier one by nothing but the time of its last readings, and nothing was under way that they tell the end of: all
 * that follows from the one follows from the other. What is due at a time of its own, as a finding that says that something takes long, is not asked for.
 */
export const onlyTimeWentOn = (before: Session, next: Session): boolean => {
  if (!isSameBut(before, next, 'state', 'frames', 'readings')) return false;
  const frames = Object.keys(next.frames).map(Number);
  if (frames.length !== Object.keys(before.frames).length) return false;
  const isStill = (frame: number, held: FrameParts | undefined, now: FrameParts): boolean =>
    held === now ||
    (held !== undefined &&
      isSameBut<FrameParts>(held, now, 'state') &&
      isSameReading(held.state, now.state) &&
      (held.state === now.state || isAtRest(before, frame, held)));
  return (
    next.readings.length === before.readings.length &&
    next.readings.every(({ value }, at) => value === before.readings[at]?.value) &&
    isSameReading(before.state, next.state) &&
    (before.state === next.state || isAtRest(before, 0, before)) &&
    frames.every((frame) => isStill(frame, before.frames[frame], next.frames[frame] as FrameParts))
  );
};
