import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { scriptReportOf } from '../../../lib/diagnosis/script-report-of';
import { healthyEntries, idsIn, makeInput } from '../../support/make-input';
import { makeRegistration, makeState } from '../../support/make-state';
import { everythingSeen, workerReport } from '../../support/seen-session';

/* A session has reports of all sites and frames that the tab has shown: those of others say nothing of this page. */

const of = (url: string, httpStatus = 200) => ({ ...workerReport, url, httpStatus });
const other = 'https://a.example/service-worker.js?browser=Firefox';

test('another site’s missing script is not this page’s', () => {
  const seen = everythingSeen();
  expect(idsIn({ ...seen, reports: [workerReport, of(other, 404)] })).toEqual([]);
  expect(idsIn({ ...seen, reports: [of(workerReport.url, 404)] })).toContain('worker-http');
});

test('another site’s good script does not prove this page’s', () => {
  const { pushes: _, ...unpushed } = everythingSeen();
  const verdict = (url: string) =>
    diagnoseInput(makeInput({ ...unpushed, reports: [of(url)] })).verdict.id;
  expect(verdict(workerReport.url)).toBe('works');
  expect(verdict(other)).toBe('unknown');
});

test('nor does another worker of the same site, where the SDK’s place is known', () => {
  const elsewhere = 'https://shop.example/frame/service-worker.js?browser=Firefox';
  const reportIn = (entries = healthyEntries(), state = makeState()) =>
    scriptReportOf(makeInput({ entries, state, reports: [of(elsewhere)] }));
  expect(reportIn()).toBeUndefined();
  // Nothing tells the place before there is an instance.
  const unknown = healthyEntries().filter(({ kind }) => kind === 'sdk');
  expect(reportIn(unknown, makeState({ registrations: [] }))).toBeDefined();
  const waiting = { scriptURL: elsewhere, state: 'installed' as const };
  const state = makeState({ registrations: [makeRegistration({ waiting })] });
  expect(reportIn(healthyEntries(), state)).toBeDefined();
});
