/** How many of the first items of a list are so, where all that are so come before all others: found without a look at each. */
export const countWhile = <T>(list: readonly T[], isSo: (item: T) => boolean): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
};
