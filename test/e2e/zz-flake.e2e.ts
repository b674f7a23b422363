import { expect, test } from 'vitest';
import { truthCases } from '../truth/cases';
import { runCase } from '../truth/run-case';
import { prepareStory } from './support/story';

const story = prepareStory();
const id = process.env.CASE ?? 'token-not-saved-then-reloaded';
const truth = truthCases.find((each) => each.id === id);
for (let i = 0; i < Number(process.env.N ?? 20); i += 1)
  test(`run ${i}`, async () => {
    if (!truth) throw new Error('none');
    const { result } = await runCase(story, truth);
    expect(result.answer, JSON.stringify(result, null, 1)).toBe('right');
  });
