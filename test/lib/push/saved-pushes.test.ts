import { expect, test } from 'vitest';
import { newPushDraft } from '../../../lib/push/push-draft';
import { restorePushStore, savedPushes, storedPushes } from '../../../lib/push/saved-pushes';

const draft = { ...newPushDraft('pull'), way: 'real' as const };

test('draft, history and presets are restored as they were', () => {
  let store = { ...restorePushStore(undefined), isTouched: true, draft };
  store = savedPushes.withMade(store, draft, 1);
  store = savedPushes.withPreset(store, 'Tea', draft, 2);
  const read = restorePushStore(JSON.parse(JSON.stringify(storedPushes(store))));
  expect(read).toMatchObject({ isTouched: true, draft });
  expect(read.history.map((each) => each.draft)).toEqual([draft]);
  expect(read.presets.map(({ name }) => name)).toEqual(['Tea']);
});

test('the private key is stored only when somebody wants it', () => {
  const store = { ...restorePushStore(undefined), vapidPrivate: 'secret' };
  expect(JSON.stringify(storedPushes(store))).not.toContain('secret');
  expect(restorePushStore({ vapidPrivate: 'secret' }).vapidPrivate).toBe('');
  const kept = storedPushes({ ...store, isKeyKept: true });
  expect(restorePushStore(kept).vapidPrivate).toBe('secret');
  expect(
    savedPushes.exportPresets(savedPushes.withPreset(store, 'Tea', draft, 1).presets),
  ).not.toContain('secret');
});

test('a service account is stored only when somebody wants it, an access token never', () => {
  const store = {
    ...restorePushStore(undefined),
    account: '{"private_key":"secret"}',
    accessToken: 'ya29.secret',
  };
  expect(JSON.stringify(storedPushes({ ...store, isKeyKept: true }))).not.toContain('secret');
  expect(restorePushStore({ account: 'secret', accessToken: 'secret' })).toMatchObject({
    account: '',
    accessToken: '',
  });
  const kept = storedPushes({ ...store, isAccountKept: true });
  expect(restorePushStore(kept)).toMatchObject({ account: store.account, accessToken: '' });
  expect(JSON.stringify(kept)).not.toContain('ya29');
  const made = savedPushes.withMade(savedPushes.withPreset(store, 'Tea', draft, 1), draft, 2);
  expect(savedPushes.exportPresets(made.presets)).not.toContain('secret');
  expect(JSON.stringify(made.history)).not.toContain('secret');
});

test('a file of calls is no file of pushes', () => {
  const store = restorePushStore(undefined);
  expect(() =>
    savedPushes.importPresets(
      store,
      '{"format":"akpush-inspector-calls","version":1,"presets":[]}',
    ),
  ).toThrow();
});
