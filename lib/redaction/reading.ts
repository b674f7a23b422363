/** What a text says once it is read in some way, and where in the text each of its characters is from. */
export interface Reading {
  text: string;
  /** Where a part of `text` begins and ends in what was read. */
  partOf(from: number, to: number): [number, number];
}

/** Pieces of a text that mean something else: takes `source` where they match, and the rest as it is. */
export const readPieces = (
  source: string,
  pattern: RegExp,
  decode: (piece: string) => string | readonly (readonly [string, number])[] | undefined,
): Reading | undefined => {
  let text = '';
  // Where the reading and the source part ways: from there on a character is at `index - at + from`, or a piece of `length` as a whole.
  const at: number[] = [];
  const from: number[] = [];
  const length: number[] = [];
  const take = (made: string, start: number, taken: number) => {
    at.push(text.length);
    from.push(start);
    length.push(taken);
    text += made;
  };
  let done = 0;
  for (const match of source.matchAll(pattern)) {
    const piece = match[0];
    const made = decode(piece);
    if (made === undefined || made === piece) continue;
    if (match.index > done) take(source.slice(done, match.index), done, 0);
    done = match.index;
    for (const [part, taken] of typeof made === 'string' ? [[made, piece.length] as const] : made) {
      take(part, done, taken);
      done += taken;
    }
  }
  if (at.length === 0) return undefined;
  if (done < source.length) take(source.slice(done), done, 0);
  const stretchOf = (index: number): number => {
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const placeOf = (index: number, isEnd: boolean): number => {
    const stretch = stretchOf(index);
    const start = from[stretch] as number;
    const taken = length[stretch] as number;
    if (taken > 0) return isEnd ? start + taken : start;
    return start + index - (at[stretch] as number) + (isEnd ? 1 : 0);
  };
  return { text, partOf: (begin, end) => [placeOf(begin, false), placeOf(end - 1, true)] };
};
