import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft } from '../../../lib/calls/call-draft';
import {
  emptyStore,
  exportPresets,
  importPresets,
  restoreStore,
  withMade,
  without,
  withPreset,
} from '../../../lib/calls/saved-calls';

const draft = (n: number) => draftOf('initSubscription', [{ user_id: `${n}` }]);

describe('the history', () => {
  it('has the newest first, each call once, and 50 at most', () => {
    let store = emptyStore;
    for (let n = 0; n < 60; n++) store = withMade(store, draft(n), n);
    store = withMade(store, draft(30), 99);
    expect(store.history).toHaveLength(50);
    expect(store.history[0]).toMatchObject({ time: 99, draft: draft(30) });
    expect(
      store.history.filter(({ draft: each }) => each.match.rows[0]?.text === '30'),
    ).toHaveLength(1);
  });
});

describe('presets', () => {
  it('are replaced by name and deleted by id', () => {
    let store = withPreset(emptyStore, 'Mira', draft(1), 1);
    store = withPreset(store, 'Mira', draft(2), 2);
    expect(store.presets.map(({ time }) => time)).toEqual([2]);
    expect(without(store, store.presets[0]?.id ?? '').presets).toEqual([]);
  });

  it('come back from a file', () => {
    const store = withPreset(withPreset(emptyStore, 'a', draft(1), 1), 'b', draft(2), 2);
    const back = importPresets(
      withPreset(emptyStore, 'a', emptyDraft, 3),
      exportPresets(store.presets),
    );
    expect(back.presets.map(({ name, draft: each }) => [name, each])).toEqual([
      ['a', draft(1)],
      ['b', draft(2)],
    ]);
  });

  it.each([
    ['{', 'importNoJson'],
    ['[]', 'importOther'],
    ['{"format":"other"}', 'importOther'],
    ['{"format":"akpush-inspector-calls","version":2}', 'importNewer'],
    ['{"format":"akpush-inspector-calls","version":1,"presets":[{"draft":{}}]}', 'importEmpty'],
  ])('of the file %s are refused: %s', (text, key) => {
    expect(() => importPresets(emptyStore, text)).toThrow(
      expect.objectContaining({ said: expect.objectContaining({ key }) }),
    );
  });
});

it('the store survives storage, and strangers in it', () => {
  const store = withMade(withPreset(emptyStore, 'a', draft(1), 1), draft(2), 2);
  const back = restoreStore(JSON.parse(JSON.stringify(store)));
  expect(back.history[0]?.draft).toEqual(draft(2));
  expect(back.presets[0]?.name).toBe('a');
  for (const strange of [undefined, null, 5, { history: 7, presets: { a: 1 } }])
    expect(restoreStore(strange)).toEqual(emptyStore);
});
