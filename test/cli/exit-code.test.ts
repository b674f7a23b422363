import { expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/exit-code';
import { failLevels } from '../../cli/page-result';
import type { RuleLevel } from '../../cli/rule-level';
import { makePageResult } from '../support/make-page-result';

const found = makePageResult('x');
const { diagnosis } = found;
const withFindings = (...wanted: string[]) =>
  makePageResult('x', {
    diagnosis: diagnosis && {
      ...diagnosis,
      findings: diagnosis.findings.filter(({ severity }) => wanted.includes(severity)),
    },
  });
const withLevel = (level: RuleLevel) =>
  makePageResult('x', {
    diagnosis: diagnosis && {
      ...diagnosis,
      findings: diagnosis.findings.map((each) => ({ ...each, level })),
    },
  });
const healthy = withFindings();
const warned = withFindings('warning');
const unchecked = makePageResult('x', { problem: 'The server answered 503.' });

test('0: nothing at the level or above it', () => {
  expect(exitCodeOf([healthy], 'hint')).toBe(0);
  expect(exitCodeOf([warned], 'error')).toBe(0);
  expect(exitCodeOf([found], 'never')).toBe(0);
});

test('1: something was found', () => {
  expect(exitCodeOf([found], 'error')).toBe(1);
  expect(exitCodeOf([healthy, warned], 'warning')).toBe(1);
  expect(exitCodeOf([unchecked, found], 'error')).toBe(1);
});

test('what a configuration says comes before the severity', () => {
  expect(exitCodeOf([withLevel('warning')], 'error')).toBe(0);
  expect(exitCodeOf([withLevel('warning')], 'warning')).toBe(1);
  for (const failOn of failLevels) expect(exitCodeOf([withLevel('off')], failOn)).toBe(0);
  expect(exitCodeOf([withLevel('off'), unchecked], 'error')).toBe(3);
});

test('3: a page could not be checked, whatever was seen of it', () => {
  expect(exitCodeOf([healthy, unchecked], 'error')).toBe(3);
  expect(exitCodeOf([unchecked], 'never')).toBe(3);
});

test('a checkup that failed is an error, where the page could be checked', () => {
  const steps = [{ id: 'init', title: '', status: 'failed', text: '', took: 1 }] as const;
  const checkup = { verdict: 'failed' as const, steps: [...steps] };
  const failed = makePageResult('x', { checkup, diagnosis: null });
  expect(exitCodeOf([failed], 'error')).toBe(1);
  expect(exitCodeOf([failed], 'never')).toBe(0);
  expect(exitCodeOf([{ ...failed, problem: 'Late' }], 'error')).toBe(3);
});
