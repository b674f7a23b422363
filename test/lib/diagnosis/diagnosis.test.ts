import { beforeAll, describe, expect, test } from 'vitest';
import { chainOf } from '../../../lib/diagnosis/chain';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import { isSettled } from '../../../lib/diagnosis/diagnosis-input';
import { followDiagnosis } from '../../../lib/diagnosis/follow-diagnosis';
import { readMutes, setMuted, withoutMuted } from '../../../lib/diagnosis/mutes';
import type { Rule } from '../../../lib/diagnosis/rule';
import { diagnosisMarkdown } from '../../../lib/formats/finding-markdown';
import { provideMessages } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { textRedactor } from '../../../lib/redaction/redact';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { healthyEntries, makeDiagnosed, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const rule = (id: string, change: Partial<Rule> & { evidence?: [] } = {}): Rule => ({
  id,
  part: 'page',
  severity: 'error',
  title: 'ruleNoSdk',
  link: 'https://example.com/',
  find: () => ({
    sentence: id,
    evidence: change.evidence ?? [{ type: 'fact', label: 'a', text: 'b' }],
    advice: [],
  }),
  ...change,
});

describe('diagnose', () => {
  const input = makeInput();
  test('the worst first, then in the order of the chain', () => {
    const found = diagnose(input, [
      rule('hint', { severity: 'hint' }),
      rule('push', { part: 'push' }),
      rule('warning', { severity: 'warning', part: 'permission' }),
      rule('worker', { part: 'worker' }),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['worker', 'push', 'warning', 'hint']);
  });

  test('no finding without evidence, and none of a rule that throws', () => {
    const throws = rule('throws', {
      find: () => {
        throw new Error('odd');
      },
    });
    expect(diagnose(input, [rule('a', { evidence: [] }), throws, rule('b')])).toHaveLength(1);
  });
});

describe('chain', () => {
  test('a subscribed page', () => {
    const { nodes, first, next } = chainOf(makeInput(), []);
    expect(nodes.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'page ok',
      'sdk ok',
      'permission ok',
      'worker ok',
      'push-service ok',
      'subscription ok',
      'token ok',
      'server unknown',
      'push unknown',
      'notification unknown',
    ]);
    expect([first, next]).toEqual([null, null]);
  });

  test('the first broken link is pointed out; warnings break nothing', () => {
    const input = makeInput();
    const found = diagnose(input, [
      rule('late', { part: 'token' }),
      rule('early', { part: 'page', node: 'sdk' }),
      rule('mild', { part: 'permission', severity: 'warning' }),
    ]);
    const { nodes, first } = chainOf(input, found);
    expect(first).toBe('sdk');
    expect(nodes.find(({ id }) => id === 'permission')).toMatchObject({
      state: 'ok',
      findings: ['mild'],
    });
  });

  test('what is missing for a subscription is the next step', () => {
    const state = makeState({
      cache: null,
      registrations: [makeRegistration({ subscription: { ok: null } })],
    });
    expect(chainOf(makeInput({ state }), []).next).toBe('subscription');
  });
});

describe('follow', () => {
  const follow = (held: ReturnType<typeof followDiagnosis>, session: Session) =>
    followDiagnosis(held, session, readOutcomes(session));
  const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
  const read = (session: Session, state: ReturnType<typeof makeState> | null, after: number) => {
    const readAt = (session.state?.readAt ?? 0) + after;
    return reduce(session, {
      type: 'state',
      document: 'first',
      state: state && { ...state, readAt },
      readAt,
    });
  };

  test('findings that appear are new, findings that go are kept as gone', () => {
    const before = makeDiagnosed();
    const first = follow(undefined, before);
    expect(first?.findings).toEqual([]);
    const broken = read(before, denied, 1_000);
    const second = follow(first, broken);
    expect(second?.findings.map(({ id }) => id)).toContain('permission-denied');
    expect(second?.since['permission-denied']).toBe(broken.state?.readAt);
    const third = follow(second, read(broken, makeState(), 1_000));
    expect(third?.findings).toEqual([]);
    expect(third?.gone.map(({ id }) => id)).toContain('permission-denied');
  });

  test('nothing that changed is the same object', () => {
    const before = makeDiagnosed();
    const first = follow(undefined, before);
    expect(follow(first, read(before, null, 1_000))).toBe(first);
  });

  test('while the SDK works the last diagnosis stands; not longer than ten seconds', () => {
    const before = makeDiagnosed();
    const first = follow(undefined, before);
    const time = (before.state?.readAt ?? 0) + 10;
    const call = makeEntry('call', { id: 3, name: 'initSubscription', status: 'pending', time });
    const busy = reduce(before, { type: 'entries', document: 'first', entries: [call], lost: 0 });
    const during = read(busy, denied, 500);
    expect(isSettled(during)).toBe(false);
    expect(follow(first, during)).toBe(first);
    expect(follow(first, read(during, null, 11_000))?.findings.length).toBeGreaterThan(0);
  });
});

describe('mutes', () => {
  test('by site, with undo', () => {
    const muted = setMuted({}, 'https://a.example', 'x', true);
    expect(muted).toEqual({ 'https://a.example': ['x'] });
    expect(setMuted(muted, 'https://a.example', 'x', false)).toEqual({});
  });
  test('what was saved may be anything', () => {
    expect(readMutes([1])).toEqual({});
    expect(readMutes({ a: 'b', c: [1, 'd'] })).toEqual({ c: ['d'] });
  });
});

test('Markdown: what a page says stays text, secrets are masked, the query is left out', () => {
  const url = 'https://shop.example/?email=anna@shop.example';
  const error = { name: 'Error', message: '# [x](javascript:alert(1)) <img> | `code`' };
  const entries = [
    ...healthyEntries(),
    makeEntry('call', { id: 3, name: 'initSubscription', status: 'failed', detail: { error } }),
  ];
  const session = makeDiagnosed({ entries, page: { url } });
  const live = followDiagnosis(undefined, session, readOutcomes(session));
  expect(live?.findings.map(({ id }) => id)).toEqual(['sdk-failed']);
  if (!live) return;
  const text = diagnosisMarkdown(live, {
    url,
    environment: '1.2.3',
    at: 0,
    entries: session.entries,
  });
  expect(text).not.toContain('anna@');
  // What the page said of its error stands in a code span, and nowhere else.
  expect(text.replace(/(`+) .*? \1/g, '')).not.toMatch(/^# \[x]|<img>/m);
  expect(text).toContain('sdk-failed');
  expect(text).toContain('✓ Permission');
});

test('Markdown: what an error says of a person or a token is replaced, as in an export', () => {
  const token = `abcdefgh_12:APA91b${'x_1'.repeat(40)}`;
  const error = { name: 'Error', message: `no Anna Karenina, anna@shop.example, with ${token}` };
  const call = makeEntry('call', {
    id: 3,
    name: 'initSubscription',
    status: 'failed',
    detail: { error, args: [{ email: 'anna@shop.example' }, { _fname: 'Anna Karenina' }] },
  });
  const session = makeDiagnosed({ entries: [...healthyEntries(), call] });
  const live = followDiagnosis(undefined, session, readOutcomes(session));
  const about = { url: 'https://shop.example/', environment: '', at: 0, entries: session.entries };
  const text = live ? diagnosisMarkdown(live, about, textRedactor(session)) : '';
  // The first token is the page's own.
  expect(text).toContain('no value#1, email#1, with token#2');
  expect(text).not.toMatch(/Anna|anna|APA91b/);
});

test('what is muted for a site does not count there', () => {
  const session = makeDiagnosed({
    entries: [
      ...healthyEntries(),
      makeEntry('call', {
        id: 3,
        name: 'initSubscription',
        status: 'failed',
        detail: { error: { name: 'Error', message: 'x' } },
      }),
    ],
  });
  const live = followDiagnosis(undefined, session, readOutcomes(session));
  const ids = (origin: string) =>
    live &&
    withoutMuted(live, { [origin]: ['sdk-failed'] }, 'https://shop.example/cart').findings.map(
      ({ id }) => id,
    );
  expect(ids('https://shop.example')).toEqual([]);
  expect(ids('https://other.example')).toEqual(['sdk-failed']);
});
