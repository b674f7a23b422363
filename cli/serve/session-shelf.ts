import { randomUUID } from 'node:crypto';
import { HttpError } from './http-error';
import type { ServedSession } from './open-session';

/** A session that runs, and how it is ended. */
export interface OpenedSession {
  session: ServedSession;
  close(): Promise<void>;
}

interface Kept extends OpenedSession {
  /** The request that runs, or the last one: one comes after the other. */
  last: Promise<unknown>;
  busy: number;
  timer: NodeJS.Timeout | undefined;
}

/** The sessions that run. */
export interface SessionShelf {
  /** Opens one more, and gives its name, which nobody can guess. */
  add(open: () => Promise<OpenedSession>): Promise<string>;
  /** Does something with one, when what was asked of it before is done. */
  use<Result>(id: string, use: (session: ServedSession) => Promise<Result>): Promise<Result>;
  end(id: string): Promise<void>;
  /** Ends all, those that are being opened too. */
  close(): Promise<void>;
}

/** Keeps up to `most` sessions; one that nobody has asked anything for `idleMs` milliseconds is ended. */
export const makeShelf = (most: number, idleMs: number): SessionShelf => {
  const kept = new Map<string, Kept>();
  const opening = new Set<Promise<OpenedSession>>();
  let isClosed = false;
  const find = (id: string): Kept => {
    const found = kept.get(id);
    if (!found) throw new HttpError(404, 'no-session', 'There is no such session.');
    return found;
  };
  const end = async (id: string): Promise<void> => {
    const { timer, session, close } = find(id);
    kept.delete(id);
    clearTimeout(timer);
    await session.stop().catch(() => {});
    await close();
  };
  const wait = (id: string, one: Kept): void => {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => void end(id).catch(() => {}), idleMs);
  };
  return {
    async add(open) {
      if (isClosed) throw new HttpError(410, 'stopped', 'The server is ending.');
      if (kept.size + opening.size >= most)
        throw new HttpError(429, 'too-many', `${most} sessions run already.`);
      const begun = open();
      opening.add(begun);
      try {
        const opened = await begun;
        // What closes the shelf ends it.
        if (isClosed) throw new HttpError(410, 'stopped', 'The server is ending.');
        const id = randomUUID();
        const one: Kept = { ...opened, last: Promise.resolve(), busy: 0, timer: undefined };
        kept.set(id, one);
        wait(id, one);
        return id;
      } finally {
        opening.delete(begun);
      }
    },
    async use(id, use) {
      const one = find(id);
      clearTimeout(one.timer);
      one.busy += 1;
      const mine = one.last.then(() => use(one.session));
      one.last = mine.catch(() => {});
      try {
        return await mine;
      } finally {
        one.busy -= 1;
        if (one.busy === 0 && kept.has(id)) wait(id, one);
      }
    },
    end,
    async close() {
      isClosed = true;
      const ended = [...opening].map(async (each) => (await each).close());
      await Promise.allSettled([...[...kept.keys()].map(end), ...ended]);
    },
  };
};
