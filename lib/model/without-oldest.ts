import { withLost } from './lost';
import type { Session, SessionEntry } from './session';

type Parts = Pick<Session, 'pages' | 'entries'>;

const hasFrames = ({ pages }: Parts): boolean => pages.some(({ frame }) => frame !== 0);

/** The entries from the oldest to the newest: with several frames another order than the session's, which is by document. */
export const byAge = (session: Parts): readonly SessionEntry[] =>
  hasFrames(session) ? [...session.entries].sort((a, b) => a.time - b.time) : session.entries;

/** The session without so many of its oldest entries, which are counted as lost. */
export const withoutOldest = (session: Session, count: number): Session => {
  const { entries } = session;
  const aged = byAge(session);
  const gone = new Set(aged === entries ? [] : aged.slice(0, count));
  if (gone.size === 0)
    return {
      ...session,
      entries: entries.slice(count),
      ...withLost(session, 0, Math.min(count, entries.length)),
    };
  const frames = new Map(session.pages.map(({ number, frame }) => [number, frame]));
  let lost: Pick<Session, 'lost' | 'lostIn'> = session;
  for (const { page } of gone) lost = withLost(lost, frames.get(page) ?? 0, 1);
  return { ...session, ...lost, entries: entries.filter((entry) => !gone.has(entry)) };
};

/** The session with so many entries at most; of several frames some more go at once, so that not every change has to put them in order. */
export const atMost = (session: Session, most: number): Session => {
  const over = session.entries.length - most;
  if (over <= 0) return session;
  return withoutOldest(session, over + (hasFrames(session) ? Math.ceil(most / 100) : 0));
};
