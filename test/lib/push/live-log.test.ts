import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { ListedNotification } from '../../../lib/injected/realm-signal';
import type { MadeStep } from '../../../lib/model/entry';
import type { Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import type { LiveSignal, WorkerSignal } from '../../../lib/protocol/live-signal';
import { emptyLiveLog, type LiveLog } from '../../../lib/push/live-group';
import { changedGroups, endWatch, noteOf, takeSignal } from '../../../lib/push/live-log';
import { namesInPayload } from '../../../lib/push/push-names';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { makeSession } from '../../support/make-session';
import { worded } from '../../support/worded';

beforeAll(() => provideMessages(english));

const scope = 'https://shop.test/';
const script = `${scope}service-worker.js?browser=Chrome`;
const seen = (signal: WorkerSignal, run = 'first'): LiveSignal => ({ scope, script, run, signal });
const take = (
  signals: readonly (WorkerSignal | LiveSignal)[],
  log: LiveLog = emptyLiveLog,
): LiveLog =>
  signals.reduce<LiveLog>(
    (held, each) => takeSignal(held, 'signal' in each ? each : seen(each), namesInPayload),
    log,
  );

const push = (event: number, at: number, data: string | null = null): WorkerSignal => ({
  what: 'event',
  event,
  type: 'push',
  at,
  data,
});
const wait = (event: number, at: number, status: 'pending' | 'fulfilled' | 'rejected') =>
  ({
    what: 'wait',
    event,
    wait: 0,
    at,
    status,
    ...(status === 'rejected' && { error: { name: 'TypeError', message: 'no' } }),
  }) as WorkerSignal;
const shown = (title: string): ListedNotification => ({ title, body: '', tag: '', data: null });
const end = (
  event: number,
  at: number,
  before: string[] = [],
  now: string[] = [],
): WorkerSignal => ({
  what: 'end',
  event,
  at,
  before: before.map(shown),
  notifications: now.map(shown),
});
const show = (step: number, at: number, title: string): WorkerSignal[] => [
  { what: 'step', step, name: 'showNotification', at, data: { title, options: {} } },
  { what: 'stepEnd', step, took: 3 },
];
const request = (id: string, url: string, begun: number, more: object = {}): WorkerSignal => ({
  what: 'request',
  id,
  request: { url, method: 'GET', headers: {}, postData: null, begun, ...more },
});
const say = (time: number): WorkerSignal => ({
  what: 'entry',
  entry: { kind: 'worker-step', name: 'console', status: 'ok', time, detail: { data: ['log'] } },
});

const steps = (log: LiveLog) =>
  log.groups.map(({ name, steps }) => [
    name,
    ...steps.map(({ entry }) => `${entry.name} ${entry.status}`),
  ]);

/** The session with all groups, and what became of each. */
const inSession = (log: LiveLog, first: Session = makeSession([])) => {
  const session = log.groups.reduce(
    (held, group) => reduce(held, { type: 'push', push: noteOf(group) }),
    first,
  );
  const roots = session.entries.filter(({ kind }) => kind === 'push');
  const outcomes = readOutcomes(session);
  return { session, outcomes: roots.map((root) => worded(outcomes.of(root))) };
};

describe('a push', () => {
  it('has what the worker did while it was handled', () => {
    const hub = JSON.stringify({ ack: 'https://ak.test/ack', open: 'https://ak.test/open' });
    const log = take([
      push(1, 100, JSON.stringify({ data: { hub_link: hub }, notification: { title: 'Tea' } })),
      wait(1, 101, 'pending'),
      request('a', 'https://ak.test/ack', 102),
      request('a', 'https://ak.test/ack', 102, { status: 204, ended: 110 }),
      request('b', 'https://ak.test/open', 111, { status: 204, ended: 115 }),
      say(116),
      ...show(1, 117, 'Tea'),
      wait(1, 121, 'fulfilled'),
      end(1, 121, [], ['Tea']),
    ]);
    expect(steps(log)).toEqual([
      [
        'push',
        'handler ok',
        'waitUntil ok',
        'ack ok',
        'open ok',
        'console ok',
        'showNotification ok',
        'notifications ok',
      ],
    ]);
    const { session, outcomes } = inSession(log);
    expect(outcomes[0]).toMatchObject({ id: 'shown', severity: 'ok' });
    expect(outcomes[0]?.sentence).toContain('reports “open” on delivery');
    expect(session.entries.find(({ name }) => name === 'push')).toMatchObject({
      status: 'ok',
      time: 100,
      duration: 21,
      detail: { way: 'live', script, scope },
    });
  });

  it('is under way until its handler has ended', () => {
    const log = take([push(1, 100), wait(1, 101, 'pending')]);
    expect(inSession(log).outcomes[0]?.id).toBe('running');
  });

  it('fails with its handler', () => {
    const log = take([
      push(1, 100),
      wait(1, 101, 'pending'),
      wait(1, 105, 'rejected'),
      end(1, 105),
    ]);
    expect(inSession(log).outcomes[0]).toMatchObject({ id: 'handler-threw', severity: 'error' });
    expect(noteOf(log.groups[0] as never).push.status).toBe('failed');
  });

  it('was shown, although its icon was not there', () => {
    const icon = 'https://shop.test/icon.png';
    const log = take([
      push(1, 100),
      wait(1, 101, 'pending'),
      request('a', icon, 102, { status: 404, ended: 105 }),
      ...show(1, 106, 'Tea'),
      wait(1, 110, 'fulfilled'),
      end(1, 110, [], ['Tea']),
    ]);
    expect(steps(log)[0]?.filter((each) => each.endsWith('failed'))).toHaveLength(1);
    expect(noteOf(log.groups[0] as never).push.status).toBe('ok');
  });

  it('was shown past the watcher', () => {
    const log = take([push(1, 100), end(1, 105, ['old'], ['old', 'new'])]);
    const names = log.groups[0]?.steps.map(({ entry }) => entry.name);
    expect(names).toEqual(['handler', 'showNotification', 'notifications']);
    expect(inSession(log).outcomes[0]?.id).toBe('shown');
  });

  it.each([
    ['already', ['old', 'new']],
    ['not yet', ['old']],
  ])('was given to a page, which has shown it %s: one outcome', (_, now) => {
    const post: WorkerSignal[] = [
      {
        what: 'step',
        step: 1,
        name: 'postMessage',
        at: 102,
        data: { client: 'https://shop.test/' },
      },
      { what: 'stepEnd', step: 1, took: 0 },
    ];
    const log = take([push(1, 100), ...post, end(1, 105, ['old'], now)]);
    const names = log.groups[0]?.steps.map(({ entry }) => entry.name);
    expect(names).toEqual(['handler', 'postMessage', 'notifications']);
    expect(inSession(log).outcomes[0]?.id).toBe('posted-to-page');
  });

  it('showed nothing when only the browser’s own notice appeared', () => {
    const notice = { ...shown('Updated in the background'), tag: 'user_visible_auto_notification' };
    const log = take([
      push(1, 100),
      { what: 'end', event: 1, at: 105, before: [], notifications: [notice] },
    ]);
    expect(inSession(log).outcomes[0]?.id).toBe('nothing-shown');
  });

  it('is cut off with its worker, and what is pending there with it', () => {
    const log = take([
      push(1, 100),
      wait(1, 101, 'pending'),
      request('a', 'https://ak.test/ack', 102),
      { what: 'stopped', at: 200 },
    ]);
    expect(log.groups[0]?.steps.map(({ entry }) => entry.status)).toEqual([
      'ok',
      'failed',
      'failed',
      'failed',
    ]);
    expect(inSession(log).outcomes[0]).toMatchObject({ id: 'worker-stopped', severity: 'error' });
  });

  it('is left when nobody watches any more', () => {
    const log = endWatch(take([push(1, 100), wait(1, 101, 'pending')]), 150);
    expect(inSession(log).outcomes[0]).toMatchObject({ id: 'unwatched', severity: 'info' });
    // What had ended stays as it was.
    const ended = take([push(1, 100), end(1, 105)]);
    expect(changedGroups(ended, endWatch(ended, 150))).toEqual([]);
  });
});

describe('what belongs to what', () => {
  const url = 'https://ak.test/a';

  it('two events at the same time: what speaks of one is its own, the rest is a guess', () => {
    const log = take([
      push(1, 100, `{"title":"First","url":"${url}"}`),
      push(2, 101, '{"title":"Second"}'),
      request('a', url, 102),
      ...show(1, 103, 'First'),
      ...show(2, 104, 'Second'),
    ]);
    expect(steps(log)).toEqual([
      ['push', 'handler ok', expect.stringContaining('pending'), 'showNotification ok'],
      ['push', 'handler ok', 'showNotification ok'],
    ]);
    expect(log.groups.map(({ isGuess }) => isGuess)).toEqual([false, false]);
    const guessed = take([say(105)], log);
    expect(guessed.groups.map(({ isGuess }) => isGuess)).toEqual([false, true]);
    const done = take([end(1, 110), end(2, 111)], guessed);
    const [first, second] = inSession(done).outcomes;
    expect(first?.sentence).not.toContain('matched by time');
    expect(second?.sentence).toContain('matched by time');
  });

  it('in pull mode what the server has answered tells whose a notification is', () => {
    const log = take([
      push(1, 100),
      request('a', 'https://ak.test/pixel?_push_pix=/push/content/get', 101, {
        status: 200,
        ended: 105,
        body: '{"error":0,"data":{"title":"First \\"flush\\""}}',
      }),
      push(2, 106),
      ...show(1, 107, 'First "flush"'),
    ]);
    expect(steps(log)[0]).toContain('showNotification ok');
    expect(log.groups.map(({ isGuess }) => isGuess)).toEqual([false, false]);
  });

  it('a request stays where it began, however late it ends', () => {
    const log = take([
      push(1, 100),
      request('a', url, 101),
      end(1, 105),
      push(2, 900),
      request('a', url, 101, { status: 200, ended: 950 }),
    ]);
    expect(log.groups[0]?.steps.at(-2)?.entry).toMatchObject({ status: 'ok', duration: 849 });
  });

  it('a word just after the end belongs to the event, a later one does not', () => {
    const log = take([push(1, 100), end(1, 105), say(200), say(400)]);
    expect(steps(log)).toEqual([
      ['push', 'handler ok', 'notifications ok', 'console ok'],
      ['live', 'console ok'],
    ]);
  });

  it('what lies between pushes stands together, up to the next push', () => {
    const log = take([say(1), say(2), push(1, 100), end(1, 101), say(900)]);
    expect(steps(log).map(([name, ...rest]) => [name, rest.length])).toEqual([
      ['live', 2],
      ['push', 2],
      ['live', 1],
    ]);
    const { outcomes, session } = inSession(log);
    expect(outcomes[0]).toBeUndefined();
    expect(session.entries.filter(({ parent }) => parent === 'push:live.1')).toHaveLength(2);
  });

  it('a worker that was started again begins to count anew', () => {
    const log = take([
      push(1, 100),
      { what: 'stopped', at: 150 },
      seen(push(1, 200), 'second'),
      seen(end(1, 205), 'second'),
    ]);
    expect(log.groups.map(({ ended }) => ended)).toEqual([150, 205]);
  });

  it('too much of it is counted and left out', () => {
    const many = Array.from({ length: 1_300 }, (_, index) => say(index * 1_000));
    const log = take(many);
    expect(log).toMatchObject({ loose: 1_000, leftOut: 300 });
    expect(log.groups.every(({ steps }) => steps.length <= 200)).toBe(true);
    // Pushes are recorded all the same, and a new watch counts anew.
    expect(take([push(1, 1e9)], log).groups.at(-1)?.name).toBe('push');
    expect(endWatch(log, 1e9)).toMatchObject({ loose: 0, leftOut: 0 });
  });
});

describe('other events', () => {
  it('a click tells what it opens', () => {
    const log = take([
      {
        what: 'event',
        event: 1,
        type: 'notificationclick',
        at: 100,
        data: { title: 'Tea', action: '' },
      },
      {
        what: 'step',
        step: 1,
        name: 'openWindow',
        at: 101,
        data: { url: 'https://shop.test/tea' },
      },
      { what: 'stepEnd', step: 1, took: 4, result: 'https://shop.test/tea' },
      end(1, 106, ['Tea'], []),
    ]);
    expect(inSession(log).outcomes[0]).toMatchObject({ id: 'clicked', severity: 'ok' });
    expect(inSession(log).outcomes[0]?.sentence).toContain('https://shop.test/tea');
  });

  it('a click for which no window was opened is not as it should be', () => {
    const url = 'https://shop.test/tea';
    const error = { name: 'InvalidAccessError', message: 'no' };
    const log = take([
      { what: 'event', event: 1, type: 'notificationclick', at: 100, data: { title: 'Tea' } },
      { what: 'step', step: 1, name: 'openWindow', at: 101, data: { url } },
      { what: 'stepEnd', step: 1, took: 4, error },
      end(1, 106, ['Tea'], []),
    ]);
    const [outcome] = inSession(log).outcomes;
    expect(outcome).toMatchObject({ id: 'clicked', severity: 'warning' });
    expect(outcome?.sentence).toContain(`should open ${url}`);
    expect(noteOf(log.groups[0] as never).push.status).toBe('failed');
  });

  it.each(['notificationclose', 'pushsubscriptionchange'] as const)('%s was handled', (type) => {
    const event: WorkerSignal = { what: 'event', event: 1, type, at: 100, data: null };
    expect(inSession(take([event, end(1, 105)])).outcomes[0]?.id).toBe('handled');
    const failed = take([event, wait(1, 101, 'pending'), wait(1, 102, 'rejected'), end(1, 103)]);
    expect(inSession(failed).outcomes[0]?.id).toBe('handler-threw');
  });
});

describe('in the session', () => {
  it('a push that is seen while nothing is recorded is left out', () => {
    const off = reduce(makeSession([]), { type: 'recording', on: false });
    expect(inSession(take([push(1, 100)]), off).session.entries).toEqual([]);
  });

  it('only what has changed is told again', () => {
    const first = take([push(1, 100), end(1, 105)]);
    const second = take([push(2, 900)], first);
    expect(changedGroups(first, second).map(({ ref }) => ref)).toEqual(['live.2']);
  });

  it('has steps that are entries like others', () => {
    const [entry] = noteOf(take([push(1, 100)]).groups[0] as never).steps as MadeStep[];
    expect(entry).toEqual({
      kind: 'worker-step',
      name: 'handler',
      status: 'ok',
      time: 100,
      detail: {},
    });
  });
});
