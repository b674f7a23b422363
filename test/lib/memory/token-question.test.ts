import { describe, expect, test } from 'vitest';
import { tokenQuestion } from '../../../lib/memory/token-question';
import type { Entry } from '../../../lib/model/entry';
import { healthyEntries, makeDiagnosed, type SceneParts } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeRegistration, makeState } from '../../support/make-state';

/* What is remembered of a page: only what became of a token there, and only where the page may be remembered at all. */

const request = (id: number, name: string, httpStatus = 200, token = endpoint): Entry =>
  makeEntry('request', {
    id,
    name: name as 'save',
    time: id * 100,
    duration: 10,
    detail: { httpStatus, response: { error: 0 }, body: JSON.stringify({ endpoint: token }) },
  });
const asked = (entries: readonly Entry[] = [], more: SceneParts = {}) =>
  tokenQuestion(makeDiagnosed({ entries: [...healthyEntries(), ...entries], ...more }));

describe('what is asked of a page', () => {
  test('its origin, the scope of the worker and the token that it has', () => {
    expect(asked()).toEqual({
      origin: 'https://shop.example',
      scope: 'https://shop.example/',
      token: endpoint,
    });
  });

  test.each([
    ['a private window', { state: makeState({ permission: { privateWindow: true } }) }],
    ['a page that was not read', { unread: true }],
    ['a page without a worker of the SDK', { state: makeState({ registrations: [] }) }],
  ] as const)('nothing of %s', (_, more) => {
    expect(asked([request(20, 'save')], more)).toBeUndefined();
  });
});

describe('what became of the token', () => {
  test.each([
    ['save', 'accepted'],
    ['update', 'accepted'],
    ['suspend', 'suspended'],
    ['delete', 'deleted'],
  ] as const)('%s that was accepted: %s', (name, fate) => {
    expect(asked([request(20, name)])?.told).toEqual({ token: endpoint, fate, at: 2_010 });
  });

  test.each(['update', 'suspend', 'delete'])('%s that was refused says nothing', (name) => {
    expect(asked([request(20, name, 503)])?.told).toBeUndefined();
  });

  test('only a token that the server did not have is not saved by a save that was refused', () => {
    const fateOf = (...entries: Entry[]) => asked(entries)?.told?.fate;
    expect(fateOf(request(20, 'save', 500))).toBe('unsaved');
    expect(fateOf(request(20, 'save'), request(30, 'save', 500))).toBe('accepted');
    expect(fateOf(request(20, 'save', 500), request(30, 'update'))).toBe('accepted');
    expect(fateOf(request(20, 'save', 200, 'https://old/'), request(30, 'save', 500))).toBe(
      'unsaved',
    );
  });

  const without = makeState({
    cache: null,
    registrations: [makeRegistration({ subscription: { ok: null } })],
  });

  test.each([
    ['a first reading was without it', without, ['subscribe'], 'unsent'],
    ['another tab has obtained it', without, [], undefined],
    [
      'Firebase was installed anew for it',
      makeState(),
      ['installations', 'registrations'],
      'unsent',
    ],
    ['it may be an old one that was registered again', makeState(), ['registrations'], undefined],
    ['it was there', makeState(), [], undefined],
  ] as const)('a token that came and was sent to nobody: %s', (_, state, names, fate) => {
    const sent = names.map((name, index) => {
      if (name === 'subscribe') return makeEntry('subscription', { id: 20, name, time: 2_000 });
      const entry = request(20 + index, name);
      const url = `https://firebase.example/v1/projects/p/${name}`;
      return { ...entry, detail: { ...entry.detail, url } } as Entry;
    });
    const more = { state, next: makeState() };
    expect(asked(sent, more)?.told?.fate).toBe(fate);
    expect(asked(sent, more)?.isSending).toBeUndefined();
    const pending = makeEntry('request', { id: 30, name: 'save', status: 'pending' });
    expect(asked([...sent, pending], more)).toMatchObject({ isSending: true });
    expect(asked([...sent, pending], more)?.told).toBeUndefined();
    const save = request(30, 'save');
    expect(asked([...sent, save], more)?.told?.fate).toBe('accepted');
  });

  test('a request to Firebase tells Altcraft nothing', () => {
    expect(asked([request(20, 'registrations')])?.told).toBeUndefined();
  });

  test('clearing what is stored forgets what was told before', () => {
    const clear = makeEntry('action', { id: 25, name: 'clear-all', time: 2_500 });
    expect(asked([request(20, 'save'), clear])?.isForgotten).toBe(true);
    expect(asked([request(20, 'save'), clear, request(30, 'save')])?.isForgotten).toBeUndefined();
  });
});
