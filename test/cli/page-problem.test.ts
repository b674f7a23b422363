import { expect, test } from 'vitest';
import {
  gapsProblem,
  lateProblem,
  noPushProblem,
  serviceProblem,
  undoneProblem,
} from '../../cli/page-problem';
import type { RuleLevel } from '../../cli/rule-level';
import { phrase } from '../../lib/model/phrase';
import { emptySession } from '../../lib/model/session';
import { inWords } from '../../lib/text/in-words';
import { provideEnglish } from '../../scripts/provide-english';

const found = (id: string, level: RuleLevel, isKnown = false) => ({ id, level, isKnown });
const onLoad = { scenario: 'load', failOn: 'error' } as const;
const service = found('subscribe-unreachable', 'error');

test('a browser without a push service is not the site’s fault', () => {
  expect(serviceProblem([service], 'error')).toEqual(
    phrase('checkNoService', 'subscribe-unreachable'),
  );
  expect(serviceProblem([found('permission-not-asked', 'hint'), service], 'error')).not.toBeNull();
});

test('… and hides nothing else that is wrong', () => {
  expect(serviceProblem([found('key-malformed', 'error'), service], 'never')).toBeNull();
  expect(serviceProblem([], 'error')).toBeNull();
  const warning = found('token-unchanged', 'warning');
  expect(serviceProblem([warning, service], 'warning')).toBeNull();
  expect(serviceProblem([warning, service], 'error')).not.toBeNull();
});

test('what is muted or known does not say that the rest could be checked', () => {
  expect(serviceProblem([found('key-malformed', 'off'), service], 'error')).not.toBeNull();
  expect(serviceProblem([found('key-malformed', 'error', true), service], 'error')).not.toBeNull();
  expect(serviceProblem([found('subscribe-unreachable', 'off')], 'error')).not.toBeNull();
  expect(lateProblem(60, emptySession, [found('load-never-came', 'off')], onLoad)).not.toBeNull();
});

test('who did not try to subscribe lacks no push', () => {
  expect(noPushProblem(undefined)).toBeNull();
  expect(noPushProblem(emptySession)).toBeNull();
});

test('a page that does not end loading is a finding, where the SDK waits for that', () => {
  const never = [found('load-never-came', 'error')];
  expect(lateProblem(60, emptySession, never, onLoad)).toBeNull();
  provideEnglish();
  const late = lateProblem(60, undefined, [], onLoad);
  expect(late && inWords(late)).toBe('The page was still busy after 60 s. No document was loaded.');
});

test('… and never ends the command with 0: what does not count fails nothing, and what the scenario asks for was not done', () => {
  const never = [found('load-never-came', 'warning')];
  expect(lateProblem(60, emptySession, never, onLoad)).not.toBeNull();
  expect(lateProblem(60, emptySession, never, { ...onLoad, failOn: 'warning' })).toBeNull();
  expect(lateProblem(60, emptySession, never, { ...onLoad, failOn: 'never' })).not.toBeNull();
  const known = [found('load-never-came', 'error', true)];
  expect(lateProblem(60, emptySession, known, onLoad)).not.toBeNull();
  const error = [found('load-never-came', 'error')];
  expect(lateProblem(60, emptySession, error, { ...onLoad, scenario: 'subscribe' })).not.toBeNull();
  // What the page waits for is known then: what else is wrong counts.
  const both = [...never, found('key-malformed', 'error')];
  expect(lateProblem(60, emptySession, both, onLoad)).toBeNull();
  // Another finding says nothing of why the time was over.
  const other = [found('key-malformed', 'error')];
  expect(lateProblem(60, emptySession, other, onLoad)).not.toBeNull();
});

test('a push that could not be delivered is nobody’s fault, unless a finding that counts says why', () => {
  const reason = phrase('checkPushNoWorker');
  expect(undoneProblem(undefined, [], 'error')).toBeNull();
  expect(undoneProblem(reason, [], 'error')).toBe(reason);
  expect(undoneProblem(reason, [found('worker-http', 'off')], 'error')).toBe(reason);
  expect(undoneProblem(reason, [found('worker-http', 'error')], 'error')).toBeNull();
});

test('what a recording with gaps does not tell ends the command with no 0', () => {
  const open = { status: 'unseen', note: phrase('expectGaps') } as const;
  const wrong = { status: 'failed', note: phrase('expectNotCalled') } as const;
  const met = { status: 'met', note: '' } as const;
  expect(gapsProblem([met, open], [], 'error')).toEqual(phrase('checkGaps'));
  expect(gapsProblem([met, { status: 'unseen', note: '' }], [], 'error')).toBeNull();
  expect(gapsProblem(null, [], 'error')).toBeNull();
  // What is known to be wrong counts.
  expect(gapsProblem([open, wrong], [], 'error')).toBeNull();
  expect(gapsProblem([open], [found('key-malformed', 'error')], 'error')).toBeNull();
});
