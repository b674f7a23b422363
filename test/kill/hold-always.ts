import { beforeAll, describe, expect, test } from 'vitest';
import { bundlePlaces } from './codes';
import { happenings, momentsOf, run } from './run';

/** What went wrong, and at which messages. */
type Faults = Record<string, number[]>;

/** A busy machine is no failed test: milliseconds for all moments of one scenario. */
const longest = 180_000;

/** Holds that all is as it must be, whatever happens at whichever message of the scenarios. */
export const holdAlways = (names: readonly string[]): void => {
  let codes: Awaited<ReturnType<typeof bundlePlaces>>;
  beforeAll(async () => {
    codes = await bundlePlaces();
  }, longest);

  describe.each(names)('%s', (scenario) => {
    let messages: Awaited<ReturnType<typeof run>>['messages'];
    beforeAll(async () => {
      const undisturbed = await run(codes, scenario);
      expect(undisturbed.problems).toEqual([]);
      messages = undisturbed.messages;
    }, longest);

    test.each(Object.keys(happenings))('%s', { timeout: longest }, async (happening) => {
      const faults: Faults = {};
      for (const at of momentsOf(happening, messages)) {
        const { problems } = await run(codes, scenario, happening, at);
        for (const problem of problems) faults[problem] = [...(faults[problem] ?? []), at];
      }
      expect(faults).toEqual({});
    });
  });
};
