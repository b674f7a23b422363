import { type ComponentChildren, type ComponentProps, render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Opened } from '../../components/sessions';
import { useChunk } from '../../components/use-chunk';
import { ViewerSource } from '../../components/viewer-source';
import {
  browserText,
  currentTheme,
  followTab,
  inspectedTab,
  openPage,
  openSource,
  resetPermissionHelp,
  watchTheme,
} from '../../lib/browser';
import { type CallStore, restoreStore } from '../../lib/calls/saved-calls';
import { type Mutes, readMutes } from '../../lib/diagnosis/mutes';
import { message } from '../../lib/i18n/message';
import { background } from '../../lib/messaging/background';
import type { SeenTab } from '../../lib/protocol/tab-status';
import { type PushStore, restorePushStore, storedPushes } from '../../lib/push/saved-pushes';
import type { Undoable } from '../../lib/state/panel-actions';
import { readSettings, type Settings } from '../../lib/timeline/settings';
import { App } from './App';
import { readViewerParts } from './read-viewer-parts';
import {
  loadCalls,
  loadMutes,
  loadPushes,
  loadSettings,
  saveCalls,
  saveMutes,
  savePushes,
  saveSettings,
} from './stored-settings';
import './style.css';
import { useSession } from './use-session';

const { version } = browser.runtime.getManifest();
const query = new URLSearchParams(location.search);

const loadSessions = () => import('../../components/sessions');
const fileTexts = {
  version,
  about: { extension: version, browser: browserText() },
  environment: `${version}, ${browserText()}`,
  resetHelp: message(resetPermissionHelp()),
};

type SessionsChunk = Awaited<ReturnType<typeof loadSessions>>;
type FileAppProps = ComponentProps<SessionsChunk['FileApp']>;

/** A session file, or the list of those that are kept. */
const OpenedFile = ({
  sessions,
  onSettings,
  ...props
}: { sessions: SessionsChunk } & Omit<FileAppProps, keyof typeof fileTexts | 'onOpenSource'>) => (
  <sessions.FileApp
    {...fileTexts}
    {...props}
    // Another file begins anew.
    key={props.opened?.file.savedAt}
    onSettings={(next) => {
      onSettings(next);
      saveSettings(next);
    }}
    shelf={
      <sessions.SessionsView
        session={null}
        settings={props.settings}
        about={fileTexts.about}
        onSettings={(next) => {
          onSettings(next);
          saveSettings(next);
        }}
        onOpened={props.onOpened}
      />
    }
    onOpenSource={openSource}
  />
);

/** Session files without a page: `panel.html?viewer`. */
const Viewer = ({ first }: { first: Settings }) => {
  const [settings, setSettings] = useState(first);
  const [theme, setTheme] = useState(currentTheme);
  const [opened, setOpened] = useState<Opened | null>(null);
  const sessions = useChunk(loadSessions, true);
  useEffect(() => watchTheme(setTheme), []);
  return (
    sessions && (
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
  firstPushes,
  firstMutes,
}: {
  firstTab: number;
  first: Settings;
  callStore: CallStore;
  firstPushes: PushStore;
  firstMutes: Mutes;
}) => {
  const [tab, setTab] = useState(firstTab);
  const [settings, setSettings] = useState(first);
  const [mutes, setMutes] = useState(firstMutes);
  const [theme, setTheme] = useState(currentTheme);
  const [pushStore, holdPushes] = useState(firstPushes);
  const latestPushes = useRef(firstPushes);
  const setPushes = useCallback((change: (held: PushStore) => PushStore) => {
    latestPushes.current = change(latestPushes.current);
    holdPushes(latestPushes.current);
    savePushes(storedPushes(latestPushes.current));
  }, []);
  const [undos, setUndos] = useState<readonly Undoable[]>([]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const sessions = useChunk(loadSessions, opened !== null);
  const tellStatus = useCallback(
    (seen: Omit<SeenTab, 'tab'>) => void background.markTab({ tab, ...seen }).catch(() => {}),
    [tab],
  );
  const live = useSession({ tab, frame: 0 }, settings.preserveLog);
  useEffect(() => watchTheme(setTheme), []);
  useEffect(() => followTab(firstTab, setTab), [firstTab]);
  if (opened && sessions)
    return (
      <OpenedFile
        {...{ sessions, opened, theme, settings }}
        onSettings={setSettings}
        onOpened={setOpened}
        onClose={() => setOpened(null)}
      />
    );
  return (
    <App
      undos={undos}
      onUndos={setUndos}
      onOpened={setOpened}
      onStatus={tellStatus}
      session={live.session}
      onChange={live.change}
      actions={live.actions}
      callActions={live.calls}
      checkup={live.checkup}
      pushes={live.pushes}
      live={live.live}
      pushStore={pushStore}
      onPushStore={setPushes}
      mutes={mutes}
      onMutes={(next) => {
        setMutes(next);
        saveMutes(next);
      }}
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
      environment={`${version}, ${browserText()}`}
      onReloadPage={live.reload}
      onRetry={live.retry}
      onOpenUrl={openPage}
      onOpenSource={openSource}
    />
  );
};

const renderWith = (screen: ComponentChildren, root: HTMLElement): void =>
  render(<ViewerSource.Provider value={readViewerParts}>{screen}</ViewerSource.Provider>, root);

const start = async () => {
  document.documentElement.lang = message('locale');
  const root = document.getElementById('app') as HTMLElement;
  const tab = inspectedTab(query);
  if (tab === undefined && !query.has('viewer')) {
    root.textContent = message('noTab');
    return;
  }
  // All at once: each is a way to the browser's process and back, and nothing is seen before.
  const [settings, calls, pushes, mutes] = await Promise.all([
    loadSettings(),
    loadCalls(),
    loadPushes(),
    loadMutes(),
  ]);
  const first = readSettings(settings);
  if (tab === undefined) {
    renderWith(<Viewer first={first} />, root);
    return;
  }
  const callStore = restoreStore(calls);
  const firstPushes = restorePushStore(pushes);
  const firstMutes = readMutes(mutes);
  renderWith(<Panel {...{ firstTab: tab, first, callStore, firstPushes, firstMutes }} />, root);
};

void start();
