import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { App } from '../../components/shell/App';
import { useDiagnosis } from '../../components/shell/use-diagnosis';
import type { SessionClock } from '../../components/shell/use-still-session';
import type {
  ContractStore,
  LiveContract,
  PageWork,
  Source,
} from '../../components/shell/workspace';
import { useChunk } from '../../components/ui/use-chunk';
import { useCalls } from '../../components/views/calls/use-calls';
import type { CheckupRun } from '../../components/views/calls/use-checkup';
import { pageViews } from '../../components/views/page-views';
import type { Opened } from '../../components/views/sessions';
import type { CallActions } from '../../lib/calls/call-actions';
import { draftOf } from '../../lib/calls/call-draft';
import { recordedCall } from '../../lib/calls/recorded-call';
import type { CallStore } from '../../lib/calls/saved-calls';
import { type Mutes, setMuted, withoutMuted } from '../../lib/diagnosis/mutes';
import { currentDocument } from '../../lib/model/current-document';
import { inFrame } from '../../lib/model/in-frame';
import type { Session, SessionEntry } from '../../lib/model/session';
import { countFrames, mainFrame } from '../../lib/model/shown-frame';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { SeenTab } from '../../lib/protocol/tab-status';
import type { PushActions } from '../../lib/push/push-request';
import type { About } from '../../lib/schema/about';
import type { SessionChange } from '../../lib/session/session-change';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import type { Settings } from '../../lib/timeline/settings';

export interface LiveAppProps {
  /** What is shown in place of the page's views, while the page is followed all the same. */
  instead?: ComponentChildren;
  /** All that is known of the tab. */
  session: Session;
  /** The same with the time of its last reading. */
  clock: SessionClock;
  /** The frame that is looked at. */
  frame: number;
  onFrame(frame: number): void;
  theme: 'light' | 'dark';
  /** Which view is shown first; one that is not known is the timeline. */
  view: string;
  settings: Settings;
  /** The extension's version. */
  version: string;
  /** Version and browser, for reports. */
  environment: string;
  about: About;
  actions: PanelActions;
  callActions: CallActions;
  /** Held above: it goes on while a session file is looked at. */
  checkup: CheckupRun;
  pushes: PushActions;
  live: LiveWatch;
  savedPushes: unknown;
  pushStore: PageWork['pushStore'];
  onPushStore: PageWork['onPushStore'];
  /** Findings that are not wanted, by site. */
  mutes: Mutes;
  onMutes(mutes: Mutes): void;
  /** Where what sites must do is kept. */
  contractStore: ContractStore;
  /** How the page is, after each change: for the toolbar button. */
  onStatus(told: Omit<SeenTab, 'tab'>): void;
  /** What of calls was saved. */
  callStore: CallStore;
  onCallStore(store: CallStore): void;
  /** Changes of storage that can be taken back. */
  undos: readonly Undoable[];
  onUndos(change: (held: readonly Undoable[]) => readonly Undoable[]): void;
  /** A session file is to be shown. */
  onOpened(opened: Opened): void;
  /** How a permission is reset in this browser. */
  resetHelp: string;
  /** Recording on and off, clear. */
  onChange(change: SessionChange): void;
  /** Must be given back as `settings` at once: the filter's field shows what it says. */
  onSettings(next: Settings): void;
  onReloadPage(): void;
  onRetry(): void;
  /** Opens the page of settings. */
  onOptions(): void;
  /** Opens an address of the web in a tab. */
  onOpenUrl(url: string): void;
  /** Opens a page of the browser's settings; absent where the browser refuses that. */
  onOpenSettings?: ((address: string) => void) | undefined;
  /** Shows a place of the page's scripts in DevTools. Lines and columns count from 1. */
  onOpenSource(url: string, line: number, column: number): void;
}

const loadDiagnosis = () => import('../../components/views/diagnosis');
const loadUndos = () => import('../../components/views/state/UndoToasts');
const none: readonly string[] = [];

/** The panel of a page: its session in the views, with all that can be done to the page. */
export function LiveApp(props: LiveAppProps) {
  const { session: whole, clock, frame, settings, mutes, onStatus, actions } = props;
  const session = inFrame(whole, frame);
  const { entries, connection, pages, readings, state, frames } = whole;
  const outcomes = useMemo(
    () => readOutcomes({ pages, entries, readings, state, connection, frames }),
    [pages, entries, readings, state, connection, frames],
  );
  const chunk = useChunk(loadDiagnosis, true);
  const undoing = useChunk(loadUndos, props.undos.length > 0);
  const diagnosis = useDiagnosis(chunk?.followDiagnosis, session, outcomes, clock, frame);
  const url = currentDocument(session)?.url;
  const address = currentDocument(whole)?.url;
  const count = countFrames(whole);
  const isMain = frame === mainFrame(whole);
  const seen = useMemo(
    () => diagnosis && withoutMuted(diagnosis, mutes, url ?? ''),
    [diagnosis, mutes, url],
  );
  useEffect(() => {
    const status = seen && chunk?.tabStatusOf(seen);
    if (!status || address === undefined || !isMain) return;
    const errors = seen.findings.filter(({ severity }) => severity === 'error').length;
    onStatus({ url: address, status, errors, frames: count });
  }, [seen, chunk, address, isMain, count, onStatus]);
  const origin = url && URL.canParse(url) ? new URL(url).origin : '';
  const [contract, setContract] = useState<LiveContract>();
  const calls = useCalls(props.callStore, props.callActions, props.onCallStore);
  const { setDraft } = calls;
  const { instance } = calls.store.draft;
  const fillForm = useCallback(
    (entry: SessionEntry): boolean => {
      const recorded = recordedCall(entry);
      if (recorded) setDraft(draftOf(recorded.call.method, recorded.call.args, { instance }));
      return recorded !== undefined;
    },
    [setDraft, instance],
  );
  const page: PageWork = {
    clock,
    actions,
    callActions: props.callActions,
    calls,
    fillForm,
    checkup: props.checkup,
    pushes: props.pushes,
    live: props.live,
    savedPushes: props.savedPushes,
    pushStore: props.pushStore,
    onPushStore: props.onPushStore,
    undos: props.undos,
    onUndos: props.onUndos,
    onMute: (id, isMuted) => props.onMutes(setMuted(mutes, origin, id, isMuted)),
    onReloadPage: props.onReloadPage,
    onRetry: props.onRetry,
    onOpenUrl: props.onOpenUrl,
    onOpenSettings: props.onOpenSettings,
  };
  const source: Source = {
    whole,
    session,
    frame,
    onFrame: props.onFrame,
    outcomes,
    diagnosis,
    // Until the site that was gone to is looked up, nothing here is about it.
    contract: contract?.origin === origin ? contract : undefined,
    muted: mutes[origin] ?? none,
    settings,
    version: props.version,
    environment: props.environment,
    about: props.about,
    resetHelp: props.resetHelp,
    page,
    onChange: props.onChange,
    onSettings: props.onSettings,
    onOpened: props.onOpened,
    onOpenSource: props.onOpenSource,
    onOptions: props.onOptions,
  };
  const followers = chunk && (
    <>
      <chunk.Followers
        {...{ session, actions }}
        page={inFrame(whole, 0)}
        isReading={settings.readScripts}
      />
      <chunk.ContractKeeper
        {...{ origin, session, outcomes }}
        store={props.contractStore}
        onState={setContract}
      />
    </>
  );
  const views = (
    <App
      source={source}
      theme={props.theme}
      views={pageViews}
      first={props.view === 'checkup' ? 'calls' : props.view}
      canExport
      note={
        undoing && (
          <undoing.UndoToasts
            undos={props.undos}
            origin={origin}
            actions={actions}
            onUndos={props.onUndos}
          />
        )
      }
    />
  );
  return (
    <>
      {followers}
      {props.instead || views}
    </>
  );
}
