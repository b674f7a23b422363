import { describe, expect, it } from 'vitest';
import type { MadeOf } from '../../../lib/model/entry';
import type { NotificationState } from '../../../lib/model/page-state';
import {
  compareNotifications,
  isGoneKnown,
  isShownKnown,
} from '../../../lib/push/notification-changes';
import { reduce } from '../../../lib/session/reduce';
import { makeSession } from '../../support/make-session';

const shown = (title: string, tag = ''): NotificationState => ({
  title,
  body: '',
  tag,
  icon: '',
  data: null,
  actions: [],
});

describe('two readings', () => {
  it('differ by what is new and what has gone', () => {
    const changes = compareNotifications([shown('a'), shown('b')], [shown('b'), shown('c')]);
    expect(changes).toEqual({ shown: [shown('c')], gone: [shown('a')] });
  });

  it('differ by the second of two that are alike', () => {
    expect(compareNotifications([shown('a')], [shown('a'), shown('a')]).shown).toHaveLength(1);
    expect(compareNotifications([shown('a'), shown('a')], [shown('a')]).gone).toHaveLength(1);
  });

  it('one that took another’s place by its tag did not make it go', () => {
    const changes = compareNotifications([shown('a', 't')], [shown('b', 't')]);
    expect(changes).toEqual({ shown: [shown('b', 't')], gone: [] });
  });
});

describe('what the session knows', () => {
  const step = (name: 'showNotification', detail: object): MadeOf<'worker-step'> => ({
    kind: 'worker-step',
    name,
    status: 'ok',
    time: 1_000,
    detail,
  });
  const event = (
    name: MadeOf<'push'>['name'],
    detail: object,
    status: 'ok' | 'pending' = 'ok',
  ): MadeOf<'push'> => ({ kind: 'push', name, status, time: 1_000, detail });
  const withPush = (push: MadeOf<'push'>, steps: MadeOf<'worker-step'>[] = []) =>
    reduce(makeSession([]), { type: 'push', push: { ref: '1', push, steps } }).entries;
  const ofPanel = { way: 'real' };
  const showing = step('showNotification', { data: { title: 'Tea' } });

  it('the panel has shown it', () => {
    const entries = withPush(event('push', ofPanel), [showing]);
    expect(isShownKnown(entries, shown('Tea'), 2_000)).toBe(true);
    expect(isShownKnown(entries, shown('Coffee'), 2_000)).toBe(false);
    expect(isShownKnown(entries, shown('Tea'), 60_000)).toBe(false);
  });

  it('a push of the panel’s is on its way', () => {
    const entries = withPush(event('push', ofPanel, 'pending'));
    expect(isShownKnown(entries, shown('Tea'), 2_000)).toBe(true);
  });

  it('one that was seen live is no push of the panel’s', () => {
    const entries = withPush(event('push', { way: 'live' }), [showing]);
    expect(isShownKnown(entries, shown('Tea'), 2_000)).toBe(false);
  });

  it('somebody clicked or closed it', () => {
    const clicked = withPush(event('notificationclick', { data: { title: 'Tea' } }));
    expect(isGoneKnown(clicked, shown('Tea'), 2_000)).toBe(true);
    expect(isGoneKnown(clicked, shown('Coffee'), 2_000)).toBe(false);
    expect(isGoneKnown(clicked, shown('Tea'), 60_000)).toBe(false);
    const closed = reduce(makeSession([]), {
      type: 'action',
      action: {
        ref: '1',
        name: 'close-notification',
        status: 'ok',
        time: 1_000,
        detail: { target: { scope: 's', title: 'Tea' } },
      },
    }).entries;
    expect(isGoneKnown(closed, shown('Tea'), 2_000)).toBe(true);
    expect(isGoneKnown(withPush(event('push', {}), [showing]), shown('Tea'), 2_000)).toBe(false);
  });
});
