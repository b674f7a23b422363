import { expect, test } from 'vitest';
import { firebaseScripts } from '../../../lib/diagnosis/rules/firebase-scripts';
import type { Entry } from '../../../lib/protocol';
import { makeScene } from '../../support/make-scene';
import { makeEntry } from '../../support/make-session';

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
    makeScene({ entries: [makeEntry('sdk', { id: 1, name: generation }), missed, ...entries] }),
  );

test.each(['G1', 'G2'])('firebase-scripts: %s has no Firebase of its own', (generation) => {
  expect(find(generation)?.evidence).toHaveLength(1);
});

test.each(['G3', 'G4', 'G5', 'G6'])('firebase-scripts: %s brings Firebase', (generation) => {
  expect(find(generation)).toBeNull();
});

test('firebase-scripts: a build that has come to subscribe without them does not need them', () => {
  const status = 'failed';
  expect(find('G2', makeEntry('subscription', { id: 3, name: 'subscribe', status }))).toBeNull();
});
