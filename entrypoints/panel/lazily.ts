type Act = (...args: unknown[]) => unknown;

/** An object whose functions are loaded with the first call; `known` is there at once. All functions that are not known give a promise. */
export const lazily = <T extends object>(known: Partial<T>, load: () => Promise<T>): T => {
  let made: Promise<T> | undefined;
  return new Proxy(known, {
    get: (_, name) =>
      name in known
        ? known[name as keyof T]
        : async (...args: unknown[]) => {
            made ??= load();
            return ((await made)[name as keyof T] as Act)(...args);
          },
  }) as T;
};
