import { factsOf } from '../facts/facts-of';
import { entriesOfPage } from '../facts/page-entries';
import type { PageFacts } from '../facts/page-facts';
import { currentDocument } from '../model/current-document';
import type { EntryKind, NameOf } from '../model/entry';
import type { OtherFrame } from '../model/other-frames';
import type { EntryWith, Session, SessionEntry, SessionPage } from '../model/session';
import type { EpochMs } from '../model/time';
import { type CallEntry, endOf } from '../outcome/call-context';
import type { Outcome } from '../outcome/outcome';
import type { Outcomes } from '../outcome/outcomes';
import { type Engine, thisEngine } from './engine';
import type { NeedId } from './needs';

/** What the rules look at: the page that is shown, and all that is known of it. */
export interface DiagnosisInput {
  session: Session;
  page: SessionPage;
  /** What the tab shows in other frames, the page itself first where this is a frame of it. */
  others: readonly OtherFrame[];
  /** What the last reading of the state means; `undefined` before the first. */
  known: PageFacts | undefined;
  /** The engine of the browser that the session is from. */
  engine: Engine;
  /** What the place that judges can never see, whatever the page does. */
  unseen: readonly NeedId[];
  /** Whether a time had come when the state was read last. The only way to ask for the time: what was asked and has not come is `due`. */
  isPast(time: EpochMs): boolean;
  /** Full seconds from a time to the last reading; each one more is due. */
  secondsSince(time: EpochMs): number;
  /** The next time at which something that was asked of this input is another; `undefined`: none. */
  due(): EpochMs | undefined;
  /** The page's entries of a kind, in the order in which they began, of any of the names when some are given. */
  of<K extends EntryKind>(kind: K, ...names: NameOf<K>[]): readonly EntryWith<K>[];
  /** The last entry of a kind, of any of the names. */
  last<K extends EntryKind>(kind: K, ...names: NameOf<K>[]): EntryWith<K> | undefined;
  /** The last call of a method, with its outcome. */
  lastCall(method: string): { call: CallEntry; outcome: Outcome } | undefined;
  /** The pushes that were sent from the panel or seen on this page, newest first, with their outcomes and steps. */
  pushes(): readonly {
    push: EntryWith<'push'>;
    outcome: Outcome;
    steps: readonly SessionEntry[];
  }[];
}

/** How many pushes are looked at: older ones tell of an older site. */
const maxPushes = 10;

/** The input of a session; `undefined` when no page is known. Make a new one when the session has changed. */
export const buildInput = (
  session: Session,
  outcomes: Outcomes,
  engine: Engine = thisEngine(),
  unseen: readonly NeedId[] = [],
): DiagnosisInput | undefined => {
  const page = currentDocument(session);
  if (!page) return undefined;
  const { of, last } = entriesOfPage(session.entries, page.number);
  let pushes: ReturnType<DiagnosisInput['pushes']> | undefined;
  let due: EpochMs | undefined;
  const readAt = session.state?.readAt ?? 0;
  const isPast = (time: EpochMs): boolean => {
    if (!(time > readAt)) return true;
    due = Math.min(due ?? time, time);
    return false;
  };
  return {
    session,
    page,
    others: session.others ?? [],
    engine,
    unseen,
    isPast,
    secondsSince(time) {
      const seconds = Math.floor((readAt - time) / 1000);
      isPast(time + (seconds + 1) * 1000);
      return seconds;
    },
    due: () => due,
    known: factsOf(session),
    of,
    last,
    lastCall(method) {
      const call = last('call', method);
      const outcome = call && outcomes.of(call);
      return call && outcome ? { call, outcome } : undefined;
    },
    pushes() {
      pushes ??= of('push')
        .slice(-maxPushes)
        .reverse()
        .flatMap((push) => {
          const outcome = outcomes.of(push);
          return outcome ? [{ push, outcome, steps: outcomes.effectsOf(push) }] : [];
        });
      return pushes;
    },
  };
};

/** Kinds by which the SDK changes what is stored. */
const changing: readonly EntryKind[] = ['call', 'request', 'subscription', 'worker', 'permission'];

/** After this time, milliseconds, something that has not ended is not waited for. */
const timeoutMs = 10_000;

/**
 * Whether nothing is under way on the page and the state was read since: what does not fit then is no moment between two steps. Something
 * that takes longer than ten seconds is not waited for.
 */
export const isSettled = ({ pages, entries, state }: Session): boolean => {
  const page = currentDocument({ pages });
  if (!page || !state || state.document !== page.document) return false;
  const begun = state.readAt - state.value.took;
  if (!state.value.isLoaded && begun - page.timeOrigin < timeoutMs) return false;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at] as SessionEntry;
    if (entry.page !== page.number || begun - entry.time > timeoutMs) break;
    if (!changing.includes(entry.kind)) continue;
    if (entry.status === 'pending' ? begun - entry.time < timeoutMs : endOf(entry) > begun)
      return false;
  }
  return true;
};
