import { currentDocument } from '../model/current-document';
import { inOrder } from '../model/order';
import { emptySession, type FrameParts, type Session } from '../model/session';
import type { SessionFile } from '../schema/session-file';
import { endpointsOf } from '../session/endpoints-of';

/** What was read last of what a frame shows. */
const partsOf = (file: SessionFile, frame: number): FrameParts => {
  const document = currentDocument(file, frame)?.document;
  const last = file.readings.findLast((reading) => reading.document === document);
  return {
    connection: file.gone?.includes(frame) ? 'unreachable' : 'connected',
    isAnswered: true,
    state: last
      ? {
          document: last.document,
          value: last.value,
          readAt: last.to,
          endpoints: endpointsOf(last.value),
        }
      : null,
    earlierState: null,
  };
};

/** A file as a session, to be looked at: nothing more comes, and nothing can be done. */
export const toSession = (file: SessionFile): Session => {
  const keys = new Set<string>();
  // A key that is there twice would be drawn twice.
  const entries = file.entries.filter(({ key }) => !keys.has(key) && keys.add(key)).sort(inOrder);
  return {
    ...emptySession,
    ...partsOf(file, 0),
    frames: Object.fromEntries(
      file.pages.flatMap(({ frame }) => (frame === 0 ? [] : [[frame, partsOf(file, frame)]])),
    ),
    recording: true,
    pages: file.pages,
    entries,
    lost: file.lost,
    lostIn: file.lostIn ?? {},
    readings: file.readings,
    changes: file.changes,
    reports: file.reports,
    memory: file.memory ?? null,
    remarks: file.remarks,
    moments: file.moments,
  };
};
