/** A list that counts how often one of its items was asked for: what goes through it once for each of something is found without a clock. */
export const counted = <T>(list: readonly T[]): { list: readonly T[]; count(): number } => {
  let count = 0;
  const proxy = new Proxy(list, {
    get(target, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) count += 1;
      return Reflect.get(target, name);
    },
  });
  return { list: proxy, count: () => count };
};
