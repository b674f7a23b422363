import type { Panel } from './browser';
import { poll } from './poll';

/** A call's row as the timeline shows it. */
export interface ShownOutcome {
  name: string;
  outcome: string;
  text: string;
}

/** The calls in the timeline, in their order. */
export const readOutcomes = (panel: Panel): Promise<ShownOutcome[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-kind="call"]')].map((row) => ({
      name: row.dataset.name ?? '',
      outcome: row.dataset.outcome ?? '',
      text: row.querySelector('.cell-summary')?.textContent ?? '',
    })),
  );

/** Waits until the calls have these outcomes, in their order. */
export const waitForOutcomes = async (panel: Panel, wanted: readonly string[]): Promise<void> => {
  let seen: string[] = [];
  await poll(`outcomes ${wanted.join(', ')}`, async () => {
    seen = (await readOutcomes(panel)).map(({ outcome }) => outcome);
    return seen.join() === wanted.join();
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${seen.join(', ')}`);
  });
};

/** Waits until the last call of the name has that outcome, and gives its text. */
export const waitForOutcome = async (
  panel: Panel,
  name: string,
  outcome: string,
): Promise<string> => {
  let seen: ShownOutcome[] = [];
  let text = '';
  await poll(`${name}: ${outcome}`, async () => {
    seen = await readOutcomes(panel);
    const found = seen.findLast((each) => each.name === name);
    text = found?.text ?? '';
    return found?.outcome === outcome;
  }).catch((error) => {
    throw new Error(`${error.message}; the calls: ${JSON.stringify(seen)}`);
  });
  return text;
};
