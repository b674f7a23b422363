import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { tokenNotCached } from '../../../lib/diagnosis/rules/token/token-not-cached';
import type { Entry } from '../../../lib/model/entry';
import { phrase } from '../../../lib/model/phrase';
import { provideEnglish } from '../../../scripts/provide-english';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeState, prefix } from '../../support/make-state';
import { worded } from '../../support/worded';

/* Builds of early 2018 store nothing: a subscription without a token is no fault of theirs. */

provideEnglish();

const asGeneration = (name: string): Entry[] =>
  healthyEntries().map((entry) => (entry.kind === 'sdk' ? { ...entry, name } : entry));
const diagnosed = (generation: string, ...more: Entry[]) => {
  const entries = [...asGeneration(generation), ...more];
  const { findings, verdict } = worded(
    diagnoseInput(makeInput({ entries, state: makeState({ cache: null }) })),
  );
  return { found: findings.find(({ id }) => id === 'token-not-cached'), verdict };
};
const save = makeEntry('request', {
  id: 20,
  name: 'save',
  detail: { httpStatus: 200, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
});

test('a build of the first years that has saved here is fine', () => {
  const { found, verdict } = diagnosed('G2', save);
  expect(found).toMatchObject({ severity: 'hint' });
  expect(found?.isGuess).toBeUndefined();
  expect(verdict.id).not.toBe('not-subscribed');
});

test.each(['G1', 'G2'])('%s on a later visit: not known', (generation) => {
  const { found, verdict } = diagnosed(generation);
  expect(found).toMatchObject({ severity: 'hint', isGuess: true });
  expect(verdict).toMatchObject({ id: 'unknown', finding: 'token-not-cached' });
});

test('later builds keep one', () => {
  expect(diagnosed('G6').found).toMatchObject({ severity: 'warning' });
});

test('a token that was removed is gone, whatever the build', () => {
  const entries = [...asGeneration('G2'), makeEntry('call', { id: 20, name: 'unsubscribe' })];
  const input = makeInput({ entries, state: makeState({ cache: null }) });
  expect(tokenNotCached.find(input)).toMatchObject({ sentence: phrase('agreeTokenNotCached') });
});

test('a save whose token was not kept: a listener of the site’s that threw, else likely the store', () => {
  const thrown = makeEntry('event', {
    id: 21,
    name: 'subscribe',
    status: 'failed',
    detail: {
      payload: [],
      listeners: 1,
      error: {
        name: 'Error',
        message: 'boom',
        stack: 'Error: boom\n at x (https://shop.example/app.js:7:3)',
      },
    },
  });
  const { found } = diagnosed('G6', save, thrown);
  expect(found).toMatchObject({
    severity: 'warning',
    sentence: expect.stringContaining('/app.js:7:3'),
  });
  expect(found).not.toHaveProperty('isGuess');
  expect(diagnosed('G6', save).found).toMatchObject({ severity: 'warning', isGuess: true });
  const removed = makeEntry('call', { id: 22, name: 'removeToken' });
  expect(diagnosed('G6', save, thrown, removed).found?.sentence).not.toContain('app.js');
});

test('without IndexedDB the SDK’s library keeps the token in localStorage', () => {
  const local = { [`localforage/${prefix}current_token`]: JSON.stringify(endpoint) };
  const input = makeInput({ state: makeState({ cache: null, local }) });
  expect(input.known?.token?.text).toBe(endpoint);
  expect(tokenNotCached.find(input)).toBeNull();
});
