import { describe, expect, test } from 'vitest';
import { readMarks } from '../../../lib/worker-script/script-marks';
import { healthyEntries, idsIn, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeRegistration, makeState, prefix } from '../../support/make-state';
import { workerReport } from '../../support/seen-session';

describe('the cached token', () => {
  const tokenIn = (generation: string, change: { config?: object; calls?: string[] } = {}) => {
    const entries = [
      ...healthyEntries(change.config).map((entry) =>
        entry.kind === 'sdk' ? { ...entry, name: generation } : entry,
      ),
      ...(change.calls ?? []).map((name, index) => makeEntry('call', { id: 10 + index, name })),
    ];
    const state = makeState({ cache: { [`${prefix}_endpoint_current_token`]: endpoint } });
    return makeInput({ entries, state }).known?.token?.text;
  };

  test.each([
    // Until the middle of 2023 builds keep the endpoint only.
    ['G5', {}, endpoint],
    ['G4', {}, endpoint],
    ['G6', {}, undefined],
    ['G5', { calls: ['removeToken'] }, undefined],
    ['G5', { config: { browsers: { Firefox: { isFirebase: true } } } }, undefined],
  ])('%s %j', (generation, change, wanted) => {
    expect(tokenIn(generation, change)).toBe(wanted);
  });
});

describe('the SDK’s registration', () => {
  const worker = (file: string) => ({
    scriptURL: `https://shop.example${file}`,
    state: 'installed' as const,
  });
  const own = worker('/service-worker.js?browser=Firefox');
  const plain = worker('/service-worker.js');
  const foreign = worker('/OneSignalSDKWorker.js');
  const of2018 = healthyEntries().map((entry) =>
    entry.kind === 'sdk'
      ? { ...entry, detail: { ...entry.detail, members: ['subscribe', 'unsubscribe'] } }
      : entry,
  );

  test.each([
    ['its active worker counts', { active: own, waiting: foreign }, healthyEntries(), true],
    ['before one that waits', { active: foreign, waiting: own }, healthyEntries(), false],
    ['or is installed', { active: foreign, installing: own }, healthyEntries(), false],
    ['else the one that waits', { active: null, waiting: own }, healthyEntries(), true],
    ['else the one that is installed', { active: null, installing: own }, healthyEntries(), true],
    ['not without a query', { active: plain }, healthyEntries(), false],
    ['but for a build of 2018', { active: plain }, of2018, true],
    ['which takes no other', { active: foreign }, of2018, false],
  ])('%s', (_what, change, entries, isOwn) => {
    const registration = makeRegistration(change);
    const input = makeInput({ entries, state: makeState({ registrations: [registration] }) });
    expect(input.known?.own === undefined).toBe(!isOwn);
  });

  test('of a build of 2018 is no finding', () => {
    const state = makeState({ registrations: [makeRegistration({ active: plain })] });
    expect(idsIn({ entries: of2018, state })).toEqual([]);
    // What lies at that address may be anything: its text tells.
    expect(idsIn({ state })).not.toContain('worker-no-browser');
    const marks = readMarks(["fetch('/pixel?_push_pix=/push/content/get')"]);
    const reports = [{ ...workerReport, url: plain.scriptURL, marks }];
    expect(idsIn({ state, reports })).toContain('worker-no-browser');
  });
});
