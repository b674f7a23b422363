import type { Line } from './report';

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value below which that part (0 to 1) of the values lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const all = sorted(values);
  const at = (all.length - 1) * part;
  const low = all[Math.floor(at)] ?? Number.NaN;
  const high = all[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Half the width of the median's 95 % interval: what is smaller than this is noise. */
export const noise = (values: readonly number[]): number =>
  (1.57 * (quantile(values, 0.75) - quantile(values, 0.25))) / Math.sqrt(values.length);

/** Pairs two series of the same rounds. */
export const paired = (
  series: readonly number[],
  base: readonly number[],
  combine: (value: number, base: number) => number,
): number[] => series.map((value, i) => combine(value, base[i] ?? Number.NaN));

/** A line with the median of the values and its interval. */
export const lineOf = (
  what: string,
  values: readonly number[],
  unit: string,
  goal?: number,
): Line => ({
  what,
  value: median(values),
  noise: noise(values),
  unit,
  ...(goal !== undefined && { goal }),
});
