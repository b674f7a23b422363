import type { Encoded } from '../../lib/model/encoded-value';
import type { Entry, EntryKind, EntryOf } from '../../lib/model/entry';
import type { PageState } from '../../lib/model/page-state';
import type { Session, SessionEntry } from '../../lib/model/session';
import type { Outcome } from '../../lib/outcome/outcome';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import { inWords } from '../../lib/text/in-words';
import { makeEntry, makeSession } from './make-session';
import { prefix } from './make-state';
import { type Worded, worded } from './worded';

type Given<K extends EntryKind> = NonNullable<Parameters<typeof makeEntry<K>>[1]>;

/** The call that is judged: it lasts from 10,000 to 10,500. */
export const makeCall = (name: string, entry: Given<'call'> = {}): EntryOf<'call'> =>
  makeEntry('call', { id: 10, name, time: 10_000, duration: 500, ...entry });

/** Something that the call caused. */
export const makeEffect = <K extends EntryKind>(
  kind: K,
  entry: Given<K>,
): Extract<Entry, { kind: K }> =>
  makeEntry(kind, { id: 11, time: 10_100, duration: 50, call: 10, ...entry } as Given<K>);

/** The SDK, with the configuration of its instance. */
export const makeSdk = (
  config: Record<string, Encoded> = {},
  detail: Given<'sdk'>['detail'] = {},
): EntryOf<'sdk'> =>
  makeEntry('sdk', {
    id: 1,
    name: 'G6',
    time: 1_000,
    detail: { config: { browser: 'Firefox', randomPrefix: prefix, ...config }, ...detail },
  });

/** Readings of the state by when they were read. */
export type Readings = readonly (readonly [readAt: number, state: PageState])[];

/** A session of entries with readings of the state. */
export const makeReadSession = (entries: readonly Entry[], readings: Readings = []): Session =>
  readings.reduce(
    (session, [readAt, state]) =>
      reduce(session, { type: 'state', document: 'first', state, readAt }),
    makeSession(entries),
  );

/** The entry of an id. */
export const findEntry = ({ entries }: Pick<Session, 'entries'>, id: number): SessionEntry => {
  const entry = entries.find((each) => each.id === id);
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
};

/** The outcome of a call of a session as it is shown; of the one that `makeCall` makes when no other is asked for. */
export const outcomeOf = (session: Session, id = 10): Worded<Outcome> => {
  const outcome = readOutcomes(session).of(findEntry(session, id));
  if (!outcome) throw new Error(`entry ${id} is no call`);
  return worded(outcome);
};

interface StateAround {
  /** Read at 5,000, before the call. */
  before?: PageState;
  /** Read at 20,000, after it. */
  after?: PageState;
}

/** What became of the call that `makeCall` made. */
export const judgeCall = (
  entries: readonly Entry[],
  { before, after }: StateAround = {},
): Worded<Outcome> => {
  const readings: Readings = [
    ...(before ? [[5_000, before] as const] : []),
    ...(after ? [[20_000, after] as const] : []),
  ];
  return outcomeOf(makeReadSession(entries, readings));
};

/** Keys of the entries that prove an outcome. */
export const provedBy = ({ evidence }: Outcome): string[] =>
  evidence.map((each) =>
    each.type === 'entry' ? each.key : `${inWords(each.label)}: ${inWords(each.text)}`,
  );
