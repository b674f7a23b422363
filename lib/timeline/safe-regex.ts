/** Why a pattern cannot be used. */
export type RegexProblem = { problem: 'invalid'; reason: string } | { problem: 'explosive' };

/** The longest text that a regular expression is tried on. */
const longestTested = 20_000;

// A repeated group that holds a repetition, as `(a+)+`: the time it takes can double with each character.
const nestedRepetition = (pattern: string): boolean => {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]{0,200}\]/g, 'x');
  const open: { isRepeating: boolean }[] = [{ isRepeating: false }];
  for (let at = 0; at < plain.length; at++) {
    const isRepeated = (from: number) => /^(?:[*+]|\{\d+,\d*\})/.test(plain.slice(from));
    if (plain[at] === '(') open.push({ isRepeating: false });
    else if (plain[at] === ')') {
      const group = open.pop();
      if (group?.isRepeating && isRepeated(at + 1)) return true;
      const outer = open.at(-1);
      if (outer && (group?.isRepeating || isRepeated(at + 1))) outer.isRepeating = true;
    } else if (isRepeated(at)) {
      const group = open.at(-1);
      if (group) group.isRepeating = true;
    }
  }
  return false;
};

/** Milliseconds for one try: a pattern that needs longer for a part of a text would need far longer for all of it. */
const timeoutMs = 15;

const shortestTried = 16;

// A test cannot be stopped once it runs. So the text grows step by step, and the test is given up before it is lost.
const isSlow = (regex: RegExp, text: string, from: number): boolean => {
  let length = from;
  while (length < text.length) {
    const part = text.slice(0, length);
    const begin = performance.now();
    regex.test(part);
    if (performance.now() - begin > timeoutMs) return true;
    length = length < 32 ? length + 4 : Math.ceil(length * 1.5);
  }
  return false;
};

/** A test for text by a pattern that a user typed, or why there is none. Upper and lower case are the same;
 * `null` says that the pattern would take too long. */
export const safeRegex = (
  pattern: string,
  flags: string,
): ((text: string) => boolean | null) | RegexProblem => {
  try {
    const regex = new RegExp(pattern, flags.includes('i') ? flags : `${flags}i`);
    if (nestedRepetition(pattern)) return { problem: 'explosive' };
    let proven = 0;
    let longest = shortestTried;
    const canBeSlow = /[*+]|,\d*\}/.test(pattern);
    return (whole) => {
      const text = whole.length > longestTested ? whole.slice(0, longestTested) : whole;
      // After so many texts that were quick, only longer ones are approached with care.
      if (canBeSlow && isSlow(regex, text, proven < 50 ? shortestTried : longest)) return null;
      proven++;
      longest = Math.max(longest, text.length);
      return regex.test(text);
    };
  } catch (error) {
    return { problem: 'invalid', reason: error instanceof Error ? error.message : String(error) };
  }
};
