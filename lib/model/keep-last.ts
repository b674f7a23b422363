/** Forgets the first of what is kept where there is more than so much: for what may have no end that anybody hears of. */
export const keepLast = (kept: Map<unknown, unknown> | Set<unknown>, most: number): void => {
  for (const first of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(first);
  }
};
