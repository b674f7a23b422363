const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks until the answer is truthy, and returns it. An asking that throws counts as "not yet": a document that is being
 * replaced cannot be asked. The last error is told at the end of the time, which is long: a busy machine is no failed test.
 * `timeout`, `every`: milliseconds.
 */
export const poll = async <T>(
  what: string,
  ask: () => Promise<T> | T,
  timeout = 30_000,
  every = 30,
): Promise<T> => {
  const end = Date.now() + timeout;
  for (;;) {
    let last: unknown;
    try {
      const value = await ask();
      if (value) return value;
      last = `last answer: ${JSON.stringify(value)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() > end) throw new Error(`no ${what} within ${timeout} ms (${last})`);
    await pause(every);
  }
};
