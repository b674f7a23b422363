import type { Finding } from '../diagnosis/finding';
import type { ScriptReport } from '../model/script-report';
import type {
  Annotation,
  Marker,
  Reading,
  Session,
  SessionEntry,
  SessionPage,
} from '../model/session';
import type { StoredChange } from '../model/stored-change';
import type { TokenMemory } from '../model/token-memory';
import type { Outcome } from '../outcome/outcome';
import type { About } from './about';

/** The newest version of the format. A change that an older reader would misread is a new one. */
export const fileVersion = 3;
/** What a file calls itself. */
export const fileFormat = 'akpush-inspector-session';

/** A session as a file: docs/session-format.md says what is in it. Only JSON. */
export interface SessionFile {
  format: typeof fileFormat;
  version: number;
  name: string;
  /** ISO 8601. */
  savedAt: string;
  /** Whether what names a person, a browser or a resource was replaced. */
  redacted: boolean;
  /** Whether the recording ended because the browser did. */
  cut?: boolean;
  about: About;
  pages: readonly SessionPage[];
  entries: readonly SessionEntry[];
  /** Entries that were recorded and could not be kept or read. */
  lost: number;
  /** Of these those that were recorded in a frame, by its number; absent where none is known to be of one. */
  lostIn?: Readonly<Record<number, number>>;
  /** Frames of the last page that were gone, by their numbers; absent: none. */
  gone?: readonly number[];
  /** States of the origin with the span in which each was read, oldest first: the first is the start, the last the end. */
  readings: readonly Reading[];
  /** Changes of the SDK's stored values. */
  changes: readonly StoredChange[];
  /** What servers answered for workers' scripts. */
  reports: readonly ScriptReport[];
  /** What the browser remembered of the token of the last page; absent where that was nothing. */
  memory?: TokenMemory;
  /** Bookmarks and notes by the entries' keys. */
  remarks: Readonly<Record<string, Annotation>>;
  /** Moments that were marked, each with the state as it was then. */
  moments: readonly Marker[];
  /** What became of calls and pushes, by their keys. */
  outcomes: Readonly<Record<string, Outcome>>;
  /** What the diagnosis of the last page found. */
  findings: readonly Finding[];
}

const hostOf = (url: string | undefined): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).host || 'page' : 'page';

/** A name for a session: its site and when it began. */
export const sessionName = ({ pages, entries }: Pick<Session, 'pages' | 'entries'>): string => {
  const page = pages[0];
  const time = entries[0]?.time ?? page?.timeOrigin ?? Date.now();
  return `${hostOf(page?.url)} ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')}`;
};

const goneFrames = ({ frames }: Session): Pick<SessionFile, 'gone'> => {
  const gone = Object.keys(frames)
    .map(Number)
    .filter((frame) => frames[frame]?.connection === 'unreachable');
  return gone.length > 0 ? { gone } : {};
};

/** A session as a file, without what can be made from it anew: outcomes and findings. */
export const toBareFile = (
  session: Session,
  {
    about,
    isRedacted,
    name = sessionName(session),
    isCut = false,
  }: { about: About; isRedacted: boolean; name?: string | undefined; isCut?: boolean },
): SessionFile => ({
  format: fileFormat,
  version: fileVersion,
  name,
  savedAt: new Date().toISOString(),
  redacted: isRedacted,
  ...(isCut && { cut: true }),
  about,
  pages: session.pages,
  entries: session.entries,
  lost: session.lost,
  ...(Object.keys(session.lostIn).length > 0 && { lostIn: session.lostIn }),
  ...goneFrames(session),
  readings: session.readings,
  changes: session.changes,
  reports: session.reports,
  ...(session.memory && { memory: session.memory }),
  remarks: session.remarks,
  moments: session.moments,
  outcomes: {},
  findings: [],
});
