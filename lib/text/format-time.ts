import type { EpochMs, Millis } from '../model/time';

/*
 * All times that people read are written here: hours from 0 to 23 and dates as ISO 8601 has them, in the time of the reader's place. Files for
 * programs and reports that travel have ISO 8601 with `Z`.
 */

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** The time of day to the second: `14:03:07`. Milliseconds since the epoch. */
export const formatSeconds = (time: EpochMs): string => {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((each) => pad(each)).join(':');
};

const formatAbsolute = (time: EpochMs): string =>
  `${formatSeconds(time)}.${pad(new Date(time).getMilliseconds(), 3)}`;

const formatRelative = (milliseconds: Millis): string => {
  const whole = Math.max(0, Math.round(milliseconds));
  const seconds = Math.floor(whole / 1000);
  const rest = `${seconds < 60 ? seconds : pad(seconds % 60)}.${pad(whole % 1000, 3)}`;
  if (seconds < 60) return `+${rest}`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `+${minutes}:${rest}`
    : `+${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${rest}`;
};

/** A time as `14:03:07.120`, or since the page's start as `+1.204` or `+2:01.204`. */
export const formatTime = (
  time: EpochMs,
  timeOrigin: EpochMs,
  style: 'absolute' | 'relative',
): string => (style === 'relative' ? formatRelative(time - timeOrigin) : formatAbsolute(time));

/** A moment as date and time of day: `2026-11-28 14:03:07`. Milliseconds since the epoch. */
export const formatMoment = (time: EpochMs): string => {
  const date = new Date(time);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day} ${formatSeconds(time)}`;
};
