import { entriesOfPage, type PageEntries, sortBy } from '../facts/page-entries';
import { deriveFacts, type PageFacts } from '../facts/page-facts';
import { deriveSdk } from '../facts/sdk-facts';
import { sdkRegistersBefore } from '../facts/sdk-registers';
import { isOfSdk } from '../facts/sdk-subscriptions';
import { countWhile } from '../model/count-while';
import {
  emptyFrame,
  type Reading,
  type Session,
  type SessionEntry,
  type SessionPage,
} from '../model/session';
import { type CallEntry, endOf, isPutOff } from './call-context';
import { type CallIndex, effectsOf, indexCalls } from './call-effects';
import { endsIn } from './ends-in';
import { judge } from './judge';
import { judgePush } from './judge-push';
import type { Outcome } from './outcome';
import { readUnseen } from './read-unseen';

const none: readonly never[] = [];

/** Tells the outcomes of a session's calls. */
export interface Outcomes {
  /** The outcome of a call; `undefined` for what is none. */
  of(entry: SessionEntry): Outcome | undefined;
  /** What a call caused, those of its own calls included. */
  effectsOf(entry: SessionEntry): readonly SessionEntry[];
}

type Readable = Pick<Session, 'pages' | 'entries' | 'readings' | 'state' | 'connection'> &
  Partial<Pick<Session, 'frames'>>;

/**
 * The last reading before a call and the first one that began after its end, unless another call was at work in between: then neither
 * tells what this call met or left. `byTime`: the calls of its page in the order of their times.
 */
const around = (
  readings: readonly Reading[],
  call: CallEntry,
  byTime: readonly SessionEntry[],
): { before: Reading | undefined; after: Reading | undefined } => {
  const end = endOf(call);
  const before = readings.findLast(({ from }) => from <= call.time);
  // A reading that began earlier may have missed what the call did last.
  // What was put off is done after `load`.
  const isLate = isPutOff(call);
  const after = readings.find(
    ({ value, to }) => to - value.took >= end && (!isLate || value.isLoaded),
  );
  // The call itself is none of those: it does not end after its end, nor begin before its begin.
  const isQuiet = (from: number, to: number) => {
    const count = countWhile(byTime, ({ time }) => time < to);
    return !endsIn(byTime)(count, (ending) => ending > from);
  };
  return {
    before: before && isQuiet(before.to, call.time) ? before : undefined,
    after: after && isQuiet(end, after.from) ? after : undefined,
  };
};

/**
 * Judges a session's calls, each when it is asked for, and once. Entries and readings are taken as they are: make a new one when they
 * have changed.
 */
export const readOutcomes = (session: Readable): Outcomes => {
  const { pages, entries, readings, frames } = session;
  const pageOf = (page: number): PageEntries => entriesOfPage(entries, page);
  const indexes = new Map<number, CallIndex>();
  const judged = new Map<string, Outcome>();
  const contexts = new Map<string, readonly SessionEntry[]>();
  const indexOf = (page: number): CallIndex => {
    const known = indexes.get(page);
    if (known) return known;
    const index = indexCalls(pageOf(page));
    indexes.set(page, index);
    return index;
  };
  const workingCalls = new Map<number, readonly SessionEntry[]>();
  const callsOf = (page: number): readonly SessionEntry[] => {
    const known = workingCalls.get(page);
    if (known) return known;
    const calls = pageOf(page)
      .of('call')
      .filter(({ name }) => name !== 'constructor')
      .sort((a, b) => a.time - b.time);
    workingCalls.set(page, calls);
    return calls;
  };
  const read = new Map<string | undefined, readonly Reading[]>();
  const readingsOf = (document: string | undefined): readonly Reading[] => {
    const known = read.get(document) ?? readings.filter((each) => each.document === document);
    read.set(document, known);
    return known;
  };
  let steps: Map<string, SessionEntry[]> | undefined;
  const stepsOf = (key: string): readonly SessionEntry[] => {
    steps ??= sortBy(
      entries.filter(({ parent }) => parent !== undefined),
      ({ parent = '' }) => parent,
    );
    return steps.get(key) ?? none;
  };
  let unseen: ((at: number) => number) | undefined;
  /** What each frame shows now. */
  let shown: Map<number, SessionPage> | undefined;
  const isLeft = (page: SessionPage | undefined): boolean => {
    shown ??= new Map(pages.map((each) => [each.frame, each]));
    return page !== shown.get(page?.frame ?? 0);
  };
  let byNumber: Map<number, SessionPage> | undefined;
  const documentOf = (number: number): SessionPage | undefined => {
    byNumber ??= new Map(pages.map((page) => [page.number, page]));
    return byNumber.get(number);
  };
  const effects = (call: CallEntry): readonly SessionEntry[] => {
    const known = contexts.get(call.key);
    if (known) return known;
    const found = effectsOf(call, indexOf(call.page));
    contexts.set(call.key, found);
    return found;
  };
  /** What there is of the frame of a document. */
  const partsOf = (page: SessionPage) =>
    page.frame === 0 ? session : (frames?.[page.frame] ?? emptyFrame);
  const knownOf = (
    reading: Reading | undefined,
    page: SessionPage | undefined,
    until: number,
  ): PageFacts | undefined =>
    reading &&
    page &&
    deriveFacts(
      reading.value,
      pageOf(page.number).until(until),
      page,
      partsOf(page).state?.endpoints,
    );
  /** Effects of a call without what another vendor has asked of the push manager meanwhile: whatever is pending then seems to be its cause. */
  const ofSdk = (
    all: readonly SessionEntry[],
    page: SessionPage | undefined,
    known: PageFacts | undefined,
  ): readonly SessionEntry[] => {
    if (!page || all.every(({ kind }) => kind !== 'subscription')) return all;
    const whole = pageOf(page.number);
    const sdk = known?.sdk ?? deriveSdk(whole, page);
    const registers = sdkRegistersBefore(whole, sdk, Number.POSITIVE_INFINITY).all;
    const isOwn = isOfSdk({
      sdk,
      own: known?.own,
      firebase: known?.cache.firebase,
      url: page.url,
      registered: registers.at(-1)?.detail.scope,
    });
    return all.filter((entry) => entry.kind !== 'subscription' || isOwn(entry));
  };
  return {
    effectsOf: (entry) =>
      entry.kind === 'call' ? effects(entry as CallEntry) : stepsOf(entry.key),
    of(entry) {
      // A step of a push is told by the push; what lies between pushes has no end.
      if (entry.kind === 'push' && entry.name !== 'live')
        return judgePush(entry, stepsOf(entry.key), documentOf(entry.page), () => {
          unseen ??= readUnseen(entries, stepsOf);
          return unseen(entry.time);
        });
      if (entry.kind !== 'call') return undefined;
      const known = judged.get(entry.key);
      if (known) return known;
      const call = entry as CallEntry;
      const page = documentOf(call.page);
      const { before, after } = around(readingsOf(page?.document), call, callsOf(call.page));
      const then = knownOf(before, page, call.time);
      const since = knownOf(after, page, Math.max(endOf(call), after?.from ?? 0));
      const outcome = judge({
        call,
        effects: ofSdk(effects(call), page, since ?? then),
        page: pageOf(call.page),
        before: then,
        isPageLeft:
          isLeft(page) || (page !== undefined && partsOf(page).connection === 'unreachable'),
        after: since,
      });
      judged.set(entry.key, outcome);
      return outcome;
    },
  };
};
