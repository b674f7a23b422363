import { beforeAll, expect, test } from 'vitest';
import { pushNeeds, scriptNeeds } from '../../cli/unseen-needs';
import { needsOf } from '../../lib/diagnosis/check';
import { examine } from '../../lib/diagnosis/diagnose';
import { rules } from '../../lib/diagnosis/rules';
import { provideEnglish } from '../../scripts/provide-english';
import { healthyEntries, makeInput } from '../support/make-input';
import { worded } from '../support/worded';

beforeAll(provideEnglish);

const answersOf = (unseen: typeof pushNeeds) =>
  new Map(
    worded(examine({ ...makeInput({ entries: healthyEntries() }), unseen })).checks.map(
      ({ id, answer, about }) => [id, { answer, about }],
    ),
  );

test.each([
  ['a push', pushNeeds],
  ['the worker’s script', scriptNeeds],
])('what only %s shows is not seen here, and all else answers as it did', (_, unseen) => {
  const inPanel = answersOf([]);
  const here = answersOf(unseen);
  const changed = rules.filter(({ id }) => here.get(id)?.answer !== inPanel.get(id)?.answer);
  expect(changed.length).toBeGreaterThan(5);
  for (const rule of changed) {
    expect(inPanel.get(rule.id)?.answer).toBe('not-known-yet');
    expect(here.get(rule.id)?.answer).toBe('not-seen-here');
    expect(here.get(rule.id)?.about).toMatch(/^The command line cannot see this: \S/);
    expect(needsOf(rule).some((need) => unseen.includes(need))).toBe(true);
  }
});
