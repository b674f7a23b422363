import { type ComponentChildren, type ComponentProps, render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PageWork } from '../../components/shell/workspace';
import { useChunk } from '../../components/ui/use-chunk';
import { useCheckup } from '../../components/views/calls/use-checkup';
import type { Opened } from '../../components/views/sessions';
import { sessionsView } from '../../components/views/sessions/view';
import { ViewerSource } from '../../components/views/sessions/viewer-source';
import {
  browserText,
  canOpenSettings,
  followTab,
  inspectedTab,
  openPage,
  openSource,
  resetPermissionHelp,
} from '../../lib/browser';
import { type CallStore, restoreStore } from '../../lib/calls/saved-calls';
import { type Mutes, readMutes } from '../../lib/diagnosis/mutes';
import { message } from '../../lib/i18n/message';
import { provideLanguage } from '../../lib/i18n/provide-language';
import { background } from '../../lib/messaging/background';
import type { SeenTab } from '../../lib/protocol/tab-status';
import type { PushStore } from '../../lib/push/saved-pushes';
import { type Preferences, readPreferences } from '../../lib/saved/preferences';
import type { Undoable } from '../../lib/state/panel-actions';
import { environmentText } from '../../lib/text/browser-name';
import { readSettings, type Settings } from '../../lib/timeline/settings';
import { LiveApp } from './LiveApp';
import { readViewerParts } from './read-viewer-parts';
import {
  contractStore,
  loadCalls,
  loadMutes,
  loadPreferences,
  loadPushes,
  loadSettings,
  saveCalls,
  saveMutes,
  savePushes,
  saveSettings,
} from './stored-settings';
import './style.css';
import { useSession } from './use-session';
import { useTheme } from './use-theme';
import { watchOptions } from './watch-options';

const { version } = browser.runtime.getManifest();
const query = new URLSearchParams(location.search);

const loadSessions = () => import('../../components/views/sessions');
/** What is said by the extension itself, in the language that is shown by then. */
const fileTexts = () => ({
  version,
  about: { extension: version, browser: browserText() },
  environment: environmentText(version, browserText()),
  resetHelp: message(resetPermissionHelp()),
});

const openOptions = (): void => void browser.runtime.openOptionsPage().catch(() => {});

const openSettings = canOpenSettings()
  ? (address: string): void => void background.openSettings(address).catch(() => {})
  : undefined;

type SessionsChunk = Awaited<ReturnType<typeof loadSessions>>;
type FileAppProps = ComponentProps<SessionsChunk['FileApp']>;

/** A session file, or the list of those that are kept. */
const OpenedFile = ({
  sessions,
  onSettings,
  ...props
}: { sessions: SessionsChunk } & Omit<
  FileAppProps,
  keyof ReturnType<typeof fileTexts> | 'onOpenSource' | 'onOptions'
>) => (
  <sessions.FileApp
    {...fileTexts()}
    onOptions={openOptions}
    {...props}
    // Another file begins anew.
    key={props.opened?.file.savedAt}
    onSettings={(next) => {
      onSettings(next);
      saveSettings(next);
    }}
    shelf={sessionsView}
    onOpenSource={openSource}
  />
);

/** The session that is to be shown at first: `panel.html?viewer&session=<id>`. */
const wantedSession = Number(query.get('session') ?? Number.NaN);

/** Session files without a page: `panel.html?viewer`. */
const Viewer = ({
  first,
  firstPreferences,
}: {
  first: Settings;
  firstPreferences: Preferences;
}) => {
  const [settings, setSettings] = useState(first);
  const [preferences, setPreferences] = useState(firstPreferences);
  useEffect(
    () =>
      watchOptions(({ settings: changed, preferences: next }) => {
        if (changed) setSettings((held) => ({ ...held, ...changed }));
        if (next) setPreferences(next);
      }),
    [],
  );
  const theme = useTheme(preferences.theme);
  const [opened, setOpened] = useState<Opened | null>(null);
  const sessions = useChunk(loadSessions, true);
  const [isWaiting, setIsWaiting] = useState(Number.isFinite(wantedSession));
  useEffect(() => {
    if (!sessions || !isWaiting) return;
    const end = () => setIsWaiting(false);
    // One that was deleted meanwhile: the list says what there is.
    sessions.openKept(wantedSession).then(setOpened).then(end, end);
  }, [sessions, isWaiting]);
  return (
    sessions &&
    !isWaiting && (
      <OpenedFile
        {...{ sessions, opened, theme, settings }}
        onSettings={setSettings}
        onOpened={setOpened}
      />
    )
  );
};

/** Wires the panel: its tab, its theme, its settings. What is seen is in `App`. */
const Panel = ({
  firstTab,
  first,
  callStore,
  savedPushes,
  firstMutes,
  firstPreferences,
}: {
  firstTab: number;
  first: Settings;
  callStore: CallStore;
  savedPushes: unknown;
  firstMutes: Mutes;
  firstPreferences: Preferences;
}) => {
  const [tab, setTab] = useState(firstTab);
  const [settings, setSettings] = useState(first);
  const [mutes, setMutes] = useState(firstMutes);
  const [preferences, setPreferences] = useState(firstPreferences);
  const theme = useTheme(preferences.theme);
  useEffect(
    () =>
      watchOptions((change) => {
        const { settings: changed } = change;
        if (changed) setSettings((held) => ({ ...held, ...changed }));
        if (change.preferences) setPreferences(change.preferences);
        if (change.mutes) setMutes(change.mutes);
      }),
    [],
  );
  const [pushStore, holdPushes] = useState<PushStore | null>(null);
  const latestPushes = useRef(pushStore);
  const setPushes = useCallback<PageWork['onPushStore']>((change, toStored) => {
    const next = change(latestPushes.current);
    latestPushes.current = next;
    holdPushes(next);
    savePushes(toStored(next));
  }, []);
  const [undos, setUndos] = useState<readonly Undoable[]>([]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const sessions = useChunk(loadSessions, opened !== null);
  const tellStatus = useCallback(
    (seen: Omit<SeenTab, 'tab'>) => void background.markTab({ tab, ...seen }).catch(() => {}),
    [tab],
  );
  const live = useSession(tab, settings.preserveLog);
  const checkup = useCheckup(live.checkup, query.get('view') === 'checkup');
  useEffect(() => followTab(firstTab, setTab), [firstTab]);
  return (
    <LiveApp
      // The page goes on behind a file that is looked at.
      instead={
        opened &&
        sessions && (
          <OpenedFile
            {...{ sessions, opened, theme, settings }}
            onSettings={setSettings}
            onOpened={setOpened}
            onClose={() => setOpened(null)}
          />
        )
      }
      undos={undos}
      onUndos={setUndos}
      onOpened={setOpened}
      onStatus={tellStatus}
      session={live.session}
      clock={live.clock}
      frame={live.frame}
      onFrame={live.onFrame}
      onChange={live.change}
      actions={live.actions}
      callActions={live.calls}
      checkup={checkup}
      pushes={live.pushes}
      live={live.live}
      savedPushes={savedPushes}
      pushStore={pushStore}
      onPushStore={setPushes}
      mutes={mutes}
      onMutes={(next) => {
        setMutes(next);
        saveMutes(next);
      }}
      contractStore={contractStore}
      callStore={callStore}
      onCallStore={saveCalls}
      resetHelp={message(resetPermissionHelp())}
      theme={theme}
      // A panel that was opened by its address shows what is asked for; to people the diagnosis comes first.
      view={query.get('view') ?? (query.has('tab') ? 'timeline' : 'diagnosis')}
      settings={settings}
      onSettings={(next) => {
        setSettings(next);
        saveSettings(next);
      }}
      version={version}
      about={{ extension: version, browser: browserText() }}
      environment={fileTexts().environment}
      onOptions={openOptions}
      onReloadPage={live.reload}
      onRetry={live.retry}
      onOpenUrl={openPage}
      onOpenSettings={openSettings}
      onOpenSource={openSource}
    />
  );
};

const renderWith = (screen: ComponentChildren, root: HTMLElement): void =>
  render(<ViewerSource.Provider value={readViewerParts}>{screen}</ViewerSource.Provider>, root);

const start = async () => {
  const root = document.getElementById('app') as HTMLElement;
  const tab = inspectedTab(query);
  if (tab === undefined && !query.has('viewer')) {
    root.textContent = message('noTab');
    return;
  }
  // All at once: each is a way to the browser's process and back, and nothing is seen before.
  const [settings, preferred, calls, pushes, mutes] = await Promise.all([
    loadSettings(),
    loadPreferences(),
    loadCalls(),
    loadPushes(),
    loadMutes(),
  ]);
  const first = readSettings(settings);
  const firstPreferences = readPreferences(preferred);
  await provideLanguage(firstPreferences.language);
  if (tab === undefined) {
    renderWith(<Viewer {...{ first, firstPreferences }} />, root);
    return;
  }
  const callStore = restoreStore(calls);
  const firstMutes = readMutes(mutes);
  renderWith(
    <Panel
      {...{
        firstTab: tab,
        first,
        callStore,
        savedPushes: pushes,
        firstMutes,
        firstPreferences,
      }}
    />,
    root,
  );
};

void start();
