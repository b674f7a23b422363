/** Things of which there are few, to be had by asking. */
export interface Turns<Thing> {
  take(): Promise<Thing>;
  /** One that was taken is free again. */
  giveBack(): void;
}

/**
 * Asks for things. A refusal is final only while none is in use here and nobody else is asking: else it is asked again as soon as one has been given
 * back. A Grid hands out the places of a node that has died until it notices, and each that asks next would be refused.
 */
export const takeTurns = <Thing>(
  ask: () => Promise<Thing>,
  onRefused: (error: unknown) => void,
): Turns<Thing> => {
  let busy = 0;
  let waiting: ((isFree: boolean) => void)[] = [];
  const wake = (isFree: boolean): void => {
    const all = waiting;
    waiting = [];
    for (const each of all) each(isFree);
  };
  /** Whether there is something to wait for that then was given back. */
  const isGivenBack = async (): Promise<boolean> => {
    while (busy > 0)
      if (await new Promise<boolean>((resolve) => waiting.push(resolve))) return true;
    return false;
  };
  const take = async (): Promise<Thing> => {
    for (;;) {
      busy += 1;
      try {
        return await ask();
      } catch (error) {
        busy -= 1;
        wake(false);
        if (busy > 0) onRefused(error);
        if (!(await isGivenBack())) throw error;
      }
    }
  };
  return {
    take,
    giveBack() {
      busy -= 1;
      wake(true);
    },
  };
};
