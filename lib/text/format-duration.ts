import { formatNumber } from '../i18n/format-number';
import { message } from '../i18n/message';
import type { Millis } from '../model/time';

/** A duration in the unit that reads best: `3.2 ms`, `240 ms`, `1.24 s`, `2.5 min`. */
export const formatDuration = (milliseconds: Millis): string => {
  if (milliseconds < 9.95) return message('milliseconds', formatNumber(milliseconds, 1));
  if (milliseconds < 999.5) return message('milliseconds', formatNumber(milliseconds));
  if (milliseconds < 60_000) return message('seconds', formatNumber(milliseconds / 1000, 2));
  return message('minutes', formatNumber(milliseconds / 60_000, 1));
};
