import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry, EntryKind } from '../../../lib/model/entry';
import { outcomeIds } from '../../../lib/outcome/outcome';
import { completeEntry } from '../../../lib/session/complete-entry';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import {
  judgeCall,
  makeCall,
  makeEffect,
  makeReadSession,
  makeSdk,
  outcomeOf,
  provedBy,
} from '../../support/judge-call';
import { makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';

beforeAll(() => provideMessages(english));

describe('a call that runs', () => {
  const running = makeCall('initSubscription', { status: 'pending', duration: undefined });

  it('has done nothing so far', () => {
    expect(judgeCall([running])).toEqual({
      id: 'running',
      severity: 'info',
      sentence: 'Running.',
      evidence: [],
    });
  });

  it('waits for what began last and has not ended', () => {
    const outcome = judgeCall([
      running,
      makeEffect('worker', { name: 'register', status: 'pending' }),
      makeEffect('request', { id: 12, name: 'save', status: 'pending' }),
      makeEffect('event', { id: 13, name: 'subscribe' }),
    ]);
    expect(outcome).toMatchObject({ id: 'running', severity: 'info', sentence: 'Running: save' });
    expect(provedBy(outcome)).toEqual(['1:12']);
  });

  it.each([
    ['the prompt', 'permission', 'requestPermission', 'granted', true],
    ['a subscription that asks', 'subscription', 'subscribe', 'default', true],
    ['a subscription that need not ask', 'subscription', 'subscribe', 'granted', false],
  ] as const)('waits for %s', (_what, kind, name, permission, isPrompt) => {
    const call = makeCall('initSubscription', { status: 'pending', detail: { permission } });
    const open: Entry = makeEffect<EntryKind>(kind, { name, status: 'pending' });
    const outcome = judgeCall([call, open]);
    expect(outcome.id).toBe('running');
    expect(outcome.sentence).toBe(
      isPrompt ? 'Waiting for the answer to the permission prompt.' : `Running: ${name}`,
    );
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it('is not judged by what has failed so far', () => {
    const failed = makeEffect('request', {
      name: 'save',
      status: 'failed',
      detail: { httpStatus: 503 },
    });
    expect(judgeCall([running, failed])).toMatchObject({ id: 'running', sentence: 'Running.' });
  });

  it('goes on when its call has ended before its work', () => {
    const call = makeCall('initSubscription', { detail: { permission: 'granted' } });
    const open = makeEffect('subscription', { name: 'subscribe', status: 'pending' });
    expect(judgeCall([call, open])).toMatchObject({
      id: 'running',
      sentence: 'Running: subscribe',
    });
  });
});

describe('a call that failed by itself', () => {
  const failed = (thrown?: boolean) =>
    makeCall('initSubscription', {
      status: 'failed',
      detail: { error: { name: 'TypeError', message: 'x is null' }, ...(thrown && { thrown }) },
    });

  it.each([
    [true, 'The SDK threw TypeError: x is null'],
    [undefined, 'The SDK rejected with TypeError: x is null'],
  ])('thrown: %s', (thrown, sentence) => {
    const outcome = judgeCall([failed(thrown)]);
    expect(outcome).toMatchObject({ id: 'sdk-failed', severity: 'error', sentence });
    expect(outcome.next).toContain('in the stack where it failed');
    expect(provedBy(outcome)).toEqual(['1:10']);
  });

  it('names what had failed before, which may be why', () => {
    const update = makeEffect('worker', { name: 'update', status: 'failed' });
    const outcome = judgeCall([failed(), update]);
    expect(outcome.id).toBe('sdk-failed');
    expect(outcome.next).toContain('Before that, update failed');
    expect(provedBy(outcome)).toEqual(['1:10', '1:11']);
  });

  it('is explained by what the browser refused before', () => {
    const refused = makeEffect('subscription', {
      name: 'subscribe',
      status: 'failed',
      detail: { error: { name: 'AbortError', message: 'Registration failed - storage error' } },
    });
    expect(judgeCall([failed(), refused]).id).toBe('subscribe-failed');
  });

  it('without an error is not understood', () => {
    expect(judgeCall([makeCall('initSubscription', { status: 'failed' })]).id).toBe('unknown');
  });
});

describe('a call that is not understood', () => {
  it('did nothing', () => {
    const outcome = judgeCall([makeCall('updateSubscription', { detail: { result: 'tea' } })]);
    expect(outcome).toMatchObject({ id: 'unknown', severity: 'warning', evidence: [] });
    expect(outcome.sentence).toBe('Ended with "tea", with no visible activity of the SDK.');
    expect(outcome.next).toContain('console');
  });

  it('did something else', () => {
    const outcome = judgeCall([
      makeCall('updateSubscription'),
      makeEffect('request', { name: 'set_cookie_only', status: 'failed' }),
      makeEffect('event', { id: 12, name: 'tea' }),
    ]);
    expect(outcome.id).toBe('unknown');
    expect(outcome.sentence).toContain('Ended with undefined.');
    expect(outcome.sentence).toContain('set_cookie_only (failed), tea (ok)');
    expect(provedBy(outcome)).toEqual(['1:11', '1:12']);
  });

  it('did very much: the beginning is told', () => {
    const events = Array.from({ length: 500 }, (_, index) =>
      makeEffect('event', { id: 11 + index, name: `tea${index}` }),
    );
    const outcome = judgeCall([makeCall('updateSubscription'), ...events]);
    expect(outcome.evidence).toHaveLength(10);
    expect(outcome.sentence).toContain('tea9 (ok), …');
    expect(outcome.sentence).not.toContain('tea10');
  });

  it.each(['toString', '__proto__', 'hasOwnProperty', '__defineGetter__', 'valueOf', ''])(
    'is a method of any name: %s',
    (name) => {
      expect(judgeCall([makeCall(name)])).toMatchObject({ id: 'unknown', severity: 'warning' });
    },
  );
});

/** What a page can make of anything. */
const odd: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  Number.MAX_VALUE,
  '',
  'text',
  [],
  [null],
  [[['x', null]]],
  {},
  { toString: 1, valueOf: 1 },
  { name: null, message: 5, status: ['fail'], result: { $: 'string' }, token: {} },
  { length: -1, 0: 'x' },
  { $: 'undefined' },
  { $: 'object', entries: 5 },
  { $: 'object', entries: [['result', 'error'], ['error', null], 7] },
  { $: 'string', text: { $: 'deep' } },
  { $: 'error' },
  { $: 'array', items: null },
  { $: 'toString' },
  { $: null },
];

/** Texts of `args` and so on that lead into the branches where they are read. */
const methods = [
  'constructor',
  'initSubscription',
  'subscribe',
  'updateSubscription',
  'suspendSubscription',
  'unsubscribe',
  'removeToken',
  'tea',
];

/** What a page says of each kind of effect, by the fields that a judge reads. */
const effects: readonly [EntryKind, string, string[]][] = [
  ['event', 'update_subscription', ['payload', 'listeners']],
  ['request', 'save', ['httpStatus', 'response', 'error', 'body', 'url']],
  ['request', 'update', ['httpStatus', 'response', 'error']],
  ['request', 'suspend', ['httpStatus', 'response', 'error']],
  ['request', 'delete', ['httpStatus', 'response', 'error']],
  ['request', 'registrations', ['httpStatus', 'response', 'error']],
  ['permission', 'requestPermission', ['answer', 'gesture', 'before']],
  ['subscription', 'subscribe', ['error', 'result', 'scope']],
  ['subscription', 'unsubscribe', ['result']],
  ['worker', 'register', ['error', 'script']],
  ['worker', 'redundant', ['error']],
];

describe('a call whose page is left before it has ended', () => {
  const running = makeCall('initSubscription', { status: 'pending' });

  it('is not said to be running', () => {
    const here = makeReadSession([running]);
    expect(outcomeOf(here).id).toBe('running');
    expect(outcomeOf({ ...here, connection: 'unreachable' }).id).toBe('page-left');
    const info = makePage({ document: 'second' });
    expect(outcomeOf(reduce(here, { type: 'page', info, preserve: true })).id).toBe('page-left');
  });
});

const statuses = ['ok', 'failed', 'pending'] as const;

const expectOutcome = (entries: readonly Entry[], around = {}): string => {
  const outcome = judgeCall(entries, around);
  expect(outcomeIds).toContain(outcome.id);
  expect(['ok', 'info', 'warning', 'error']).toContain(outcome.severity);
  expect(typeof outcome.sentence).toBe('string');
  expect(outcome.sentence).not.toMatch(/undefined: |\[object Object\]/);
  expect(Array.isArray(outcome.evidence)).toBe(true);
  return outcome.id;
};

describe('whatever a page says', () => {
  const sdk = makeSdk();

  it.each(methods)('a call of %s has an outcome', (name) => {
    const fields = ['args', 'result', 'error', 'thrown', 'readyState', 'gesture', 'permission'];
    for (const value of odd)
      for (const status of statuses) {
        for (const field of fields) {
          const call = makeCall(name, { status, detail: { [field]: value } as object });
          expectOutcome([sdk, call]);
          expectOutcome([sdk, call], { before: makeState(), after: makeState() });
        }
        expectOutcome([
          sdk,
          makeCall(name, { status, detail: { result: { result: value } } as object }),
        ]);
      }
  });

  it('a call of removeToken has an outcome by its parts', () => {
    for (const value of odd)
      for (const result of ['error', 'success', 'not-found']) {
        const detail = { args: [value], result: { result, error: value } } as object;
        const id = expectOutcome([sdk, makeCall('removeToken', { detail })], {
          after: makeState({ cache: {} }),
        });
        expect(id).toBe(
          { error: 'remove-failed', success: 'removed', 'not-found': 'not-found' }[result],
        );
      }
  });

  it.each(effects)('an effect, %s %s, leads to an outcome', (kind, name, fields) => {
    for (const value of odd)
      for (const field of fields)
        for (const status of statuses)
          for (const method of methods) {
            const detail = { httpStatus: 200, [field]: value } as object;
            const effect = makeEffect<EntryKind>(kind, { name, status, detail });
            const call = makeCall(method, { detail: { permission: 'default' } });
            expectOutcome([sdk, call, effect]);
          }
  });

  it('details that lack everything lead to an outcome', () => {
    for (const method of methods)
      for (const [kind, name] of effects)
        for (const status of statuses) {
          const raw = [
            { ...makeCall(method, { status }), detail: {} },
            { ...makeEffect<EntryKind>(kind, { name, status }), detail: {} },
          ] as Entry[];
          const entries = raw.map((entry) => ({
            ...completeEntry(entry, { scripts: [] }),
            name: entry.name,
          }));
          expectOutcome([sdk, ...(entries as Entry[])]);
        }
  });

  it.each([null, 'boom', 5, [], { $: 'error', name: 'TypeError', message: 'boom' }])(
    'an SDK that says %j of itself',
    (value) => {
      const detail = { config: value, hasPending: value, members: value, script: null } as object;
      expectOutcome([makeSdk({}, detail), makeCall('initSubscription')], {
        before: makeState({ cache: {} }),
      });
    },
  );

  it('an error that is a text is told', () => {
    const detail = { error: 'boom' as never };
    const call = makeCall('initSubscription', { status: 'failed', detail });
    expect(judgeCall([sdk, call])).toMatchObject({
      id: 'sdk-failed',
      sentence: 'The SDK rejected with Error: boom',
    });
    const refused = makeEffect('subscription', { name: 'subscribe', status: 'failed', detail });
    const { evidence } = judgeCall([sdk, makeCall('initSubscription'), refused]);
    expect(JSON.stringify(evidence)).toContain('Error: boom');
    const save = makeEffect('request', { name: 'save', status: 'failed', detail });
    const failed = judgeCall([sdk, makeCall('initSubscription'), save]);
    expect(failed.sentence).toContain('no response');
    expect(JSON.stringify(failed.evidence)).toContain('Error: boom');
  });
});
