import type { SessionEntry } from '../model/session';

/** `12:34`, `12:34:56`, `12:34:56.789`: the time of day; `+3.5`: seconds after the first entry. */
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?$/;
const offset = /^\+\s*(\d+(?:[.,]\d+)?)\s*s?$/;

/** The first entry at or after a time that somebody has typed; `undefined` when the text is no time or nothing comes after it. */
export const findTime = (
  entries: readonly SessionEntry[],
  text: string,
): SessionEntry | undefined => {
  const [first] = entries;
  if (!first) return undefined;
  const after = offset.exec(text.trim());
  if (after) {
    const time = first.time + Number(after[1]?.replace(',', '.')) * 1000;
    return entries.find((entry) => entry.time >= time);
  }
  const typed = clock.exec(text.trim());
  if (!typed) return undefined;
  const [, hours, minutes, seconds = '0', parts = '0'] = typed;
  const wanted =
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(parts.padEnd(3, '0'));
  const timeOfDay = (time: number): number => {
    const date = new Date(time);
    return (
      ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 +
      date.getMilliseconds()
    );
  };
  return entries.find((entry) => timeOfDay(entry.time) >= wanted);
};
