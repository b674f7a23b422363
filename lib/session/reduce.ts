import type { Entry } from '../model/entry';
import type { PageInfo } from '../model/page-info';
import type { PageState } from '../model/page-state';
import type {
  Connection,
  Marker,
  Reading,
  Session,
  SessionEntry,
  SessionPage,
} from '../model/session';
import { mostEntries } from '../model/session-limits';
import type { StoredChange } from '../model/stored-change';
import { compareStored } from './compare-stored';
import { endpointsOf } from './endpoints-of';
import type { ActionNote, PushNote, SessionChange } from './session-change';

const connectionOf = ({ hooked, sdk }: PageInfo): Connection => {
  if (!hooked) return 'reload-needed';
  return sdk ? 'connected' : 'no-sdk';
};

/** Firefox starts the hook in open pages when the extension is loaded: what an SDK did before is not known. */
const isLate = (entry: Entry): boolean =>
  entry.kind === 'sdk' && entry.detail.how === 'already-there';

/** Index of the first entry that does not come before the given page and id. */
const lowerBound = (entries: readonly SessionEntry[], page: number, id: number): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle] as SessionEntry;
    if (entry.page < page || (entry.page === page && entry.id < id)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const takeEntries = (
  session: Session,
  change: Extract<SessionChange, { type: 'entries' }>,
): Session => {
  const page = session.pages.at(-1);
  // An answer that comes after a navigation belongs to nobody.
  if (page?.document !== change.document) return session;
  const entries = session.entries.slice();
  let isChanged = false;
  for (const entry of change.entries) {
    const at = lowerBound(entries, page.number, entry.id);
    const held = entries[at];
    const isHeld = held?.page === page.number && held.id === entry.id;
    if (!isHeld && !session.recording) continue;
    isChanged = true;
    const next: SessionEntry = { ...entry, key: `${page.number}:${entry.id}`, page: page.number };
    if (at === entries.length) entries.push(next);
    else entries.splice(at, isHeld ? 1 : 0, next);
  }
  const lost = session.lost + (session.recording ? change.lost : 0);
  const connection = change.entries.some(isLate) ? 'reload-needed' : session.connection;
  return isChanged || lost !== session.lost || connection !== session.connection
    ? { ...session, connection, entries, lost }
    : session;
};

const takePage = (
  session: Session,
  { info, preserve }: Extract<SessionChange, { type: 'page' }>,
): Session => {
  const connection = connectionOf(info);
  const held = session.pages.at(-1);
  if (held?.document === info.document) {
    // Reconnected, or AKPush was found: the entries are still right.
    const pages = [...session.pages.slice(0, -1), { ...info, number: held.number }];
    return { ...session, isAnswered: true, connection, pages };
  }
  const number = (session.pages.at(-1)?.number ?? 0) + 1;
  const page: SessionPage = { ...info, number };
  const opened = {
    ...session,
    isAnswered: true,
    connection,
    state: null,
    memory: null,
    earlierState:
      session.state && held
        ? { ...session.state, origin: originOf(held.url) }
        : session.earlierState,
  };
  return preserve
    ? { ...opened, pages: [...session.pages, page] }
    : { ...opened, pages: [page], entries: [], lost: 0, remarks: {}, moments: [] };
};

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

const maxChanges = 500;
const maxReadings = 60;

/** The readings with one more; `value` is `null` when it is what it was. */
const withReading = (
  readings: readonly Reading[],
  document: string,
  value: PageState | null,
  at: number,
): readonly Reading[] => {
  const last = readings.at(-1);
  if (value) return [...readings, { document, value, from: at, to: at }].slice(-maxReadings);
  return last?.document === document ? [...readings.slice(0, -1), { ...last, to: at }] : readings;
};

const takeState = (
  session: Session,
  { document, state, readAt }: Extract<SessionChange, { type: 'state' }>,
): Session => {
  const page = session.pages.at(-1);
  const held = session.state;
  if (page?.document !== document) return session;
  const readings = withReading(session.readings, document, state, readAt);
  if (!state) return held ? { ...session, readings, state: { ...held, readAt } } : session;
  const earlier = session.earlierState;
  const known = [...((held ?? earlier)?.endpoints ?? []), ...endpointsOf(state)];
  const endpoints = [...new Set(known)].slice(-20);
  const next = { ...session, readings, state: { document, value: state, readAt, endpoints } };
  const before = held ?? (earlier?.origin === originOf(page.url) ? earlier : null);
  if (!before) return next;
  const first = (session.changes.at(-1)?.id ?? 0) + 1;
  const changes = compareStored(before.value, state).map(
    (change, index): StoredChange => ({
      ...change,
      id: first + index,
      from: before.readAt,
      at: readAt,
      page: page.number,
      isOverLoad: before !== held,
    }),
  );
  return changes.length > 0
    ? { ...next, changes: [...session.changes, ...changes].slice(-maxChanges) }
    : next;
};

const takeAction = (session: Session, { ref, ...action }: ActionNote): Session => {
  const key = `action:${ref}`;
  const at = session.entries.findIndex((entry) => entry.key === key);
  const held = session.entries[at];
  const page = session.pages.at(-1);
  if (held) {
    const entries = session.entries.slice();
    entries[at] = { ...held, ...action } as SessionEntry;
    return { ...session, entries };
  }
  if (!page) return session;
  // Between what the page has recorded and what it will record: its own ids are whole numbers.
  const last = session.entries.at(-1);
  const id = (last?.page === page.number ? last.id : 0) + 1 / 4096;
  const entry: SessionEntry = {
    ...action,
    kind: 'action',
    id,
    key,
    page: page.number,
    url: page.url,
  };
  return { ...session, entries: [...session.entries, entry] };
};

/** Ids between those of the page, which are whole numbers. */
const idStep = 1 / 65_536;

const takePush = (session: Session, { ref, push, steps }: PushNote): Session => {
  const key = `push:${ref}`;
  const held = session.entries.find((entry) => entry.key === key);
  const page = held?.page ?? session.pages.at(-1)?.number;
  const url = held?.url ?? session.pages.at(-1)?.url;
  if (page === undefined || url === undefined) return session;
  const isSeen = push.detail.way === 'live';
  if (isSeen && !held && !session.recording) return session;
  const others = session.entries.filter((entry) => entry.key !== key && entry.parent !== key);
  const last = others.findLast((entry) => entry.page === page && (!held || entry.id < held.id));
  const id = held?.id ?? (last?.id ?? 0) + idStep;
  const made = [push, ...steps].map(
    (entry, index): SessionEntry =>
      ({
        ...entry,
        id: id + index * (idStep / 1024),
        key: index === 0 ? key : `${key}:${index}`,
        page,
        url,
        ...(index > 0 && { parent: key }),
      }) as SessionEntry,
  );
  const at = others.findIndex(
    (entry) => entry.page > page || (entry.page === page && entry.id > id),
  );
  const entries =
    at < 0 ? [...others, ...made] : [...others.slice(0, at), ...made, ...others.slice(at)];
  return { ...session, entries };
};

const takeAnnotation = (
  session: Session,
  { key, remark }: Extract<SessionChange, { type: 'remark' }>,
): Session => {
  const { [key]: _, ...others } = session.remarks;
  return { ...session, remarks: remark ? { ...others, [key]: remark } : others };
};

const takeMoment = (
  session: Session,
  { at, label }: Extract<SessionChange, { type: 'moment' }>,
): Session => {
  const page = session.pages.at(-1)?.number;
  if (page === undefined) return session;
  const id = (session.moments.at(-1)?.id ?? 0) + 1;
  const moment: Marker = { id, at, page, label, state: session.state?.value ?? null };
  return { ...session, moments: [...session.moments, moment] };
};

const maxReports = 20;

/** With "preserve log" a session has no end: what no session file may have is not kept here either. */
const withoutOldest = (session: Session): Session => {
  const over = session.entries.length - mostEntries;
  return over > 0
    ? { ...session, entries: session.entries.slice(over), lost: session.lost + over }
    : session;
};

/** The session after a change; the same object when nothing changed. Above `mostEntries` the oldest go, and are counted as lost. */
export const reduce = (session: Session, change: SessionChange): Session =>
  withoutOldest(take(session, change));

const take = (session: Session, change: SessionChange): Session => {
  switch (change.type) {
    case 'page':
      return takePage(session, change);
    case 'entries':
      return takeEntries(session, change);
    case 'down':
      return session.isAnswered && session.connection === change.connection
        ? session
        : { ...session, isAnswered: true, connection: change.connection };
    case 'state':
      return takeState(session, change);
    case 'action':
      return takeAction(session, change.action);
    case 'push':
      return takePush(session, change.push);
    case 'running':
      return session.running?.join('\n') === change.workers.join('\n')
        ? session
        : { ...session, running: change.workers };
    case 'report': {
      const others = session.reports.filter(({ url }) => url !== change.report.url);
      return { ...session, reports: [...others, change.report].slice(-maxReports) };
    }
    case 'memory':
      return { ...session, memory: change.memory };
    case 'remark':
      return takeAnnotation(session, change);
    case 'moment':
      return takeMoment(session, change);
    case 'moment-label':
      return {
        ...session,
        moments: session.moments.map((each) =>
          each.id === change.id ? { ...each, label: change.label } : each,
        ),
      };
    case 'recording':
      // What happened meanwhile was not recorded: no difference to a reading from before it proves anything.
      return change.on && !session.recording
        ? { ...session, recording: true, readings: session.readings.slice(-1), changes: [] }
        : { ...session, recording: change.on };
    case 'clear':
      // The page that is shown stays known: its next entries belong to it.
      return {
        ...session,
        entries: [],
        // What led from one reading to the next has gone.
        readings: session.readings.slice(-1),
        changes: [],
        lost: 0,
        remarks: {},
        moments: [],
        pages: session.pages.slice(-1),
      };
  }
};
