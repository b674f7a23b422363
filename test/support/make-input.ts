import { diagnose } from '../../lib/diagnosis/diagnose';
import { buildInput, type DiagnosisInput } from '../../lib/diagnosis/diagnosis-input';
import type { Engine } from '../../lib/diagnosis/engine';
import type { Finding } from '../../lib/diagnosis/finding';
import type { Entry } from '../../lib/model/entry';
import type { OtherFrame } from '../../lib/model/other-frames';
import type { PageInfo } from '../../lib/model/page-info';
import type { PageState } from '../../lib/model/page-state';
import type { ScriptReport } from '../../lib/model/script-report';
import type { Session } from '../../lib/model/session';
import type { TokenMemory } from '../../lib/model/token-memory';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import type { PushNote } from '../../lib/session/session-change';
import { makeEntry, makePage, makeSession } from './make-session';
import { makeState } from './make-state';
import { type Worded, worded } from './worded';

/** What a healthy page in pull mode has recorded when it has loaded. */
export const healthyEntries = (config: object = {}): Entry[] => [
  makeEntry('sdk', {
    id: 1,
    name: 'G6',
    detail: { members: ['initSubscription', 'suspendSubscription'] },
  }),
  makeEntry('call', {
    id: 2,
    name: 'constructor',
    detail: {
      config: {
        resourceToken: 'bm9ydGg',
        serverURL: 'https://pxl.example.com',
        swPath: '/service-worker.js',
        randomPrefix: 'Shahkoop2aeleiv8Ierief_',
        browser: 'Firefox',
        browsers: { Firefox: { isFirebase: false } },
        ...config,
      },
    },
  }),
];

/** What a made session is made of. */
export interface SceneParts {
  entries?: readonly Entry[];
  state?: PageState;
  page?: Partial<PageInfo>;
  /** The state was not read. */
  unread?: boolean;
  /** Milliseconds from the entries to the reading. */
  wait?: number;
  reports?: readonly ScriptReport[];
  pushes?: readonly PushNote[];
  /** What the browser remembers of the page's token. */
  memory?: TokenMemory;
  /** What is read a second after the first state. */
  next?: PageState;
  /** What the tab shows in other frames. */
  others?: readonly OtherFrame[];
  /** The browser that the session is from. */
  engine?: Engine;
  /** Further readings, milliseconds after the first. */
  readAgain?: readonly number[];
}

/** A session that was diagnosed: of a healthy, subscribed page, where nothing else is given. */
export const makeDiagnosed = (parts: SceneParts = {}): Session => {
  const { entries = healthyEntries(), state = makeState(), page = {}, wait = 60_000 } = parts;
  const { document, timeOrigin } = makePage(page);
  let session = makeSession(entries, page);
  const readAt = timeOrigin + wait;
  if (!parts.unread)
    session = reduce(session, { type: 'state', document, state: { ...state, readAt }, readAt });
  if (parts.next)
    session = reduce(session, {
      type: 'state',
      document,
      state: parts.next,
      readAt: readAt + 1_000,
    });
  for (const more of parts.readAgain ?? [])
    session = reduce(session, { type: 'state', document, state: null, readAt: readAt + more });
  for (const report of parts.reports ?? []) session = reduce(session, { type: 'report', report });
  if (parts.memory) session = reduce(session, { type: 'memory', memory: parts.memory });
  for (const push of parts.pushes ?? []) session = reduce(session, { type: 'push', push });
  return parts.others ? { ...session, others: parts.others } : session;
};

/** The input of a session. */
export const makeInput = (parts: SceneParts = {}): DiagnosisInput => {
  const session = makeDiagnosed(parts);
  return buildInput(session, readOutcomes(session), parts.engine) as DiagnosisInput;
};

/** What is found in a session, as it is shown. */
export const findIn = (parts: SceneParts = {}): Worded<Finding>[] =>
  worded(diagnose(makeInput(parts)));
/** The rules that found something. */
export const idsIn = (parts: SceneParts = {}): string[] => findIn(parts).map(({ id }) => id);
