import { expect, test } from 'vitest';
import { firebaseScripts } from '../../../lib/diagnosis/rules/page/firebase-scripts';
import type { Entry } from '../../../lib/model/entry';
import { phrase } from '../../../lib/model/phrase';
import { idsIn, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeState } from '../../support/make-state';

const missed = makeEntry('error', {
  id: 2,
  name: 'script',
  status: 'failed',
  detail: {
    source: 'loading',
    script: 'https://www.gstatic.com/firebasejs/5.2.0/firebase-app.js',
  } as never,
});
const find = (generation: string, ...entries: Entry[]) =>
  firebaseScripts.find(
    makeInput({ entries: [makeEntry('sdk', { id: 1, name: generation }), missed, ...entries] }),
  );

test.each(['G1', 'G2'])('firebase-scripts: %s has no Firebase of its own', (generation) => {
  expect(find(generation)?.evidence).toHaveLength(1);
});

test.each(['G3', 'G4', 'G5', 'G6'])('firebase-scripts: %s brings Firebase', (generation) => {
  expect(find(generation)).toBeNull();
});

test('firebase-scripts: a tag of the page’s own that failed before the SDK came proves nothing', () => {
  const sdk = makeEntry('sdk', { id: 3, name: 'G2' });
  expect(firebaseScripts.find(makeInput({ entries: [missed, sdk] }))).toBeNull();
});

test('firebase-scripts: a build that has come to subscribe without them does not need them', () => {
  const status = 'failed';
  expect(find('G2', makeEntry('subscription', { id: 3, name: 'subscribe', status }))).toBeNull();
});

test('firebase-scripts: a site without Firebase mode has its own use for such tags', () => {
  const sdk = makeEntry('sdk', {
    id: 1,
    name: 'G2',
    detail: { config: { browser: 'Chrome', browsers: { Chrome: { isFirebase: false } } } } as never,
  });
  expect(firebaseScripts.find(makeInput({ entries: [sdk, missed] }))).toBeNull();
});

const thrown = makeEntry('call', {
  id: 4,
  name: 'constructor',
  status: 'failed',
  detail: { thrown: true, error: { name: 'ReferenceError', message: 'firebase is not defined' } },
});
const old = (...entries: Entry[]) => ({
  entries: [makeEntry('sdk', { id: 1, name: 'G2' }), ...entries],
});

test('firebase-scripts: the SDK has failed for want of the library, and the page has no tag of it', () => {
  expect(firebaseScripts.find(makeInput(old(thrown)))?.sentence).toEqual(
    phrase('findFirebaseScriptsNone'),
  );
  expect(idsIn(old(thrown))).toEqual(['firebase-scripts']);
});

test('firebase-scripts: a tag of the page’s that nobody heard fail is named', () => {
  const url = 'https://www.gstatic.com/firebasejs/5.1.0/firebase.js';
  const tag = { url, attribute: 'src', type: '', integrity: '', crossOrigin: null, loaded: null };
  const state = { ...makeState(), scripts: [tag] };
  const found = firebaseScripts.find(makeInput({ ...old(thrown), state }));
  expect(found?.sentence).toMatchObject({ key: 'findFirebaseScriptsLate' });
  expect(JSON.stringify(found?.evidence)).toContain(url);
});

test('firebase-scripts: another failure of the SDK is none of theirs', () => {
  const error = { name: 'TypeError', message: 'firebase is odd' };
  expect(
    firebaseScripts.find(
      makeInput(old({ ...thrown, detail: { ...thrown.detail, error } } as Entry)),
    ),
  ).toBeNull();
});
