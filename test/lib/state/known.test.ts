import { describe, expect, test } from 'vitest';
import { healthyEntries, makeScene } from '../../support/make-scene';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeState, prefix } from '../../support/make-state';

describe('the cached token', () => {
  const tokenIn = (generation: string, change: { config?: object; calls?: string[] } = {}) => {
    const entries = [
      ...healthyEntries(change.config).map((entry) =>
        entry.kind === 'sdk' ? { ...entry, name: generation } : entry,
      ),
      ...(change.calls ?? []).map((name, index) => makeEntry('call', { id: 10 + index, name })),
    ];
    const state = makeState({ cache: { [`${prefix}_endpoint_current_token`]: endpoint } });
    return makeScene({ entries, state }).known?.token?.text;
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
