import { message } from '../i18n/message';
import type { Millis } from '../model/time';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time in its largest whole unit: `3 d`, `2 h`, `14 min`, `5 s`. Milliseconds; a negative span is taken as positive. */
export const formatSpan = (milliseconds: Millis): string => {
  const span = Math.abs(milliseconds);
  if (span >= 2 * day) return message('spanDays', Math.floor(span / day));
  if (span >= 2 * hour) return message('spanHours', Math.floor(span / hour));
  if (span >= 2 * minute) return message('spanMinutes', Math.floor(span / minute));
  return message('spanSeconds', Math.floor(span / 1000));
};
