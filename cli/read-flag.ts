import { UsageError } from './usage-error';

/** The one of the words that was given; `undefined`: none was. */
export const oneOf = <Word extends string>(
  flag: string,
  words: readonly Word[],
  given: string | undefined,
): Word | undefined => {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${flag} ${given}: expected ${words.join(', ')}`);
  return found;
};

/** A whole number from 1 to `most`, as an option says it; `undefined`: it was not given. */
export const wholeNumber = (
  flag: string,
  given: string | undefined,
  most: number,
): number | undefined => {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > most)
    throw new UsageError(`--${flag} ${given}: expected a whole number from 1 to ${most}`);
  return number;
};
