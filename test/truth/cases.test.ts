import { expect, test } from 'vitest';
import { rules } from '../../lib/diagnosis/rules';
import { faults, notHere } from '../demo/faults';
import { readVariant } from '../demo/variant';
import { truthCases } from './cases';
import { type Kind, kinds } from './truth-case';

const idsOf = (values: readonly { id: string }[]): string[] => values.map(({ id }) => id).sort();

test('every rule has a page that brings it about, or a reason why none can', () => {
  expect([...Object.keys(faults), ...Object.keys(notHere)].sort()).toEqual(idsOf(rules));
});

test('every page of a fault is in one case: a line in test/truth/cases', () => {
  expect(truthCases.flatMap(({ fault = [] }) => fault).sort()).toEqual(Object.keys(faults).sort());
});

test('ids are unique, and each case has something to be right about', () => {
  expect(new Set(idsOf(truthCases)).size).toBe(truthCases.length);
  expect(truthCases.filter(({ moments }) => moments.length === 0)).toEqual([]);
});

test('only rules are expected, and pages that the demo has', () => {
  const known = new Set(idsOf(rules));
  const named = truthCases.flatMap(({ moments }) =>
    moments.flatMap(({ must = [], may = [] }) => [...must, ...may]),
  );
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  for (const { variant } of truthCases) readVariant(new URLSearchParams(variant));
});

test('each kind has at least two cases, and one that Firefox runs each time', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const those = truthCases.filter((truth) => truth.kind === kind);
    expect(those.length, kind).toBeGreaterThan(1);
    expect(
      those.some(({ firefox, only }) => firefox && only !== 'chromium'),
      kind,
    ).toBe(true);
  }
});
