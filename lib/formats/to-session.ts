import { inOrder } from '../model/order';
import {
  emptySession,
  type FrameParts,
  type Reading,
  type Session,
  type SessionState,
} from '../model/session';
import type { SessionFile } from '../schema/session-file';
import { endpointsOf } from '../session/endpoints-of';

/** More than is ever written: a file comes from anywhere, and some of it is gone through again and again. */
const most = { readings: 1_000, changes: 1_000, reports: 100 };

const stateOf = ({ document, value, to }: Reading): SessionState => ({
  document,
  value,
  readAt: to,
  endpoints: endpointsOf(value),
});

/** What was read last of what each frame shows, by its number. Each list is gone through once. */
const framesIn = ({ pages, readings, gone }: SessionFile): Map<number, FrameParts> => {
  const last = new Map(readings.map((reading) => [reading.document, reading]));
  const shown = new Map([[0, ''], ...pages.map((page) => [page.frame, page.document] as const)]);
  const states = new Map<string, SessionState>();
  for (const document of shown.values()) {
    const reading = last.get(document);
    if (reading && !states.has(document)) states.set(document, stateOf(reading));
  }
  const left = new Set(gone);
  const partsOf = (frame: number, document: string): FrameParts => ({
    connection: left.has(frame) ? 'unreachable' : 'connected',
    isAnswered: true,
    state: states.get(document) ?? null,
    earlierState: null,
  });
  return new Map([...shown].map(([frame, document]) => [frame, partsOf(frame, document)]));
};

/** A file as a session, to be looked at: nothing more comes, and nothing can be done. */
export const toSession = (file: SessionFile): Session => {
  const keys = new Set<string>();
  // A key that is there twice would be drawn twice.
  const entries = file.entries.filter(({ key }) => !keys.has(key) && keys.add(key)).sort(inOrder);
  const frames = framesIn(file);
  const own = frames.get(0);
  frames.delete(0);
  return {
    ...emptySession,
    ...own,
    frames: Object.fromEntries(frames),
    recording: true,
    pages: file.pages,
    entries,
    lost: file.lost,
    lostIn: file.lostIn ?? {},
    readings: file.readings.slice(-most.readings),
    changes: file.changes.slice(-most.changes),
    reports: file.reports.slice(-most.reports),
    memory: file.memory ?? null,
    remarks: file.remarks,
    moments: file.moments,
  };
};
