import { expect, test } from 'vitest';
import { lateProblem, serviceProblem } from '../../cli/page-problem';
import { emptySession } from '../../lib/model/session';

const service = { id: 'subscribe-unreachable', severity: 'error' } as const;

test('a browser without a push service is not the site’s fault', () => {
  expect(serviceProblem([service], 'error')).toContain('subscribe-unreachable');
  expect(
    serviceProblem([{ id: 'permission-not-asked', severity: 'hint' }, service], 'error'),
  ).not.toBeNull();
});

test('… and hides nothing else that is wrong', () => {
  expect(serviceProblem([{ id: 'key-malformed', severity: 'error' }, service], 'never')).toBeNull();
  expect(serviceProblem([], 'error')).toBeNull();
  const warning = { id: 'token-unchanged', severity: 'warning' } as const;
  expect(serviceProblem([warning, service], 'warning')).toBeNull();
  expect(serviceProblem([warning, service], 'error')).not.toBeNull();
});

test('a page that does not end loading is a finding, where the SDK waits for that', () => {
  expect(lateProblem(60, emptySession, [{ id: 'load-never-came', severity: 'error' }])).toBeNull();
  expect(lateProblem(60, undefined, [])).toBe('Not at rest after 60 s. No document has come.');
});
