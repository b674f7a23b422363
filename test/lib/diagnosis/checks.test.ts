import { beforeAll, describe, expect, test } from 'vitest';
import { type Check, needsOf } from '../../../lib/diagnosis/check';
import { conditions } from '../../../lib/diagnosis/conditions';
import { examine } from '../../../lib/diagnosis/diagnose';
import { type NeedId, needs } from '../../../lib/diagnosis/needs';
import type { Rule } from '../../../lib/diagnosis/rule';
import { rules } from '../../../lib/diagnosis/rules';
import { provideMessages } from '../../../lib/i18n/message';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeRegistration, makeState } from '../../support/make-state';
import { ackedPush, clickedPush, everythingSeen } from '../../support/seen-session';
import { worded } from '../../support/worded';

/* What each rule answers where it finds nothing: a tick only for what was looked at. */

beforeAll(() => provideMessages(english));

type Parts = NonNullable<Parameters<typeof makeInput>[0]>;

const checksIn = (parts: Parts, of: readonly Rule[] = rules): readonly Check[] =>
  worded(examine(makeInput(parts), of)).checks;
const passedIn = (parts: Parts): string[] =>
  checksIn(parts).flatMap(({ id, answer }) => (answer === 'passed' ? [id] : []));

const nothing = makeState({
  cache: null,
  registrations: [],
  permission: { notification: 'default', query: { ok: 'prompt' } },
});

/** What a session has to be without for a need not to be seen. */
const without: Readonly<Record<NeedId, (all: Parts) => Parts>> = {
  state: (all) => ({ ...all, unread: true }),
  loaded: (all) => ({ ...all, state: { ...makeState(), isLoaded: false } }),
  sdk: (all) => ({ ...all, page: { sdk: false }, entries: [] }),
  config: (all) => ({ ...all, entries: [] }),
  call: (all) => ({ ...all, entries: healthyEntries() }),
  'subscribed-call': (all) => ({ ...all, entries: healthyEntries() }),
  'saved-call': (all) => ({ ...all, entries: healthyEntries() }),
  'updated-call': (all) => ({ ...all, entries: healthyEntries() }),
  'told-call': (all) => ({ ...all, entries: healthyEntries() }),
  'removed-call': (all) => ({ ...all, entries: healthyEntries() }),
  granted: (all) => ({ ...all, state: nothing }),
  answered: (all) => ({ ...all, state: nothing }),
  asked: () => ({ entries: healthyEntries(), state: nothing }),
  'permission-query': (all) => ({
    ...all,
    state: makeState({ permission: { query: { failed: { name: 'TypeError', message: '' } } } }),
  }),
  worker: (all) => ({ ...all, state: nothing }),
  'worker-steady': (all) => ({
    ...all,
    state: makeState({
      registrations: [
        makeRegistration({
          waiting: {
            scriptURL: 'https://shop.example/service-worker.js?browser=Firefox',
            state: 'installed',
          },
        }),
      ],
    }),
  }),
  'worker-browser': (all) => ({ ...all, state: nothing }),
  registered: (all) => ({
    ...all,
    entries: [
      ...(all.entries ?? []),
      makeEntry('worker', {
        id: 90,
        name: 'register',
        status: 'failed',
        detail: {
          script: '/service-worker.js?browser=Firefox',
          error: { name: 'TypeError', message: 'odd' },
        },
      }),
    ],
  }),
  'script-answer': (all) => ({ ...all, reports: [] }),
  'script-there': (all) => ({ ...all, reports: [] }),
  'script-text': (all) => ({ ...all, reports: [] }),
  'push-handler': (all) => ({ ...all, reports: [], pushes: [] }),
  subscribed: (all) => ({ ...all, state: nothing, entries: healthyEntries() }),
  'subscribed-now': (all) => ({ ...all, entries: healthyEntries() }),
  subscription: (all) => ({ ...all, state: nothing, entries: healthyEntries() }),
  'own-subscription': (all) => ({ ...all, state: nothing }),
  'key-compared': (all) => ({ ...all, state: nothing, entries: healthyEntries() }),
  token: (all) => ({ ...all, state: nothing }),
  'token-compared': (all) => ({ ...all, state: nothing, entries: healthyEntries() }),
  cache: (all) => ({ ...all, state: nothing }),
  answer: (all) => ({ ...all, entries: healthyEntries() }),
  accepted: (all) => ({ ...all, entries: healthyEntries() }),
  told: (all) => ({ ...all, entries: healthyEntries() }),
  'accepted-save': (all) => ({ ...all, entries: healthyEntries() }),
  'firebase-answer': (all) => ({ ...all, entries: healthyEntries() }),
  'firebase-accepted': (all) => ({ ...all, entries: healthyEntries() }),
  'push-accepted': (all) => ({ ...all, pushes: [] }),
  'push-handled': (all) => ({ ...all, pushes: [] }),
  'push-shown': (all) => ({ ...all, pushes: [] }),
  ack: (all) => ({ ...all, pushes: [] }),
  click: (all) => ({ ...all, pushes: [] }),
};

describe('with nothing seen', () => {
  test('no rule has passed before the page was read', () => {
    expect(passedIn({ entries: [], page: { sdk: false }, unread: true })).toEqual([]);
  });

  test('of a page without the SDK only what was read of the page itself has', () => {
    const passed = passedIn({ entries: [], page: { sdk: false }, state: nothing });
    const parts = rules.filter(({ id }) => passed.includes(id)).map(({ part }) => part);
    expect(parts.filter((part) => part !== 'page' && part !== 'permission')).toEqual([]);
  });
});

describe('with everything seen', () => {
  const all = everythingSeen();

  test('every need can be seen', () => {
    const inputs = [
      all,
      everythingSeen('firebase'),
      { ...all, pushes: [ackedPush] },
      { ...all, pushes: [clickedPush] },
    ].map(makeInput);
    const never = Object.entries(needs).flatMap(([id, need]) =>
      inputs.some((input) => need.isSeen(input)) ? [] : [id],
    );
    expect(never).toEqual([]);
  });

  test('passed says what was looked at, in a sentence of its own', () => {
    const passed = checksIn(all).filter(({ answer }) => answer === 'passed');
    expect(passed.length).toBeGreaterThan(50);
    for (const { about } of passed) expect(about).toMatch(/^Checked: .+\.$/);
  });
});

describe('without what it needs no rule has passed', () => {
  test.each(Object.entries(without))('%s', (id, take) => {
    const need = id as NeedId;
    const parts = take(everythingSeen(need.startsWith('firebase') ? 'firebase' : 'pull'));
    const input = makeInput(parts);
    expect(needs[need].isSeen(input)).toBe(false);
    const wanting = rules.filter((rule) => needsOf(rule).includes(need));
    expect(wanting.length).toBeGreaterThan(0);
    const answers = worded(examine(input, wanting)).checks;
    expect(answers.filter(({ answer }) => answer === 'passed')).toEqual([]);
    // What is not known says what would show it.
    for (const { answer, about } of answers)
      if (answer === 'not-known-yet' || answer === 'not-applicable') expect(about).not.toBe('');
  });
});

describe('where a rule does not apply', () => {
  const answerOf = (id: string, parts: Parts) =>
    checksIn(parts).find((check) => check.id === id)?.answer;

  test('mode and generation of the SDK, and the address of the page', () => {
    const all = everythingSeen();
    expect(answerOf('firebase-refused', all)).toBe('not-applicable');
    expect(answerOf('granted-before', all)).toBe('not-applicable');
    expect(answerOf('server-mixed-content', { ...all, page: { url: 'http://localhost/' } })).toBe(
      'not-applicable',
    );
  });

  test('what no reading tells yet is not known', () => {
    expect(answerOf('firebase-refused', { entries: [], state: nothing })).toBe('not-known-yet');
  });

  test('what the page’s own push methods hide cannot be seen here', () => {
    const seen = makeEntry('subscription', {
      id: 3,
      name: 'subscribe',
      detail: { scope: 'https://shop.example/', result: { endpoint } },
    });
    const state = makeState({ registrations: [makeRegistration({ subscription: { ok: null } })] });
    expect(answerOf('subscription-keys', { entries: [...healthyEntries(), seen], state })).toBe(
      'not-seen-here',
    );
  });
});

test('a rule that throws is shown and costs the others nothing', () => {
  const odd: Rule = {
    ...(rules[0] as Rule),
    id: 'odd',
    find: () => {
      throw new TypeError('odd');
    },
  };
  const { findings, checks } = worded(examine(makeInput(), [odd, ...rules]));
  expect(findings).toEqual([]);
  expect(checks[0]).toMatchObject({ id: 'odd', answer: 'failed', about: 'TypeError: odd' });
  expect(checks.length).toBe(rules.length + 1);
});

test('each condition says why', () => {
  for (const { why } of Object.values(conditions)) expect(english[why].message).not.toBe('');
});
