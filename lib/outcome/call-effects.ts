import type { PageEntries } from '../facts/page-entries';
import { countWhile } from '../model/count-while';
import { type Encoded, isTagged } from '../model/encoded-value';
import { orderOfId } from '../model/order';
import type { SessionEntry } from '../model/session';
import { type CallEntry, isPutOff } from './call-context';

const isCall = (entry: SessionEntry): entry is CallEntry => entry.kind === 'call';

/** What a page's entries say of its calls. */
export interface CallIndex {
  page: PageEntries;
  /** The effects of a call by its id; an effect with several candidates is one of each. */
  effectsBy(id: number): readonly SessionEntry[];
  /** The entry by whose id one names its cause. */
  causeOf(entry: SessionEntry): SessionEntry | undefined;
}

/** What an entry says of its causes. It may say anything: only numbers are ids. */
const causesOf = ({ call, candidates }: SessionEntry): readonly number[] => {
  const ids = call === undefined ? candidates : [call];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
};

/** Sorts a page's entries by what caused them, from the last one back to the earliest call that is asked for: what it caused came after it. */
export const indexCalls = (page: PageEntries): CallIndex => {
  const { all } = page;
  const effects = new Map<number, SessionEntry[]>();
  let unsorted = all.length;
  let byId: Map<unknown, SessionEntry> | undefined;
  const sort = (entry: SessionEntry): void => {
    for (const id of causesOf(entry)) {
      // A cause came before: a wrong id makes no circle.
      if (id >= entry.id) continue;
      const known = effects.get(id);
      if (known) known.push(entry);
      else effects.set(id, [entry]);
    }
  };
  return {
    page,
    effectsBy(id) {
      const order = orderOfId(id);
      for (let entry = all[unsorted - 1]; entry && entry.order > order; entry = all[unsorted - 1]) {
        sort(entry);
        unsorted -= 1;
      }
      return effects.get(id) ?? [];
    },
    causeOf({ call }) {
      // Of the same id the first one counts.
      byId ??= new Map(all.map((entry) => [entry.id, entry] as const).reverse());
      return byId.get(call);
    },
  };
};

/** Requests by which a method ends, where it has one of its own: a request that two pending calls may have caused is told by it. */
const endings: Readonly<Record<string, string>> = {
  initSubscription: 'save',
  subscribe: 'save',
  updateSubscription: 'update',
  suspendSubscription: 'suspend',
  unsubscribe: 'delete',
};
const endingNames = new Set(Object.values(endings));

/** Whether it is a request by which another method ends. */
const isEndOfOther = (entry: SessionEntry, { name }: SessionEntry): boolean =>
  entry.kind === 'request' && endingNames.has(entry.name) && endings[name] !== entry.name;

const isOfOther = (entry: SessionEntry, call: CallEntry): boolean =>
  entry.candidates !== undefined && isEndOfOther(entry, call);

const isUndefined = (value: Encoded): boolean =>
  typeof value === 'object' && value !== null && isTagged(value) && value.$ === 'undefined';

/** Whether it is a method of the first builds, which answer nothing before they have done anything. */
const isAnsweredFirst = ({ name, status, detail }: CallEntry): boolean =>
  (name === 'subscribe' || name === 'unsubscribe') &&
  status === 'ok' &&
  (detail.result === undefined || isUndefined(detail.result));

/** The calls of a method that were put off, in their order. */
export const putOffCalls = (page: PageEntries, name: string): readonly CallEntry[] =>
  page.chosen('call', `put off ${name}`, (call) => call.name === name && isPutOff(call));

/**
 * What the SDK did without a call after one that was put off, up to the page's next call of the method; and its request, which seems to be
 * caused by a call that was pending when the page had loaded.
 */
const laterEffects = (call: CallEntry, { page, causeOf }: CallIndex): SessionEntry[] => {
  const { name, order } = call;
  const isBefore = (entry: SessionEntry): boolean => entry.order <= order;
  // Of several that were put off, the first one does the work.
  if ((putOffCalls(page, name)[0]?.order ?? order) < order) return [];
  const others = page.chosen(
    'call',
    `at once ${name}`,
    (other) => other.name === name && !isPutOff(other),
  );
  const end = others[countWhile(others, isBefore)]?.order ?? Number.POSITIVE_INFINITY;
  const seemsOfOther = (entry: SessionEntry): boolean => {
    if (entry.kind !== 'request' || entry.name !== endings[name]) return false;
    const cause = causeOf(entry);
    return cause !== undefined && isEndOfOther(entry, cause);
  };
  return page.all
    .slice(
      countWhile(page.all, isBefore),
      countWhile(page.all, (entry) => entry.order < end),
    )
    .filter(
      (entry) =>
        (entry.call === undefined || seemsOfOther(entry)) &&
        !isCall(entry) &&
        entry.kind !== 'sdk' &&
        entry.kind !== 'action' &&
        !isEndOfOther(entry, call),
    );
};

/** A call's effects, those of the calls that it made itself included. */
export const effectsOf = (call: CallEntry, index: CallIndex): SessionEntry[] => {
  const all = new Set<SessionEntry>();
  const causes = [call.id];
  // It grows while it is gone through: a page can make a chain longer than a stack is deep.
  for (const id of causes)
    for (const entry of index.effectsBy(id)) {
      if (all.has(entry) || isOfOther(entry, call)) continue;
      all.add(entry);
      if (entry.call !== undefined) causes.push(entry.id);
    }
  if (isPutOff(call) || isAnsweredFirst(call))
    for (const entry of laterEffects(call, index)) all.add(entry);
  return [...all].sort((a, b) => a.order - b.order);
};
