import type { Phrase } from '../../lib/model/phrase';
import { inWords } from '../../lib/text/in-words';

/** What is said, with words in the place of its phrases. */
export type Worded<T> = Phrase extends T
  ? string
  : T extends (...values: never[]) => unknown
    ? T
    : T extends object
      ? { [F in keyof T]: Worded<T[F]> }
      : T;

const isPhrase = (value: object): value is Exclude<Phrase, string> =>
  ['values', 'parts', 'moment', 'span', 'within'].some((name) => Object.hasOwn(value, name));

/** An outcome, a finding or the like as it is shown: each phrase in it in words. For what is to be read; which phrase it is, is told by its key. */
export const worded = <T>(said: T): Worded<T> => {
  if (typeof said !== 'object' || said === null) return said as Worded<T>;
  if (Array.isArray(said)) return said.map(worded) as Worded<T>;
  if (isPhrase(said)) return inWords(said) as Worded<T>;
  const parts = Object.entries(said).map(([name, each]) => [name, worded(each)]);
  return Object.fromEntries(parts) as Worded<T>;
};
