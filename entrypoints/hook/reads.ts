import { indexOf, now, stringify } from './natives';
import { stackHere } from './stack';

/** Where and when AKPush was read before it was there: JSON texts, joined by commas. */
let reads = '';

/** Notes that a script reads AKPush before it is there: each place once. */
export const noteRead = (): void => {
  const stack = stringify(stackHere());
  if (indexOf(reads, stack) < 0) reads += `${reads && ','}{"time":${now()},"stack":${stack}}`;
};

/** The list of these reads as JSON text. */
export const earlyReads = (): string => `[${reads}]`;

/** Whether AKPush was read too early in a line of a script. */
export const wasReadAt = (place: string): boolean => !!place && indexOf(reads, `${place}:`) >= 0;
