/** How often it is asked, milliseconds. */
const pause = 5_000;

/** How long an answer may take, milliseconds. */
const longest = 20_000;

/** Asks again and again, and resolves when no answer comes: a machine that has lost its power closes no connection. `isOver`: nobody wants to know any more. */
export const untilSilent = async (
  ask: () => Promise<unknown>,
  isOver: () => boolean,
): Promise<void> => {
  const wait = (milliseconds: number): Promise<'late'> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds, 'late').unref());
  while (!isOver()) {
    await wait(pause);
    if (isOver()) break;
    const answered = ask().catch(() => {});
    if ((await Promise.race([answered, wait(longest)])) === 'late') return;
  }
  // It was ended.
  await new Promise(() => {});
};
