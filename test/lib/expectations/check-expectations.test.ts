import { expect, test } from 'vitest';
import { checkExpectations } from '../../../lib/expectations/check-expectations';
import type { ExpectationStatus } from '../../../lib/expectations/expectation';
import { expectationFindings } from '../../../lib/expectations/expectation-findings';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import {
  type Expectations,
  expectationsFormat,
} from '../../../lib/expectations/expectations-schema';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Session, SessionEntry } from '../../../lib/model/session';
import { endOf } from '../../../lib/outcome/call-context';
import { changed, givenTo, recorded, withDetail } from '../../support/expectation-sessions';

const good = recorded('chromium', 'suspended');
const made = expectationsFrom(good);

/** A session as it was at a time. */
const begun = (session: Session, time: number): Session => {
  const there = session.entries.filter((entry) => entry.time <= time);
  const entries = there.map((entry): SessionEntry => {
    if (endOf(entry) <= time) return entry;
    const { duration: _, ...rest } = entry;
    return { ...rest, status: 'pending' } as SessionEntry;
  });
  const readings = session.readings
    .filter(({ from }) => from <= time)
    .map((reading) => ({ ...reading, to: Math.min(reading.to, time) }));
  const last = readings.at(-1);
  const state = last && { ...last, readAt: last.to, endpoints: [] };
  return { ...session, entries, readings, state: state ?? null };
};

const statuses = (
  session: Session,
  expectations: Expectations,
  isOver: boolean,
): Record<string, ExpectationStatus> =>
  Object.fromEntries(
    checkExpectations(session, expectations, { isOver }).map(({ id, status }) => [id, status]),
  );

const file = (parts: Partial<Expectations>): Expectations => ({
  format: expectationsFormat,
  version: 1,
  ...parts,
});

test('while a page is looked at, what has not come is not seen; when it is over, it is not met', () => {
  const early = begun(good, (good.entries[1]?.time ?? 0) + 1);
  expect(statuses(early, made, false)).toMatchObject({
    'calls.0': 'unseen',
    'requests.0': 'unseen',
  });
  const late = statuses(early, made, true);
  expect(late).toMatchObject({ 'calls.0': 'failed', 'calls.1': 'failed' });
  // What only a call can bring says nothing of its own.
  expect(late).toMatchObject({ 'requests.0': 'unseen', 'calls.0.match.required.email': 'unseen' });
});

test.each([
  ['chromium', 'suspended'],
  ['firefox', 'suspended'],
  ['chromium', 'healthy-container'],
  ['firefox', 'healthy-script-awaited'],
  ['chromium', 'push-ack-missing'],
] as const)('at no time of a good session anything fails: %s, %s', (browser, id) => {
  const session = recorded(browser, id);
  const expected = expectationsFrom(session);
  const times = session.entries.flatMap((entry) => [entry.time, endOf(entry)]);
  for (const time of times.flatMap((each) => [each - 0.1, each + 0.1]))
    expect(Object.values(statuses(begun(session, time), expected, false))).not.toContain('failed');
});

/** What a page that nobody has called anything on is judged by. */
const strict = file({
  calls: [{ method: 'initSubscription', ends: 'ok', outcome: 'saved' }],
  requests: [{ name: 'save' }],
  events: [{ name: 'subscribe', call: 'removeToken' }],
  never: { calls: ['removeToken'], requests: ['delete'], events: ['unsubscribe'], fields: ['*'] },
});

test.each([
  ['lost entries', { lost: 15_000 }],
  ['what is not recorded any more', { recording: false }],
])('of what is not there nothing is known with %s: it may have been', (_, gaps) => {
  const empty: Session = { ...good, entries: [] };
  expect(new Set(Object.values(statuses(empty, strict, true)))).toEqual(
    new Set(['failed', 'met', 'unseen']),
  );
  const known = Object.values(statuses({ ...empty, ...gaps }, strict, true));
  expect(new Set(known)).toEqual(new Set(['unseen']));
  // Nor of the end of what is under way, nor of the order.
  const early = begun(good, (good.entries[1]?.time ?? 0) + 1);
  expect(Object.values(statuses({ ...early, ...gaps }, made, true))).not.toContain('failed');
  const only = changed(good, (entry) => (entry.name === 'initSubscription' ? undefined : entry));
  expect(Object.values(statuses({ ...only, ...gaps }, made, true))).not.toContain('failed');
});

test('… but what is there is wrong all the same', () => {
  const never = file({ never: { calls: ['initSubscription'], requests: ['save'] } });
  const known = statuses({ ...good, lost: 1 }, never, true);
  expect(new Set(Object.values(known))).toEqual(new Set(['failed']));
});

test('an outcome that was seen is another one, also where entries were lost; one that nothing has shown may be it', () => {
  const [call] = made.calls ?? [];
  const wanting = (outcome: string) =>
    file({ calls: [{ ...call, method: 'initSubscription', outcome }] } as never);
  const of = (outcome: string) =>
    statuses({ ...good, lost: 1 }, wanting(outcome), true)['calls.0.outcome'];
  expect(of('saved')).toBe('met');
  // It was saved, as the server's answer shows.
  expect(of('request-failed')).toBe('failed');
  const unsaved = changed(good, (entry) => (entry.kind === 'request' ? undefined : entry));
  expect(statuses({ ...unsaved, lost: 1 }, wanting('saved'), true)['calls.0.outcome']).toBe(
    'unseen',
  );
});

test('a call that came later than the next one fails at once', () => {
  const only = changed(good, (entry) => (entry.name === 'initSubscription' ? undefined : entry));
  const [first] = checkExpectations(only, made);
  expect(first).toMatchObject({ id: 'calls.0', status: 'failed', evidence: ['1:13'] });
});

test('what a panel has called is not the site’s', () => {
  const panel: Session = {
    ...good,
    entries: good.entries.map((each) => (each.id === 3 ? { ...each, origin: 'panel' } : each)),
  };
  expect(statuses(panel, made, true)).toMatchObject({ 'calls.0': 'failed', 'calls.1': 'met' });
  expect(expectationsFrom(panel).calls?.map(({ method }) => method)).toEqual([
    'suspendSubscription',
  ]);
});

test('fields: optional ones, others, one value, patterns of names', () => {
  const expected = file({
    calls: [
      {
        method: 'initSubscription',
        match: {
          required: { email: { value: 'mira@example.com' } },
          optional: { phone: { pattern: '+7*' } },
          forbidden: ['*mail'],
          others: 'forbidden',
        },
        update: { others: 'forbidden' },
        inexclusive: false,
        outcome: 'saved',
      },
    ],
    never: { calls: ['suspend*'], requests: ['delete'], events: ['UNSUBSCRIBE'] },
  });
  expect(statuses(good, expected, true)).toEqual({
    'calls.0': 'met',
    'calls.0.match.required.email': 'met',
    'calls.0.match.optional.phone': 'met',
    'calls.0.match.forbidden.0': 'failed',
    'calls.0.match.others': 'met',
    'calls.0.update.others': 'failed',
    'calls.0.inexclusive': 'met',
    'calls.0.outcome': 'met',
    'never.calls.0': 'failed',
    'never.requests.0': 'met',
    'never.events.0': 'met',
  });
});

test('a push that was not sent says nothing against the site; one that showed nothing does', () => {
  const expected = file({ pushes: [{ outcome: 'shown', title: 'AKPush*' }] });
  const shown = recorded('chromium', 'push-ack-missing');
  expect(statuses(good, expected, true)).toEqual({ 'pushes.0': 'unseen' });
  expect(statuses(shown, expected, true)).toEqual({ 'pushes.0': 'met' });
  expect(statuses(recorded('chromium', 'push-content-failed'), expected, true)).toEqual({
    'pushes.0': 'failed',
  });
  expect(statuses(shown, file({ pushes: [{ outcome: 'shown', title: 'Sale*' }] }), true)).toEqual({
    'pushes.0': 'failed',
  });
});

test('a browser that is subscribed already has nothing to send', () => {
  const calls = recorded('chromium', 'token-unchanged');
  const again: Session = {
    ...calls,
    memory: { token: 'a', isSame: true, fate: 'accepted', at: 1 },
  };
  const expected = file({ requests: [{ name: 'save', call: 'initSubscription' }] });
  expect(statuses(again, expected, true)).toEqual({ 'requests.0': 'unseen' });
  expect(statuses(calls, expected, true)).toEqual({ 'requests.0': 'failed' });
});

test('each that fails is a finding, with what shows it', () => {
  const checked = checkExpectations(recorded('chromium', 'server-refused'), made, { isOver: true });
  const findings = expectationFindings(checked);
  expect(findings.length).toBe(checked.filter(({ status }) => status === 'failed').length);
  expect(findings[0]).toMatchObject({ id: 'expectation-failed', severity: 'error' });
  const [answer] = findings.filter(({ part }) => part === 'server');
  expect(answer?.evidence).toContainEqual({ type: 'entry', key: '1:11' });
});

test('what only a call brings has failed where it was never called, unless the call is expected itself', () => {
  const none = changed(good, () => undefined);
  const expected = file({
    requests: [{ name: 'save', call: 'initSubscription', answer: 'accepted' }],
    events: [{ name: 'subscribe', call: 'initSubscription' }],
  });
  expect(statuses(none, expected, true)).toMatchObject({
    'requests.0': 'failed',
    'events.0': 'failed',
  });
  expect(statuses(none, expected, false)).toMatchObject({
    'requests.0': 'unseen',
    'events.0': 'unseen',
  });
  const called = file({ ...expected, calls: [{ method: 'initSubscription' }] });
  expect(statuses(none, called, true)).toMatchObject({
    'calls.0': 'failed',
    'requests.0': 'unseen',
    'events.0': 'unseen',
  });
  const other = file({ ...expected, calls: [{ method: 'subscribe' }] });
  expect(statuses(none, other, true)).toMatchObject({
    'calls.0': 'failed',
    'requests.0': 'failed',
  });
});

const cutObject = { $: 'object', entries: [['email', 'mira@example.com']], more: 5 };
test.each([
  ['cut', cutObject],
  ['deep', { $: 'deep' }],
  ['left out', { $: 'cut' }],
  ['a string that was cut', { $: 'string', text: '{"email"', length: 9_000 }],
])(
  'of what the recording has not to its end nothing is met that says that something is not there: %s',
  (_, value) => {
    const session = givenTo(good, 'initSubscription', { match: value });
    const expected = file({
      calls: [
        {
          method: 'initSubscription',
          match: {
            required: { phone: {} },
            optional: { age: { type: 'number' } },
            forbidden: ['card*'],
            others: 'forbidden',
          },
        },
      ],
      never: { fields: ['card*'] },
    });
    const isForeign = value === cutObject;
    expect(statuses(session, expected, true)).toEqual({
      'calls.0': 'met',
      'calls.0.match.required.phone': 'unseen',
      'calls.0.match.optional.age': 'unseen',
      'calls.0.match.forbidden.0': 'unseen',
      'calls.0.match.others': isForeign ? 'failed' : 'unseen',
      'never.fields.0': 'unseen',
    });
    const match = { optional: { email: {} }, others: 'forbidden' as const };
    const known = file({ calls: [{ method: 'initSubscription', match }] });
    expect(statuses(session, known, true)).toMatchObject({ 'calls.0.match.others': 'unseen' });
  },
);

test('nothing is said of what a request had that was cut', () => {
  const session = changed(good, (entry) =>
    entry.kind === 'request' && entry.name === 'save'
      ? withDetail(entry, { body: { $: 'string', text: '{"match":', length: 90_000 } })
      : entry,
  );
  const match = { required: { email: {} }, forbidden: ['card'] };
  expect(statuses(session, file({ requests: [{ name: 'save', match }] }), true)).toEqual({
    'requests.0': 'met',
    'requests.0.match.required.email': 'unseen',
    'requests.0.match.forbidden.0': 'unseen',
  });
});

test('a list that was cut is not said to be another one', () => {
  const of = (db: Encoded) => {
    const session = givenTo(good, 'initSubscription', { match: { db } });
    const match = { required: { db: { value: [17, 21] } } };
    return statuses(session, file({ calls: [{ method: 'initSubscription', match }] }), true)[
      'calls.0.match.required.db'
    ];
  };
  expect(of([17, 21])).toBe('met');
  expect(of([17])).toBe('failed');
  expect(of({ $: 'array', items: [17], length: 900 })).toBe('unseen');
  expect(of([17, { $: 'deep' }])).toBe('unseen');
  expect(of({ $: 'undefined' })).toBe('failed');
});
