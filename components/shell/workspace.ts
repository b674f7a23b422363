import { type ComponentType, createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';
import type { CallActions } from '../../lib/calls/call-actions';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import type { Contract, ContractState, Contracts } from '../../lib/expectations/contracts';
import type { Session, SessionEntry } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { PushActions } from '../../lib/push/push-request';
import type { PushStore } from '../../lib/push/saved-pushes';
import type { About } from '../../lib/schema/about';
import type { SessionChange } from '../../lib/session/session-change';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import type { Settings } from '../../lib/timeline/settings';
import type { Calls } from '../views/calls/use-calls';
import type { CheckupRun } from '../views/calls/use-checkup';
import type { OpenedFile } from '../views/sessions/FileBanner';
import type { Opened } from '../views/sessions/open-file';
import type { Hides } from '../views/timeline/use-timeline-rows';
import type { SessionClock } from './use-still-session';

/** What came of what the site must do, and what can be done with it where a page is shown. */
export interface LiveContract extends ContractState {
  /** The site whose contract it is. */
  origin: string;
  /** Keeps another; `null`: none any more. */
  change?(contract: Contract | null): void;
  /** The buttons of the Contract view. */
  Tools?: ComponentType;
  /** What of it the Diagnosis view says. */
  Missed?: ComponentType;
}

/** Where contracts are kept. */
export interface ContractStore {
  /** What was saved, of whatever shape it is. */
  load(): Promise<unknown>;
  save(contracts: Contracts): void;
}

/** What can be done to the page whose session is shown. */
export interface PageWork {
  /** The whole session with the time of its last reading, which goes on while `session` stays the same. */
  clock: SessionClock;
  actions: PanelActions;
  callActions: CallActions;
  /** The form of the Calls view and what became of its calls. */
  calls: Calls;
  /** Puts a recorded call into that form; false where it is none that can be made again. */
  fillForm(entry: SessionEntry): boolean;
  checkup: CheckupRun;
  pushes: PushActions;
  /** The watch of the site's workers. */
  live: LiveWatch;
  /** What of pushes was saved, as it is stored. */
  savedPushes: unknown;
  /** What it has become; `null` until the Push view, which reads it, has made something of it. */
  pushStore: PushStore | null;
  onPushStore(
    change: (held: PushStore | null) => PushStore,
    toStored: (store: PushStore) => object,
  ): void;
  /** Changes of storage that can be taken back. */
  undos: readonly Undoable[];
  /** Changes those that are held by then: others may have come while something was done. */
  onUndos(change: (held: readonly Undoable[]) => readonly Undoable[]): void;
  onMute(id: string, isMuted: boolean): void;
  onReloadPage(): void;
  onRetry(): void;
  /** Opens an address of the web in a tab. */
  onOpenUrl(url: string): void;
  /** Opens a page of the browser's settings; absent where the browser refuses that. */
  onOpenSettings?: ((address: string) => void) | undefined;
}

/** What a place gives to the views: a session, what follows from it, and what can be done. */
export interface Source {
  /** All that is known of the tab. */
  whole: Session;
  /** The frame that is looked at, in the page's place: the same as `whole` where there are no frames. */
  session: Session;
  /** The browser's number of that frame. */
  frame: number;
  /** Another frame is to be looked at. */
  onFrame(frame: number): void;
  outcomes: Outcomes;
  /** `undefined` before the first. */
  diagnosis: LiveDiagnosis | undefined;
  /** What came of what the site must do; `undefined` where nobody has said that, and before the first check. */
  contract?: LiveContract | undefined;
  /** Rules whose findings are not wanted for this site. */
  muted: readonly string[];
  settings: Settings;
  /** The version of the extension that has recorded the session. */
  version: string;
  /** Version and browser, for reports. */
  environment: string;
  about: About;
  /** How a permission is reset in the session's browser. */
  resetHelp: string;
  /** The file that the session is from. */
  file?: OpenedFile;
  /** Absent where there is no page, as with a file: then there are no buttons that would need one. */
  page?: PageWork;
  /** Recording on and off, clear, notes and marks: changes of what is kept, not of the page. */
  onChange(change: SessionChange): void;
  /** Must be given back as `settings` at once: the filter's field shows what it says. */
  onSettings(next: Settings): void;
  /** A session file is to be shown. */
  onOpened(opened: Opened): void;
  /** Opens the page of settings; absent where there is no extension. */
  onOptions?: () => void;
  /** Shows a place of the page's scripts. Lines and columns count from 1. */
  onOpenSource(url: string, line: number, column: number): void;
}

/** What every view can ask for. */
export interface Workspace extends Source {
  /** The entry that the timeline opens with. */
  shown: string | null;
  /** Entries that the timeline hides beyond its kinds, for the export. */
  onHides(isHidden: Hides): void;
  /** The timeline's selected entry, for the export. */
  onSelected(key: string | null): void;
  /** Goes to a view, by its id; to the timeline where there is none of that id. */
  showView(id: string): void;
  /** Shows an entry in the timeline. */
  showEntry(key: string): void;
  /** Puts a recorded call into the form of the Calls view, and goes there. */
  editCall(key: string): void;
  /** What views keep while another one is shown, by name: for `useHeld`. */
  held: Map<string, unknown>;
}

const Context = createContext<Workspace | null>(null);

/** Gives the views their workspace. */
export const WorkspaceProvider = Context.Provider;

/** The workspace of the view that asks. Throws outside of one. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(Context);
  if (!workspace) throw new Error('No workspace here.');
  return workspace;
};

/** All that is known of the tab, whatever frame is looked at; only the connection is that frame's. */
export const useWhole = (): Session => {
  const { whole, session } = useWorkspace();
  const { connection, isAnswered } = session;
  return whole === session ? whole : { ...whole, connection, isAnswered };
};

/** What can be done to the page, for views that there are only with one. Throws where a file is shown. */
export const usePage = (): PageWork => {
  const { page } = useWorkspace();
  if (!page) throw new Error('No page here.');
  return page;
};

/** State of a view that is still there when the view is shown again. `name` is its alone. */
export const useHeld = <T>(
  name: string,
  first: T,
): readonly [T, (change: T | ((before: T) => T)) => void] => {
  const { held } = useWorkspace();
  const [, draw] = useState(0);
  if (!held.has(name)) held.set(name, first);
  const set = useCallback(
    (change: T | ((before: T) => T)) => {
      const next =
        typeof change === 'function' ? (change as (before: T) => T)(held.get(name) as T) : change;
      held.set(name, next);
      draw((count) => count + 1);
    },
    [held, name],
  );
  return [held.get(name) as T, set];
};
