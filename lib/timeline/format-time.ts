import type { Millis } from '../model/time';
import type { Settings } from './settings';

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

const formatAbsolute = (time: number): string => {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((each) => pad(each));
  return `${clock.join(':')}.${pad(date.getMilliseconds(), 3)}`;
};

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
export const formatTime = (time: number, timeOrigin: number, style: Settings['time']): string =>
  style === 'relative' ? formatRelative(time - timeOrigin) : formatAbsolute(time);
