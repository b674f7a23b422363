import { currentDocument } from '../model/current-document';
import type { Session } from '../model/session';
import type { EpochMs } from '../model/time';
import type { Outcomes } from '../outcome/outcomes';
import { diagnoseSession, type SessionDiagnosis } from './diagnose-session';
import { isSettled } from './diagnosis-input';
import type { Finding } from './finding';

/** A diagnosis that is made again and again, and what changed since the first one of the document. */
export interface LiveDiagnosis extends SessionDiagnosis {
  /** When findings appeared that were not there at first, by their ids. Milliseconds since the epoch. */
  since: Readonly<Record<string, EpochMs>>;
  /** Findings that were there and are not any more, newest first. */
  gone: readonly Finding[];
}

/** How old a diagnosis may become while the page does not come to rest, milliseconds. */
const timeoutMs = 10_000;

const maxGone = 10;

/**
 * The diagnosis of a session as it is now; the same object when nothing changed. Between two steps of the SDK parts do not fit that will fit in
 * a moment: until the page has come to rest the last diagnosis stands.
 */
export const followDiagnosis = (
  held: LiveDiagnosis | undefined,
  session: Session,
  outcomes: Outcomes,
): LiveDiagnosis | undefined => {
  const document = currentDocument(session)?.document;
  const before = held?.document === document ? held : undefined;
  const isOverdue = before && (session.state?.readAt ?? 0) - before.readAt > timeoutMs;
  if (!isSettled(session) && !isOverdue) return before;
  const made = diagnoseSession(session, outcomes);
  if (!made) return before;
  if (!before) return { ...made, since: {}, gone: [] };
  const { readAt: _, since, gone, due: dueBefore, ...rest } = before;
  const { readAt, due, ...next } = made;
  if (JSON.stringify(next) === JSON.stringify(rest))
    return due === dueBefore ? before : { ...before, due };
  const wasThere = new Set(before.findings.map(({ id }) => id));
  const isThere = new Set(made.findings.map(({ id }) => id));
  const still = Object.entries(since).filter(([id]) => isThere.has(id));
  const appeared = made.findings
    .filter(({ id }) => !wasThere.has(id))
    .map(({ id }) => [id, readAt] as const);
  return {
    ...made,
    since: Object.fromEntries([...still, ...appeared]),
    gone: [
      ...before.findings.filter(({ id }) => !isThere.has(id)),
      ...gone.filter(({ id }) => !isThere.has(id)),
    ].slice(0, maxGone),
  };
};
