import { emptySession, type Session, type SessionEntry } from '../model/session';
import type { SessionFile } from '../schema/session-file';
import { endpointsOf } from '../session/endpoints-of';

const inOrder = (a: SessionEntry, b: SessionEntry): number => a.page - b.page || a.id - b.id;

/** A file as a session, to be looked at: nothing more comes, and nothing can be done. */
export const toSession = (file: SessionFile): Session => {
  const keys = new Set<string>();
  // A key that is there twice would be drawn twice.
  const entries = file.entries.filter(({ key }) => !keys.has(key) && keys.add(key)).sort(inOrder);
  const document = file.pages.at(-1)?.document;
  const last = file.readings.findLast((reading) => reading.document === document);
  return {
    ...emptySession,
    connection: 'connected',
    isAnswered: true,
    recording: true,
    pages: file.pages,
    entries,
    lost: file.lost,
    readings: file.readings,
    changes: file.changes,
    reports: file.reports,
    memory: file.memory ?? null,
    remarks: file.remarks,
    moments: file.moments,
    state: last
      ? {
          document: last.document,
          value: last.value,
          readAt: last.to,
          endpoints: endpointsOf(last.value),
        }
      : null,
  };
};
