import { shownAs } from '../model/kinds';
import type { SessionEntry } from '../model/session';
import type { EpochMs } from '../model/time';

/** What the picture of a session shows, from top to bottom. */
export const lanes = ['calls', 'requests', 'pushes', 'errors'] as const;
export type Lane = (typeof lanes)[number];

/** A part of a session, milliseconds since the epoch. */
export interface Span {
  from: EpochMs;
  to: EpochMs;
}

const laneOf = ({ kind, status }: SessionEntry): Lane | undefined => {
  if (kind === 'error' || status === 'failed') return 'errors';
  if (kind === 'call') return 'calls';
  if (kind === 'request') return 'requests';
  return shownAs(kind) === 'push' ? 'pushes' : undefined;
};

/** How much happened in each part of a session's time, by lane. */
export const overviewOf = (
  entries: readonly SessionEntry[],
  columns: number,
): Span & { counts: Record<Lane, number[]> } => {
  const empty = () => Array.from({ length: columns }, () => 0);
  const counts = { calls: empty(), requests: empty(), pushes: empty(), errors: empty() };
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { time } of entries) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  if (entries.length === 0) return { from: 0, to: 0, counts };
  const length = Math.max(1, to - from);
  for (const entry of entries) {
    const lane = laneOf(entry);
    if (!lane) continue;
    const column = Math.min(columns - 1, Math.floor(((entry.time - from) / length) * columns));
    counts[lane][column] = (counts[lane][column] ?? 0) + 1;
  }
  return { from, to, counts };
};

/** The part of a session that is shown after a key; `null`: all of it, `undefined`: the key does nothing. */
export const zoomed = (key: string, span: Span | null, whole: Span): Span | null | undefined => {
  const now = span ?? whole;
  const length = now.to - now.from;
  const clamp = (from: number, size: number): Span | null => {
    const most = whole.to - whole.from;
    if (size >= most) return null;
    const begin = Math.max(whole.from, Math.min(whole.to - size, from));
    return { from: begin, to: begin + size };
  };
  if (key === '+' || key === '=') return clamp(now.from + length / 4, length / 2);
  if (key === '-') return clamp(now.from - length / 2, length * 2);
  if (key === 'ArrowLeft') return span ? clamp(now.from - length / 4, length) : undefined;
  if (key === 'ArrowRight') return span ? clamp(now.from + length / 4, length) : undefined;
  return key === 'Escape' || key === 'Home' ? null : undefined;
};

const second = 1_000;
const minute = 60 * second;
/** Distances between marks of an axis, milliseconds. */
const steps = [
  ...[10, 20, 50, 100, 200, 500],
  ...[second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second],
  ...[minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute],
  ...[60 * minute, 120 * minute, 360 * minute, 1_440 * minute],
];

/** Round times within a span, at most so many: the marks of an axis. */
export const ticksOf = ({ from, to }: Span, most: number): EpochMs[] => {
  const length = to - from;
  const step = steps.find((each) => length / each <= most) ?? length;
  if (!(step > 0)) return [];
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, at) => first + at * step);
};
