import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useCalls } from '../../components/calls/use-calls';
import { useCheckup } from '../../components/calls/use-checkup';
import { useDiagnosis } from '../../components/diagnosis/use-diagnosis';
import { IconButton } from '../../components/IconButton';
import type { Opened } from '../../components/sessions';
import { type Hides, Timeline } from '../../components/Timeline';
import { useChunk } from '../../components/use-chunk';
import { useFileDrop } from '../../components/use-file-drop';
import { ViewTabs } from '../../components/ViewTabs';
import type { CallActions } from '../../lib/calls/call-actions';
import { draftOf } from '../../lib/calls/call-draft';
import { recordedCall } from '../../lib/calls/recorded-call';
import type { CallStore } from '../../lib/calls/saved-calls';
import type { CheckupDeps } from '../../lib/checkup/run-checkup';
import { type Mutes, setMuted, withoutMuted } from '../../lib/diagnosis/mutes';
import { factsOf } from '../../lib/facts/facts-of';
import { message } from '../../lib/i18n/message';
import type { Session } from '../../lib/model/session';
import { readView, views } from '../../lib/model/view';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { LiveWatch } from '../../lib/protocol/live-status';
import type { TabStatus } from '../../lib/protocol/tab-status';
import type { PushActions } from '../../lib/push/push-request';
import type { PushStore } from '../../lib/push/saved-pushes';
import type { About } from '../../lib/schema/about';
import type { SessionChange } from '../../lib/session/session-change';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import type { Settings } from '../../lib/timeline/settings';

/** What the panel's places give to the screen, and what they take from it. */
export interface AppProps {
  session: Session;
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
  checkup: CheckupDeps;
  pushes: PushActions;
  live: LiveWatch;
  /** What of pushes was saved. */
  pushStore: PushStore;
  onPushStore(change: (held: PushStore) => PushStore): void;
  /** Findings that are not wanted, by site. */
  mutes: Mutes;
  onMutes(mutes: Mutes): void;
  /** How the page is, after each change: for the toolbar button. */
  onStatus(told: { url: string; status: TabStatus; errors: number }): void;
  /** What of calls was saved. */
  callStore: CallStore;
  onCallStore(store: CallStore): void;
  /** Changes of storage that can be taken back. */
  undos: readonly Undoable[];
  onUndos(next: readonly Undoable[]): void;
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
  /** Opens an address of the web in a tab. */
  onOpenUrl(url: string): void;
  /** Shows a place of the page's scripts in DevTools. Lines and columns count from 1. */
  onOpenSource(url: string, line: number, column: number): void;
}

const loadDiagnosis = () => import('../../components/diagnosis');
const loadSessions = () => import('../../components/sessions');
const loadState = () => import('../../components/state/StateView');
const loadPush = () => import('../../components/push/PushView');
const loadCalls = () => import('../../components/calls/CallsView');

/** The panel. `data-entries` and `data-connection` are relied on by automation. */
export function App({ theme, view: first, actions, resetHelp, ...props }: AppProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const [view, setView] = useState(() => readView(first));
  const { onOpened } = props;
  const dropped = useFileDrop(
    useCallback(
      async (file: Blob) => onOpened(await (await loadSessions()).openFile(file)),
      [onOpened],
    ),
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [isHidden, setIsHidden] = useState<Hides>();
  const keepHides = useCallback((hides: Hides) => setIsHidden(() => hides), []);
  const [isExporting, setIsExporting] = useState(false);
  const sessionsChunk = useChunk(loadSessions, isExporting || view === 'sessions');
  const { undos, onUndos: setUndos } = props;
  const { session, onReloadPage, onRetry, callActions, onCallStore } = props;
  const calls = useCalls(props.callStore, callActions, onCallStore);
  // A view that not everybody opens is a chunk of its own.
  const chunk = useChunk(loadCalls, view === 'calls');
  const stateChunk = useChunk(loadState, view === 'state');
  const pushChunk = useChunk(loadPush, view === 'push');
  const checkup = useCheckup(props.checkup);
  /** The entry that the timeline opens with. */
  const [shown, setShown] = useState<string | null>(null);
  const showEntry = (key: string) => {
    setShown(key);
    setView('timeline');
  };
  const { entries, connection, pages, readings, state } = session;
  const outcomes = useMemo(
    () => readOutcomes({ pages, entries, readings, state, connection }),
    [pages, entries, readings, state, connection],
  );
  const page = pages.at(-1);
  const diagnosisChunk = useChunk(loadDiagnosis, true);
  const diagnosis = useDiagnosis(diagnosisChunk?.followDiagnosis, session, outcomes);
  const { onStatus } = props;
  const url = page?.url;
  const { mutes } = props;
  const seen = useMemo(
    () => diagnosis && withoutMuted(diagnosis, mutes, url ?? ''),
    [diagnosis, mutes, url],
  );
  useEffect(() => {
    const status = seen && diagnosisChunk?.tabStatusOf(seen);
    if (!status || url === undefined) return;
    const errors = seen.findings.filter(({ severity }) => severity === 'error').length;
    onStatus({ url, status, errors });
  }, [seen, diagnosisChunk, url, onStatus]);
  const origin = page && URL.canParse(page.url) ? new URL(page.url).origin : '';
  const muted = props.mutes[origin] ?? [];
  const initAgain = () => {
    const last = entries.findLast(
      ({ kind, name }) => kind === 'call' && (name === 'initSubscription' || name === 'subscribe'),
    );
    if (last) editCall(last.key);
    setView('calls');
  };
  // The timeline and the State view do not ask for it.
  const isKnownAsked = view === 'calls' || view === 'push';
  const known = isKnownAsked ? factsOf(session) : undefined;
  const editCall = (key: string) => {
    const entry = entries.find((each) => each.key === key);
    const recorded = entry && recordedCall(entry);
    if (!recorded) return;
    const { method, args } = recorded.call;
    const { instance } = calls.store.draft;
    calls.setDraft(draftOf(method, args, { instance }));
    setView('calls');
  };
  return (
    <div class="app" data-entries={entries.length} data-connection={connection}>
      <div class="bar">
        <ViewTabs
          view={view}
          views={views}
          isWatching={props.live.status.state === 'attached'}
          findings={seen?.findings}
          onView={(next) => {
            setShown(null);
            setView(next);
          }}
        />
        <div class="bar-end">
          <IconButton
            icon="save"
            action="open-export"
            label={message('exportTitle')}
            onClick={() => setIsExporting(true)}
          />
        </div>
      </div>
      {dropped}
      {diagnosisChunk && (
        <diagnosisChunk.Followers
          session={session}
          actions={actions}
          isReading={props.settings.readScripts}
        />
      )}
      {isExporting && sessionsChunk && (
        <sessionsChunk.ExportDialog
          session={session}
          settings={props.settings}
          selected={selected}
          about={props.about}
          isHidden={isHidden}
          onClose={() => setIsExporting(false)}
        />
      )}
      <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view}`}>
        {view === 'diagnosis' && diagnosisChunk ? (
          <diagnosisChunk.DiagnosisView
            session={session}
            diagnosis={diagnosis}
            muted={muted}
            environment={props.environment}
            resetHelp={resetHelp}
            actions={actions}
            calls={callActions}
            undos={undos}
            onUndos={setUndos}
            onMute={(id, isMuted) => props.onMutes(setMuted(props.mutes, origin, id, isMuted))}
            onSelect={showEntry}
            settings={props.settings}
            onSettings={props.onSettings}
            onInitAgain={initAgain}
            onView={setView}
            onReloadPage={onReloadPage}
            onRetry={onRetry}
          />
        ) : view === 'state' && stateChunk ? (
          <stateChunk.StateView
            session={session}
            verdict={diagnosis?.verdict}
            onPush={() => setView('push')}
            actions={actions}
            resetHelp={resetHelp}
            undos={undos}
            onUndos={setUndos}
            onReloadPage={onReloadPage}
            onRetry={onRetry}
          />
        ) : view === 'calls' && chunk ? (
          <chunk.CallsView
            session={session}
            known={known}
            outcomes={outcomes}
            calls={calls}
            actions={callActions}
            checkup={checkup}
            version={props.environment}
            onSelect={showEntry}
          />
        ) : view === 'push' && pushChunk ? (
          <pushChunk.PushView
            session={session}
            known={known}
            outcomes={outcomes}
            actions={props.pushes}
            live={props.live}
            store={props.pushStore}
            onStore={props.onPushStore}
            onClose={async (scope, { title, body, tag }) => {
              await actions.actOnWorker({ type: 'closeNotification', scope, title, body, tag });
            }}
            onPost={async (scope, data) => {
              await actions.actOnWorker({ type: 'postMessage', scope, data });
            }}
            onOpenUrl={props.onOpenUrl}
            onSelect={showEntry}
          />
        ) : view === 'sessions' && sessionsChunk ? (
          <sessionsChunk.SessionsView
            session={session}
            settings={props.settings}
            about={props.about}
            onSettings={props.onSettings}
            onOpened={props.onOpened}
          />
        ) : view !== 'timeline' ? (
          <p class="none state-wait">{message('viewLoading')}</p>
        ) : (
          <Timeline
            {...props}
            outcomes={outcomes}
            shown={shown}
            onSelected={setSelected}
            onHides={keepHides}
            onEditCall={editCall}
          />
        )}
      </div>
    </div>
  );
}
