import { expect, test } from 'vitest';
import { truthCases } from '../truth/cases';
import { recordCase } from '../truth/record-case';
import { type CaseResult, runCase } from '../truth/run-case';
import { isToRun, truthOptions } from '../truth/truth-options';
import { readFindings } from './support/findings';
import { prepareStory } from './support/story';

/* The first screen: what is wrong with a site, in a real browser, and nothing on sites where nothing is. The cases are in test/truth/cases. */

declare module 'vitest' {
  interface TaskMeta {
    /** For `npm run truth`. */
    truth?: CaseResult;
  }
}

const story = prepareStory({}, { build: truthOptions.sdk });

for (const truth of truthCases.filter(isToRun))
  test(truth.id, async ({ task }) => {
    const { result, panel } = await runCase(story, truth);
    task.meta.truth = result;
    expect(result, JSON.stringify(result, null, 1)).toMatchObject({ answer: 'right' });
    // No finding without proof.
    const found = (await readFindings(panel)) ?? [];
    expect(found.every(({ evidence, text }) => evidence > 0 && text !== '')).toBe(true);
    if (truthOptions.isRecorded && !truth.liveOnly)
      await recordCase(story, truth, { panel, seen: result.seen });
  });
