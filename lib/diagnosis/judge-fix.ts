import type { Phrase } from '../model/phrase';
import type { Session } from '../model/session';
import type { EpochMs } from '../model/time';
import { endOf } from '../outcome/call-context';
import { subscribing } from './ask-outcome';
import { isSettled } from './diagnosis-input';
import type { Finding, FixId } from './finding';

/** A fix that was pressed, and what was found then. */
export interface PressedFix {
  fix: FixId;
  /** The finding that it was to mend. */
  finding: Finding;
  /** The document in which it was pressed. */
  document: string;
  /** What was found at that time, by ids, consequences included. */
  before: readonly string[];
  /** Milliseconds since the epoch. */
  begunAt: EpochMs;
  /** When its work had ended; `null` before. */
  endedAt: EpochMs | null;
  /** What the user has to do before anything is done: click in the page, or make the call in the form. */
  waits?: 'click' | 'call';
  /** Whether the page was diagnosed since. */
  isDiagnosed: boolean;
  /** What came of it, where it tells something: what a server answers now. */
  result?: Phrase;
  /** Why it could not do its work, in the browser's words. */
  problem?: string;
}

/**
 * What became of a pressed fix. `running`: its work has not ended, or nothing was read since; `mended`: the finding is gone, and nothing has come
 * in its place; `remains`: it is still there; `other`: it is gone, and another one has come; `failed`: the browser did not do it. The value of
 * `data-fix`.
 */
export type FixVerdict =
  | { state: 'running' | 'mended' }
  | { state: 'remains' | 'other'; by: Finding }
  | { state: 'failed'; problem: string };

/** The ids of findings and of what follows from them. */
export const findingIds = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ id, consequences = [] }) => [id, ...consequences.map((each) => each.id)]);

/** When what a fix has begun was over; of `init-again` that is the call, which may have to be made by hand. */
const overAt = ({ fix, begunAt, endedAt }: PressedFix, { entries }: Session): number => {
  if (fix !== 'init-again') return endedAt ?? Number.POSITIVE_INFINITY;
  const call = entries.findLast(
    ({ kind, name, time }) =>
      kind === 'call' && time >= begunAt && subscribing.some((method) => method === name),
  );
  return call ? endOf(call) : Number.POSITIVE_INFINITY;
};

/** Whether the page's state was read, at rest, after all that a fix has begun. */
export const isReadSince = (pressed: PressedFix, session: Session): boolean =>
  isSettled(session) && (session.state?.readAt ?? 0) >= overAt(pressed, session);

/** Judges a pressed fix by what is found now. */
export const judgeFix = (
  { finding, before, isDiagnosed, problem }: PressedFix,
  findings: readonly Finding[],
): FixVerdict => {
  if (problem !== undefined) return { state: 'failed', problem };
  if (!isDiagnosed) return { state: 'running' };
  const still = findings.find((each) => findingIds([each]).includes(finding.id));
  // What is folded into another one has that for its cause.
  if (still) return { state: still.id === finding.id ? 'remains' : 'other', by: still };
  const other = findings.find(({ id, severity }) => severity !== 'hint' && !before.includes(id));
  return other ? { state: 'other', by: other } : { state: 'mended' };
};
