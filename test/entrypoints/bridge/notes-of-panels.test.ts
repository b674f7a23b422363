// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import bridge from '../../../entrypoints/bridge';
import { type Noter, noter } from '../../../entrypoints/panel/noter';
import { connectPage, type PageConnection } from '../../../lib/messaging/connect-page';
import { asked, said } from '../../../lib/messaging/hook-line';
import { kept } from '../../../lib/messaging/kept';
import { lineOver } from '../../../lib/messaging/line';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { createFakeEvent } from '../../support/fake-event';
import { createFakePortPair, type FakePort } from '../../support/fake-port';
import { makeEntry } from '../../support/make-session';
import { push, step } from '../../support/seen-session';

/* The bridge with several panels, over ports as browsers have them. */

const onConnect = createFakeEvent<[FakePort]>();
const entry = makeEntry('event', { id: 1, name: 'before' });

interface Panel {
  session: Session;
  notes: Noter;
  connection: PageConnection;
  change(change: SessionChange): void;
}

const openPanel = (): Panel => {
  const panel = { session: emptySession } as Panel;
  panel.change = (change) => {
    if (change.type === 'note' && panel.notes.isOld(change.note)) return;
    panel.session = reduce(panel.session, change);
    panel.notes.note(panel.session, change);
  };
  const connection = connectPage(
    () => {
      const { near, far } = createFakePortPair('bridge');
      onConnect.fire(far);
      return lineOver(near as never);
    },
    (change) => panel.change(change),
    () => true,
  );
  panel.connection = connection;
  panel.notes = noter(async (note) => connection.page.note(note));
  return panel;
};
const rows = ({ session }: Panel): string[] =>
  session.entries.map(({ key, name, status, origin }) => `${key} ${name} ${status} ${origin}`);

beforeEach(() => {
  const line = new EventTarget();
  // A hook that has recorded one entry.
  line.addEventListener(asked, (event) => {
    const after = Number((event as CustomEvent<string>).detail);
    const entries = after < 1 ? [entry] : [];
    const detail = JSON.stringify({ last: 1, more: false, first: 1, forgotten: 0, entries });
    line.dispatchEvent(new CustomEvent(said, { detail }));
  });
  Object.assign(kept(), { line, hasSdk: true });
  vi.stubGlobal('chrome', { runtime: { id: 'x', onConnect }, storage: {} });
  bridge.main();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'akpushInspector');
  onConnect.reset();
  vi.unstubAllGlobals();
});

test('what one panel does all have, also one that comes when it has gone', async () => {
  const one = openPanel();
  const two = openPanel();
  await vi.waitFor(() => expect([rows(one), rows(two)]).toEqual([rows(one), rows(one)]));
  await vi.waitFor(() => expect(rows(one)).toHaveLength(1));
  const sent = { ...push([]), ref: 'x' };
  one.change({ type: 'push', push: { ...sent, push: { ...sent.push, status: 'pending' } } });
  await vi.waitFor(() => expect(rows(two)).toContain('push:x push pending panel'));
  one.change({ type: 'push', push: { ...sent, steps: [step('woken'), step('handler')] } });
  one.change({ type: 'remark', key: 'push:x', remark: { isBookmarked: true } });
  const all = [
    '1:1 before ok page',
    'push:x push ok panel',
    'push:x:1 woken ok panel',
    'push:x:2 handler ok worker',
  ];
  await vi.waitFor(() => expect(two.session.remarks).toEqual({ 'push:x': { isBookmarked: true } }));
  expect(rows(one)).toEqual(all);
  expect(rows(two)).toEqual(all);
  one.connection.close();
  two.connection.close();
  const later = openPanel();
  await vi.waitFor(() => expect(rows(later)).toEqual(all));
  expect(later.session.entries.map(({ order }) => order)).toEqual(
    one.session.entries.map(({ order }) => order),
  );
  expect(later.session.remarks).toEqual(one.session.remarks);
});

test('two that do something at the same time have both in one order', async () => {
  const one = openPanel();
  const two = openPanel();
  await vi.waitFor(() => expect(rows(one).length + rows(two).length).toBe(2));
  const action = (ref: string): SessionChange => ({
    type: 'action',
    action: { ref, name: 'update', status: 'ok', time: 5, detail: { target: 'x' } },
  });
  one.change(action('b'));
  two.change(action('a'));
  const all = ['1:1 before ok page', 'action:a update ok panel', 'action:b update ok panel'];
  await vi.waitFor(() => expect([rows(one), rows(two)]).toEqual([all, all]));
});
