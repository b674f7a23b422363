import { currentDocument } from '../model/current-document';
import type { Entry } from '../model/entry';
import { jobMarker } from '../model/job-marker';
import { withLost, withoutLostOf } from '../model/lost';
import { orderOfId } from '../model/order';
import type { PageInfo } from '../model/page-info';
import type {
  Connection,
  FrameParts,
  Marker,
  Origin,
  Session,
  SessionEntry,
  SessionPage,
} from '../model/session';
import { emptyFrame } from '../model/session';
import { mostEntries } from '../model/session-limits';
import type { StoredChange } from '../model/stored-change';
import { webOrigin } from '../model/web-origin';
import { atMost } from '../model/without-oldest';
import { boundPages, shownPages } from './bound-pages';
import { compareStored } from './compare-stored';
import { endpointsOf } from './endpoints-of';
import { lowerBound } from './lower-bound';
import { lastReadings, withReading } from './readings';
import type { SessionChange } from './session-change';
import { takeAction, takeByPanel, takeNote, takePush, withNewest } from './take-noted';

const connectionOf = ({ hooked, sdk }: PageInfo): Connection => {
  if (!hooked) return 'reload-needed';
  return sdk ? 'connected' : 'no-sdk';
};

/** Firefox starts the hook in open pages when the extension is loaded: what an SDK did before is not known. */
const isLate = (entry: Entry): boolean =>
  entry.kind === 'sdk' && entry.detail.how === 'already-there';

/** A call from the panel has the name of the panel's job in its stack; what has no stack is noted. */
const originOf = ({ kind, stack }: Entry): Origin =>
  kind === 'call' && stack?.includes(jobMarker) ? 'panel' : 'page';

const takeEntries = (
  session: Session,
  change: Extract<SessionChange, { type: 'entries' }>,
): Session => {
  const page = currentDocument(session, change.frame);
  // An answer that comes after a navigation belongs to nobody.
  if (page?.document !== change.document) return session;
  const entries = session.entries.slice();
  const taken: SessionEntry[] = [];
  for (const entry of change.entries) {
    const { number } = page;
    const order = orderOfId(entry.id);
    const at = lowerBound(entries, number, order);
    const key = `${number}:${entry.id}`;
    const held = entries[at]?.key === key ? entries[at] : undefined;
    if (!held && !session.recording) continue;
    const origin = held?.origin ?? originOf(entry);
    // A spread with so many fields after it takes ten times as long in V8.
    const next: SessionEntry = Object.assign({}, entry, { key, page: number, origin, order });
    taken.push(next);
    if (at === entries.length) entries.push(next);
    else entries.splice(at, held ? 1 : 0, next);
  }
  const lost = withLost(session, page.frame, session.recording ? change.lost : 0);
  const connection = change.entries.some(isLate) ? 'reload-needed' : session.connection;
  if (taken.length === 0 && lost.lost === session.lost && connection === session.connection)
    return session;
  const newest = withNewest(session.newest, taken);
  return { ...session, connection, entries, newest, ...lost };
};

/** Without entries and what is known of them. */
const withoutEntries = { entries: [], lost: 0, lostIn: {}, remarks: {}, moments: [] } as const;

const takePage = (
  session: Session,
  { info, preserve, frame = 0, parent }: Extract<SessionChange, { type: 'page' }>,
): Session => {
  const connection = connectionOf(info);
  const held = currentDocument(session, frame);
  const around = parent === undefined ? undefined : currentDocument(session, parent)?.number;
  const place = { frame, ...(around !== undefined && { parent: around }) };
  // A frame comes back with its page, from the back/forward cache: both are another visit.
  const isOfThisVisit = held && held.number >= (currentDocument(session)?.number ?? 0);
  if (isOfThisVisit && held.document === info.document) {
    // Reconnected, or AKPush was found: the entries are still right.
    const next = { ...info, number: held.number, ...place };
    const pages = session.pages.map((page) => (page === held ? next : page));
    return { ...session, isAnswered: true, connection, pages };
  }
  const isOfSite = !held || webOrigin(held.url) === webOrigin(info.url);
  const number = Math.max(0, ...session.pages.map((each) => each.number)) + 1;
  const page: SessionPage = { ...info, number, ...place };
  const opened = {
    ...session,
    isAnswered: true,
    connection,
    state: null,
    ...(frame === 0 && { memory: null, frames: {}, framesLeftOut: 0 }),
    earlierState:
      session.state && held
        ? { ...session.state, origin: webOrigin(held.url) }
        : session.earlierState,
  };
  if (preserve) return { ...opened, pages: [...session.pages, page] };
  if (frame === 0)
    return {
      ...opened,
      ...withoutEntries,
      pages: [page],
      newest: {},
      readings: session.readings.filter((reading) => !reading.frame),
      changes: isOfSite ? changesOf(session, webOrigin(info.url)) : [],
    };
  const others = session.pages.filter((each) => each.frame !== frame);
  const numbers = new Set(others.map((each) => each.number));
  // Whose a change is tells its document: of one that is forgotten it is not known any more.
  const changes = isOfSite
    ? session.changes
    : session.changes.filter((each) => numbers.has(each.page));
  return {
    ...opened,
    ...withoutLostOf(session, frame),
    pages: [...others, page],
    entries: session.entries.filter((entry) => numbers.has(entry.page)),
    changes,
  };
};

/** What has changed in the storage of a site; of pages that are forgotten only those of the site before are there still. */
const changesOf = ({ changes, pages }: Session, origin: string): readonly StoredChange[] =>
  changes.filter(({ page }) =>
    pages.every(({ url, number }) => number !== page || webOrigin(url) === origin),
  );

const maxChanges = 500;
const takeState = (
  session: Session,
  change: Extract<SessionChange, { type: 'state' }>,
): Session => {
  const { document, state, readAt, frame } = change;
  const page = currentDocument(session, frame);
  const held = session.state;
  if (page?.document !== document) return session;
  const readings = withReading(session, change);
  if (!state) return held ? { ...session, readings, state: { ...held, readAt } } : session;
  const earlier = session.earlierState;
  const known = [...((held ?? earlier)?.endpoints ?? []), ...endpointsOf(state)];
  const endpoints = [...new Set(known)].slice(-20);
  const next = { ...session, readings, state: { document, value: state, readAt, endpoints } };
  const before = held ?? (earlier?.origin === webOrigin(page.url) ? earlier : null);
  if (!before) return next;
  const first = (session.changes.at(-1)?.id ?? 0) + 1;
  const changes = compareStored(before.value, state).map(
    (difference, index): StoredChange => ({
      ...difference,
      id: first + index,
      from: before.readAt,
      at: readAt,
      page: page.number,
      frame,
      isOverLoad: before !== held,
    }),
  );
  return changes.length > 0
    ? { ...next, changes: [...session.changes, ...changes].slice(-maxChanges) }
    : next;
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
  { id, at, label, frame }: Extract<SessionChange, { type: 'moment' }>,
): Session => {
  const page = currentDocument(session, frame)?.number;
  if (page === undefined) return session;
  const moment: Marker = { id, at, page, label, state: session.state?.value ?? null };
  return { ...session, moments: [...session.moments, moment] };
};

const maxReports = 20;

/** The session after a change; the same object when nothing changed. Above `mostEntries` and `mostPages` the oldest go, and are counted as lost. */
export const reduce = (session: Session, change: SessionChange): Session => {
  const next = takeInFrame(session, change);
  const isOfPages = change.type === 'page' || change.type === 'down';
  return atMost(isOfPages ? boundPages(next) : next, mostEntries);
};

const partsOf = ({ connection, isAnswered, state, earlierState }: FrameParts): FrameParts => ({
  connection,
  isAnswered,
  state,
  earlierState,
});

/** Takes a change with the parts of its frame in the place of the page's. */
const takeInFrame = (session: Session, change: SessionChange): Session => {
  const { frame } = change;
  if (!frame) return take(session, change);
  const inside = { ...session, ...(session.frames[frame] ?? emptyFrame) };
  const next = take(inside, change);
  if (next === inside) return session;
  const frames = { ...session.frames, [frame]: partsOf(next) };
  return { ...next, ...partsOf(session), frames };
};

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
      return takeAction(session, change.action, change.frame);
    case 'push':
      return takePush(session, change.push, change.frame);
    case 'by-panel':
      return takeByPanel(session, change.key);
    case 'note':
      return takeNote(session, change.note, take);
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
    case 'frames-left-out':
      return { ...session, framesLeftOut: change.count };
    case 'recording':
      // What happened meanwhile was not recorded: no difference to a reading from before it proves anything.
      return change.on && !session.recording
        ? { ...session, recording: true, readings: lastReadings(session), changes: [] }
        : { ...session, recording: change.on };
    case 'clear':
      // What is shown stays known: its next entries belong to it.
      return {
        ...session,
        ...withoutEntries,
        // What led from one reading to the next has gone.
        readings: lastReadings(session),
        changes: [],
        pages: shownPages(session),
      };
  }
};
