import { expect, test } from 'vitest';
import { judgeCase, type Seen } from './judge-case';
import type { Right } from './truth-case';

const seen = (
  verdict: string,
  findings: readonly string[] = [],
  more: Partial<Seen> = {},
): Seen => ({
  verdict,
  findings,
  isHealthy: findings.length === 0,
  text: '',
  offers: [],
  ...more,
});
const ill: Right = {
  verdict: 'broken',
  must: ['a', 'b'],
  may: ['c'],
  says: ['port'],
  neverOffers: ['clear-token'],
};
const port = { text: 'the port' };
const judge = (right: Right, what: Seen, kind: 'K4' | 'healthy' = 'K4') =>
  judgeCase(right, what, kind);

test.each([
  ['right', seen('broken', ['a', 'b'], port)],
  ['right', seen('broken', ['a', 'b', 'c'], port)],
  ['incomplete', seen('broken', ['a'], port)],
  ['incomplete', seen('broken', ['a', 'b'])],
  ['missed', seen('unknown')],
  ['missed', seen('limited', ['c'])],
  ['wrong', seen('broken', ['a', 'd'], port)],
  ['wrong', seen('limited', ['a', 'b'], port)],
  ['wrong', seen('broken', ['a', 'b'], { ...port, offers: ['clear-token'] })],
  ['noise', seen('broken', ['a', 'b', 'd'], port)],
  ['false-clear', seen('works')],
])('%s: %o', (answer, what) => expect(judge(ill, what)).toBe(answer));

test.each([
  ['right', seen('works')],
  ['wrong', seen('unknown')],
  ['false-alarm', seen('broken')],
  ['false-alarm', seen('works', ['d'])],
])('a control is %s: %o', (answer, what) =>
  expect(judge({ verdict: 'works' }, what, 'healthy')).toBe(answer),
);

test('a verdict can be a matter of the moment', () => {
  const right: Right = { verdict: ['broken', 'unknown'] };
  expect(judge(right, seen('unknown'))).toBe('right');
  expect(judge(right, seen('limited'))).toBe('wrong');
});
