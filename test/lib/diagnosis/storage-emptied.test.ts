import { expect, test } from 'vitest';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import { buildInput, type DiagnosisInput } from '../../../lib/diagnosis/diagnosis-input';
import type { Entry } from '../../../lib/model/entry';
import type { PageState } from '../../../lib/model/page-state';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import { findIn, healthyEntries, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { endpoint, makeState, prefix } from '../../support/make-state';

/** What is found when one state follows another, with what was recorded meanwhile. */
const after = (next: PageState, entries: Entry[] = [], state = makeState()) =>
  findIn({ state, next, entries: [...healthyEntries(), ...entries] });
const at = makePage().timeOrigin + 60_500;
const removed = makeEntry('call', {
  id: 9,
  name: 'removeToken',
  time: at,
  duration: 5,
  detail: { result: { result: 'success' } },
});

test('localforage.clear(), and all data of the site', () => {
  const [cleared] = after(makeState({ cache: {} }));
  expect(cleared).toMatchObject({ id: 'storage-emptied', sentence: 'findStorageEmptied' });
  expect(cleared?.consequences?.map(({ id }) => id)).toEqual(['token-not-cached']);
  const [gone] = after(makeState({ cache: null, registrations: [] }));
  expect(gone).toMatchObject({ id: 'storage-emptied', sentence: 'findStorageGone' });
});

test('removeToken, a token that changed, and a store that was never filled are none', () => {
  const ids = (found: ReturnType<typeof after>) => found.map(({ id }) => id);
  expect(ids(after(makeState({ cache: {} }), [removed]))).not.toContain('storage-emptied');
  const changed = makeState({ cache: { [`${prefix}current_token`]: `${endpoint}2` } });
  expect(ids(after(changed))).not.toContain('storage-emptied');
  const empty = makeState({ cache: {} });
  expect(ids(after(makeState({ cache: null }), [], empty))).not.toContain('storage-emptied');
});

test.each([true, false])(
  'another site’s is not told of this one; the log is kept: %s',
  (preserve) => {
    const emptied = makeDiagnosed({ next: makeState({ cache: {} }) });
    const idsOn = (url: string) => {
      const info = makePage({ document: 'second', url, timeOrigin: at });
      const session = [
        { type: 'page', info, preserve },
        { type: 'entries', document: 'second', entries: healthyEntries(), lost: 0 },
        { type: 'state', document: 'second', state: makeState({ cache: {} }), readAt: at + 9_000 },
      ].reduce((before, change) => reduce(before, change as never), emptied);
      const input = buildInput(session, readOutcomes(session)) as DiagnosisInput;
      return [
        session.changes.length > 0,
        diagnose(input).some(({ id }) => id === 'storage-emptied'),
      ];
    };
    expect(idsOn('https://shop.example/next')).toEqual([true, true]);
    expect(idsOn('https://other.example/')).toEqual([preserve, false]);
  },
);

test('nor where the site had shown another page since', () => {
  const emptied = makeDiagnosed({ next: makeState({ cache: {} }) });
  const go = (document: string, url: string, timeOrigin: number) => ({
    type: 'page',
    info: makePage({ document, url, timeOrigin }),
    preserve: false,
  });
  const session = [
    go('second', 'https://shop.example/next', at),
    go('third', 'https://other.example/', at + 5_000),
    { type: 'entries', document: 'third', entries: healthyEntries(), lost: 0 },
    {
      type: 'state',
      document: 'third',
      state: makeState({ cache: {} }),
      readAt: at + 9_000,
    },
  ].reduce((before, change) => reduce(before, change as never), emptied);
  expect(emptied.changes).not.toEqual([]);
  expect(session.changes).toEqual([]);
});
