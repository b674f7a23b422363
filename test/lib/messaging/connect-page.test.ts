import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectPage, type PageConnection } from '../../../lib/messaging/connect-page';
import type { Line } from '../../../lib/messaging/line';
import type { Entry } from '../../../lib/model/entry';
import type { PageInfo } from '../../../lib/model/page-info';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { makeEntry, makePage } from '../../support/make-session';

/** The relay's end of a port: what the panel said, and a way to speak as a page would. */
interface FakeRelay {
  line: Line;
  said: unknown[];
  asked(): { id: string; after: number }[];
  page(info: Partial<PageInfo>): void;
  logged(): void;
  clicked(how: string): void;
  reply(id: string, fields: object): void;
  answer(id: string, entries: Entry[], fields?: object): Promise<void>;
  down(): void;
  close(): void;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

const makeRelay = (): FakeRelay => {
  const said: unknown[] = [];
  let hear: (message: unknown) => void = () => {};
  let closed: () => void = () => {};
  type Question = { t: string; m: string; i: string; a: [number] };
  const event = (m: string, ...a: unknown[]) => hear({ t: 'q', m, a });
  return {
    said,
    line: {
      post: (message) => said.push(message),
      listen: (onMessage) => {
        hear = onMessage;
      },
      onClosed: (listener) => {
        closed = listener;
      },
      close: () => closed(),
    },
    asked: () =>
      (said as Question[])
        .filter(({ t, m }) => t === 'q' && m === 'entries')
        .map(({ i, a }) => ({ id: i, after: a[0] })),
    page: (info) => event('page', makePage(info)),
    logged: () => event('logged'),
    clicked: (how) => event('clicked', how),
    reply: (i, fields) => hear({ t: 's', i, ...fields }),
    async answer(i, entries, fields) {
      const last = entries.at(-1)?.id ?? 0;
      const batch = { last, more: false, first: 1, forgotten: 0, entries, ...fields };
      hear({ t: 's', i, r: JSON.stringify(batch) });
      await settle();
    },
    down: () => event('unreachable'),
    close: () => closed(),
  };
};

let session: Session;
let relays: FakeRelay[];
let connection: PageConnection;
let isPreserved: boolean;
const relay = () => relays.at(-1) as FakeRelay;
const ids = () => session.entries.map(({ key }) => key);
const asked = async () => {
  await settle();
  return relay().asked();
};
const lastId = async () => (await asked()).at(-1)?.id ?? '';

beforeEach(() => {
  session = emptySession;
  relays = [];
  isPreserved = false;
  connection = connectPage(
    () => {
      relays.push(makeRelay());
      return relay().line;
    },
    (change) => {
      session = reduce(session, change);
    },
    () => isPreserved,
  );
});

// One whose line was closed opens another later.
afterEach(() => connection.close());

test('asks a page for all that it remembers', async () => {
  relay().page({ document: 'a' });
  expect((await asked()).map(({ after }) => after)).toEqual([0]);
  await relay().answer(await lastId(), [makeEntry('sdk', { id: 1 }), makeEntry('call', { id: 2 })]);
  expect(ids()).toEqual(['1:1', '1:2']);
  expect(session.connection).toBe('connected');
});

test('asks on while more waits, and again when something was recorded', async () => {
  relay().page({ document: 'a' });
  await relay().answer(await lastId(), [makeEntry('sdk', { id: 1 })], { more: true });
  await relay().answer(await lastId(), [makeEntry('call', { id: 2 })]);
  relay().logged();
  await relay().answer(await lastId(), [makeEntry('call', { id: 3 })]);
  expect((await asked()).map(({ after }) => after)).toEqual([0, 1, 2]);
  expect(ids()).toEqual(['1:1', '1:2', '1:3']);
});

test('asks one question at a time', async () => {
  relay().page({ document: 'a' });
  relay().logged();
  relay().logged();
  expect(await asked()).toHaveLength(1);
});

test('drops an answer of the page before', async () => {
  relay().page({ document: 'a' });
  const late = await lastId();
  relay().page({ document: 'b' });
  await relay().answer(late, [makeEntry('call', { id: 9 })]);
  expect(ids()).toEqual([]);
  await relay().answer(await lastId(), [makeEntry('call', { id: 1 })]);
  expect(ids()).toEqual(['2:1']);
});

test('after the background was stopped, asks the same document only for what it lacks', async () => {
  relay().page({ document: 'a' });
  await relay().answer(await lastId(), [makeEntry('call', { id: 4 })]);
  relay().close();
  await vi.waitFor(() => expect(relays).toHaveLength(2));
  relay().page({ document: 'a' });
  expect((await asked()).map(({ after }) => after)).toEqual([4]);
  expect(ids()).toEqual(['1:4']);
});

test('a page that comes back after the log was dropped is asked for everything', async () => {
  relay().page({ document: 'a' });
  await relay().answer(await lastId(), [makeEntry('call', { id: 4 })]);
  relay().page({ document: 'b' });
  relay().page({ document: 'a' });
  expect((await asked()).at(-1)?.after).toBe(0);
});

test('with the log preserved, a page that comes back is asked for what is new', async () => {
  isPreserved = true;
  relay().page({ document: 'a' });
  await relay().answer(await lastId(), [makeEntry('call', { id: 4 })]);
  relay().page({ document: 'b' });
  relay().page({ document: 'a' });
  expect((await asked()).at(-1)?.after).toBe(4);
  expect(ids()).toEqual(['1:4']);
});

test('asks nothing of a page that the hook does not run in', async () => {
  relay().page({ document: 'a', hooked: false, sdk: false });
  expect(await asked()).toEqual([]);
  expect(session.connection).toBe('reload-needed');
});

test('an answer that is none leaves the panel able to ask again', async () => {
  relay().page({ document: 'a' });
  await relay().answer(await lastId(), [], { entries: 'none' });
  relay().logged();
  await relay().answer(await lastId(), [makeEntry('call', { id: 1 })]);
  expect(ids()).toEqual(['1:1']);
});

test('says what the relay says', async () => {
  relay().down();
  await settle();
  expect(session).toMatchObject({ isAnswered: true, connection: 'unreachable' });
});

test('who has closed it opens no line again', async () => {
  connection.close();
  await settle();
  expect(relays).toHaveLength(1);
});

describe('the page', () => {
  const lastRequest = async (name: string): Promise<{ i: string; a: unknown[] }> => {
    await settle();
    const said = relay().said as { m?: string; i: string; a: unknown[] }[];
    const request = said.findLast(({ m }) => m === name);
    if (!request) throw new Error(`${name} was not asked`);
    return request;
  };

  test('is asked over the line that is open now', async () => {
    relay().page({ document: 'a', hooked: false });
    relay().close();
    await vi.waitFor(() => expect(relays).toHaveLength(2));
    relay().page({ document: 'a', hooked: false });
    await settle();
    const answer = connection.page.actOnWorker({ type: 'update', scope: 's' });
    const { i, a } = await lastRequest('actOnWorker');
    expect(a).toEqual([{ type: 'update', scope: 's' }]);
    relay().reply(i, { r: 'done' });
    expect(await answer).toBe('done');
  });

  test('rejects with an error of the same name', async () => {
    relay().page({ document: 'a', hooked: false });
    await settle();
    const answer = connection.page.changeStorage([]);
    const { i } = await lastRequest('changeStorage');
    relay().reply(i, { e: { name: 'QuotaExceededError', message: 'full' } });
    await expect(answer).rejects.toMatchObject({ name: 'QuotaExceededError', message: 'full' });
  });

  test('cannot be reached before it is there, and after its line was closed', async () => {
    await expect(connection.page.changeStorage([])).rejects.toThrow('cannot be reached');
    await expect(connection.catchUp()).rejects.toThrow('cannot be reached');
    relay().page({ document: 'a', hooked: false });
    await settle();
    const waiting = connection.page.changeStorage([]);
    relay().close();
    await expect(waiting).rejects.toThrow();
    await expect(connection.page.changeStorage([])).rejects.toThrow('cannot be reached');
  });

  test.each([
    ['is followed by another', () => relay().page({ document: 'b', hooked: false }), 'done'],
    ['has gone', () => relay().down(), 'cannot be reached'],
  ])('that %s answers nothing any more', async (_what, end, then) => {
    relay().page({ document: 'a', hooked: false });
    await settle();
    const waiting = connection.page.changeStorage([]);
    await settle();
    end();
    await expect(waiting).rejects.toThrow('The page cannot be reached now.');
    const next = connection.page.actOnWorker({ type: 'update', scope: 's' });
    if (then === 'done') relay().reply((await lastRequest('actOnWorker')).i, { r: 'done' });
    expect(await next.catch(({ message }: Error) => message)).toContain(then);
  });

  test.each([
    ['the user', () => relay().clicked('click'), 'click'],
    ['another page', () => relay().page({ document: 'b', hooked: false }), 'cancel'],
    ['the end of the page', () => relay().down(), 'cancel'],
    ['the background', () => relay().close(), 'cancel'],
    ['the panel', () => connection.dropClick(), 'cancel'],
  ])('is waited for until %s ends it', async (_who, end, how) => {
    relay().page({ document: 'a', hooked: false });
    await settle();
    const clicked = connection.askForClick('Click');
    const { i } = await lastRequest('askForClick');
    relay().reply(i, {});
    await settle();
    end();
    expect(await clicked).toBe(how);
  });
});
