import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import type { WorkerSignal } from '../../../lib/protocol/live-signal';
import { emptyLiveLog, type LiveLog } from '../../../lib/push/live-group';
import { endQuiet, quietGap, takeGuessed } from '../../../lib/push/live-guess';
import { noteOf } from '../../../lib/push/live-log';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { makeSession } from '../../support/make-session';
import { worded } from '../../support/worded';

beforeAll(() => provideMessages(english));

const script = 'https://shop.test/service-worker.js?browser=Firefox';
const take = (signals: readonly WorkerSignal[], log: LiveLog = emptyLiveLog): LiveLog =>
  signals.reduce(
    (held, signal) =>
      takeGuessed(held, { scope: 'https://shop.test/', script, run: script, signal }),
    log,
  );
const request = (id: string, begun: number, more: object = {}): WorkerSignal => ({
  what: 'request',
  id,
  request: { url: 'https://ak.test/x', method: 'GET', headers: {}, postData: null, begun, ...more },
});
const content = (id: string, begun: number, title = 'Tea', status = 200): WorkerSignal =>
  request(id, begun, {
    url: 'https://ak.test/pixel?_push_pix=/push/content/get',
    method: 'POST',
    status,
    ended: begun + 20,
    body: JSON.stringify({ error: 0, data: { title } }),
  });
const shown = (title: string, at: number, since = at - 1_000): WorkerSignal => ({
  what: 'shown',
  at,
  since,
  notification: { title, body: '', tag: '', data: null },
});

const names = (log: LiveLog) =>
  log.groups.map(({ name, steps }) => [name, ...steps.map(({ entry }) => entry.name)]);
const outcomes = (log: LiveLog) => {
  const session = log.groups.reduce(
    (held, group) => reduce(held, { type: 'push', push: noteOf(group) }),
    makeSession([]),
  );
  const read = readOutcomes(session);
  return session.entries.filter(({ parent }) => !parent).map((entry) => worded(read.of(entry)));
};

describe('a push', () => {
  it('is what asks for its content and what appears then', () => {
    const log = take([content('a', 1_000), shown('Tea', 1_800)]);
    expect(names(log)).toEqual([['push', 'content/get', 'showNotification']]);
    expect(outcomes(log)[0]?.id).toBe('running');
    const [done] = outcomes(endQuiet(log, 1_800 + quietGap + 1));
    expect(done).toMatchObject({ id: 'shown', severity: 'ok' });
    expect(done?.sentence).toContain('matched by time');
  });

  it('is a notification that appears by itself', () => {
    const log = endQuiet(take([shown('Tea', 5_000)]), 60_000);
    expect(outcomes(log)[0]?.id).toBe('shown');
  });

  it('got no content, or showed nothing', () => {
    const refused = endQuiet(take([content('a', 1_000, 'Tea', 503)]), 60_000);
    expect(outcomes(refused)[0]?.id).toBe('content-failed');
    const silent = endQuiet(take([content('a', 1_000)]), 60_000);
    expect(outcomes(silent)[0]?.id).toBe('nothing-shown');
  });

  it('is not over before somebody has looked for its notification', () => {
    const log = take([content('a', 1_000)]);
    expect(endQuiet(log, 1_500)).toBe(log);
    // The panel could not be seen for a minute; the reading after it has the notification.
    const late = take([shown('Tea', 61_000, 900)], log);
    expect(names(late)).toEqual([['push', 'content/get', 'showNotification']]);
  });
});

describe('what belongs to what', () => {
  it('a quiet moment lies between two pushes', () => {
    const log = take([
      content('a', 1_000, 'First'),
      shown('First', 1_500),
      content('b', 1_500 + quietGap + 500, 'Second'),
    ]);
    expect(names(log)).toEqual([
      ['push', 'content/get', 'showNotification'],
      ['push', 'content/get'],
    ]);
  });

  it('a notification belongs to the push whose content speaks of it', () => {
    const log = take([
      content('a', 1_000, 'First'),
      content('b', 10_000, 'Second'),
      shown('Second', 20_000, 500),
      shown('First', 20_000, 500),
    ]);
    expect(names(log)).toEqual([
      ['push', 'content/get', 'showNotification'],
      ['push', 'content/get', 'showNotification'],
    ]);
  });

  it('requests alone are no push; more of a request changes it where it stands', () => {
    const log = take([request('a', 1_000), request('a', 1_000, { status: 200, ended: 1_050 })]);
    expect(names(log)).toEqual([['live', 'request']]);
    expect(outcomes(endQuiet(log, 60_000))).toEqual([undefined]);
    expect(noteOf(log.groups[0] as never).push.status).toBe('ok');
  });

  it('a notification that has gone belongs to nothing', () => {
    const notification = { title: 'Tea', body: '', tag: 't', data: null };
    const log = take([content('a', 1_000), { what: 'gone', at: 2_000, notification }]);
    expect(names(log)).toEqual([
      ['push', 'content/get'],
      ['live', 'gone'],
    ]);
    expect(log.groups[1]?.steps[0]?.entry.detail).toEqual({
      data: { title: 'Tea', tag: 't' },
    });
  });

  it('too many requests are counted and left out, but never those for a content', () => {
    const many = Array.from({ length: 1_100 }, (_, index) => request(`${index}`, index * 10_000));
    const log = take(many);
    expect(log.leftOut).toBe(100);
    expect(names(take([content('c', 2e7)], log)).at(-1)).toEqual(['push', 'content/get']);
  });
});
