import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  connectFrames,
  mostFrames,
  type TabConnection,
} from '../../../lib/messaging/connect-frames';
import type { PageInfo } from '../../../lib/model/page-info';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { makePage } from '../../support/make-session';

/** The far end of a line: says what a page or the relay would. */
interface FarEnd {
  frame: number;
  say(name: string, ...args: unknown[]): void;
  isClosed: boolean;
}

let session: Session;
let ends: FarEnd[];
let isPreserved: boolean;
let watched: Map<number, string>;
let connection: TabConnection;

const settle = () => new Promise((resolve) => setImmediate(resolve));
const endOf = (frame: number): FarEnd => {
  const found = ends.findLast((each) => each.frame === frame && !each.isClosed);
  if (!found) throw new Error(`No line to frame ${frame}.`);
  return found;
};
const say = async (frame: number, name: string, ...args: unknown[]): Promise<void> => {
  endOf(frame).say(name, ...args);
  await settle();
};
const introduce = (frame: number, info: Partial<PageInfo>): Promise<void> =>
  say(frame, 'page', makePage({ hooked: false, ...info }));
/** Frames from this number on have only errors about AKPush. */
const firstTroubled = 5_000;
const foundIn = (
  timeOrigin: number,
  ...frames: (readonly [number, ...number[]])[]
): Promise<void> =>
  say(
    0,
    'frames',
    frames.map(([frame, ...parents]) => ({ frame, sdk: frame < firstTroubled, parents })),
    timeOrigin,
  );
const found = (...frames: (readonly [number, ...number[]])[]): Promise<void> =>
  foundIn(makePage().timeOrigin, ...frames);

beforeEach(async () => {
  session = emptySession;
  isPreserved = false;
  ends = [];
  watched = new Map();
  connection = connectFrames(
    (frame) => {
      let hear: (message: unknown) => void = () => {};
      const end: FarEnd = {
        frame,
        isClosed: false,
        say: (m, ...a) => hear({ t: 'q', m, a }),
      };
      ends.push(end);
      return {
        post: (message) => {
          const { m, a } = message as { m?: string; a?: unknown[] };
          if (m === 'watchState' || m === 'unwatchState')
            watched.set(frame, m === 'watchState' ? (a?.[0] ? 'seldom' : 'often') : 'not');
        },
        listen: (onMessage) => {
          hear = onMessage;
        },
        onClosed: () => {},
        close: () => {
          end.isClosed = true;
        },
      };
    },
    (change) => {
      session = reduce(session, change);
    },
    () => isPreserved,
  );
  await introduce(0, { document: 'top' });
});
afterEach(() => connection.close());

const open = (): number[] => ends.flatMap(({ frame, isClosed }) => (isClosed ? [] : [frame]));

test('a line is opened to each frame that is found, once', async () => {
  await found([0], [4, 0], [6, 5, 4, 0]);
  await found([0], [4, 0], [6, 5, 4, 0]);
  expect(open()).toEqual([0, 4, 6]);
  await introduce(4, { document: 'four' });
  await introduce(6, { document: 'six' });
  expect(session.pages.map(({ frame, parent }) => [frame, parent])).toEqual([
    [0, undefined],
    [4, 1],
    [6, 2],
  ]);
});

test('what comes over a line is of its frame, whatever it says', async () => {
  await found([4, 0]);
  await introduce(4, { document: 'top' });
  expect(session.pages.map(({ frame }) => frame)).toEqual([0, 4]);
  expect(session.pages[0]?.url).toBe(makePage().url);
});

test('a frame that cannot be reached has gone; one that is found again is followed again', async () => {
  await found([4, 0]);
  await introduce(4, { document: 'four' });
  await say(4, 'unreachable');
  expect(open()).toEqual([0]);
  expect(session.frames[4]?.connection).toBe('unreachable');
  expect(connection.of(4)).toBeUndefined();
  await found([4, 0]);
  expect(open()).toEqual([0, 4]);
});

test('another page has other frames', async () => {
  await found([4, 0]);
  await introduce(4, { document: 'four' });
  await introduce(0, { document: 'second' });
  expect(open()).toEqual([0]);
  expect(session.pages.map(({ document }) => document)).toEqual(['second']);
});

test('of very many frames some are followed, and the others are counted', async () => {
  await found(...Array.from({ length: 1_000 }, (_, index) => [index + 1, 0] as const));
  expect(open()).toHaveLength(1 + mostFrames);
  expect(session.framesLeftOut).toBe(1_000 - mostFrames);
  await introduce(0, { document: 'second' });
  expect(session.framesLeftOut).toBe(0);
});

test('frames that come and go again and again are not followed for ever', async () => {
  for (let frame = 1; frame <= 300; frame++) {
    await found([frame, 0]);
    if (!ends.some((each) => each.frame === frame)) continue;
    await introduce(frame, { document: `${frame}` });
    await say(frame, 'unreachable');
  }
  expect(new Set(ends.map(({ frame }) => frame)).size).toBe(201);
  expect(session.framesLeftOut).toBe(1);
});

test('what a frame says that was closed meanwhile is not heard', async () => {
  await found([4, 0]);
  const old = endOf(4);
  await introduce(0, { document: 'second' });
  old.say('page', makePage({ document: 'late', hooked: false }));
  await settle();
  expect(session.pages.map(({ document }) => document)).toEqual(['second']);
});

describe.each([false, true])(
  'what is found before its page has introduced itself (log preserved: %s)',
  (preserved) => {
    beforeEach(async () => {
      isPreserved = preserved;
      await found([4, 0]);
      await introduce(4, { document: 'four' });
      await foundIn(2, [7, 0]);
    });

    test('waits for that page', async () => {
      expect(open()).toEqual([0, 4]);
      await introduce(0, { document: 'second', timeOrigin: 2 });
      expect(open()).toEqual([0, 7]);
      await introduce(7, { document: 'seven' });
      const second = session.pages.find(({ document }) => document === 'second')?.number;
      expect(session.pages.at(-1)).toMatchObject({ document: 'seven', parent: second });
    });

    test('is what was found last', async () => {
      await foundIn(2, [7, 0], [8, 0]);
      await introduce(0, { document: 'second', timeOrigin: 2 });
      expect(open()).toEqual([0, 7, 8]);
    });

    test('is not taken for that of a page that comes in its place', async () => {
      await introduce(0, { document: 'third', timeOrigin: 3 });
      expect(open()).toEqual([0]);
    });
  },
);

test('frames that were left out are followed as others go', async () => {
  await found(...Array.from({ length: 25 }, (_, index) => [index + 1, 0] as const));
  expect(session.framesLeftOut).toBe(5);
  for (let frame = 1; frame <= 4; frame++) await say(frame, 'unreachable');
  expect(session.framesLeftOut).toBe(1);
  expect(open().slice(-4)).toEqual([21, 22, 23, 24]);
  await say(5, 'unreachable');
  expect(session.framesLeftOut).toBe(0);
  expect(open()).toHaveLength(1 + mostFrames);
});

test('a frame that only has errors about AKPush is followed, takes no place of one that has it, and is none that is left out', async () => {
  await found([firstTroubled, 0]);
  expect(open()).toEqual([0, firstTroubled]);
  const many = Array.from({ length: mostFrames }, (_, index) => [index + 1, 0] as const);
  await found(...many, [firstTroubled, 0]);
  expect(open()).toHaveLength(1 + mostFrames + 1);
  expect(session.framesLeftOut).toBe(0);
});

test('a page that has had very many frames in time still has those that come followed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    for (let frame = 1; frame <= 300; frame++) {
      await found([frame, 0]);
      await say(frame, 'unreachable');
      vi.advanceTimersByTime(1_000);
    }
    expect(session.framesLeftOut).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a frame that reloads again and again keeps only its last document, unless the log is preserved', async () => {
  await found([4, 0]);
  for (const document of ['a', 'b', 'c']) await introduce(4, { document });
  expect(session.pages.map(({ document }) => document)).toEqual(['top', 'c']);
  isPreserved = true;
  await introduce(4, { document: 'd' });
  expect(session.pages.map(({ document }) => document)).toEqual(['top', 'c', 'd']);
});

test('the state is read each second of what is looked at, and of the page', async () => {
  await found([4, 0], [5, 0]);
  await introduce(4, { document: 'four' });
  await introduce(5, { document: 'five' });
  connection.watchState(true);
  await settle();
  expect([...watched]).toEqual([
    [0, 'often'],
    [4, 'seldom'],
    [5, 'seldom'],
  ]);
  connection.watchState(true, 5);
  await found([4, 0], [5, 0], [6, 0]);
  await introduce(6, { document: 'six' });
  await settle();
  expect([...watched]).toEqual([
    [0, 'often'],
    [4, 'seldom'],
    [5, 'often'],
    [6, 'seldom'],
  ]);
  connection.watchState(false);
  await settle();
  expect(new Set(watched.values())).toEqual(new Set(['not']));
});
