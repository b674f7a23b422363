import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import {
  browserText,
  currentTheme,
  inspectedTab,
  openSource,
  resetPermissionHelp,
  watchTheme,
} from '../../lib/browser';
import { type CallStore, restoreStore } from '../../lib/calls/saved-calls';
import { message } from '../../lib/i18n/message';
import { readSettings, type Settings } from '../../lib/timeline/settings';
import { App } from './App';
import {
  loadCalls,
  loadPush,
  loadSettings,
  saveCalls,
  savePush,
  saveSettings,
} from './stored-settings';
import './style.css';
import { useSession } from './use-session';

const { version } = browser.runtime.getManifest();
const query = new URLSearchParams(location.search);

/** Wires the panel: its tab, its theme, its settings. What is seen is in `App`. */
const Panel = ({
  tab,
  first,
  callStore,
  pushDraft,
}: {
  tab: number;
  first: Settings;
  callStore: CallStore;
  pushDraft: unknown;
}) => {
  const [settings, setSettings] = useState(first);
  const [theme, setTheme] = useState(currentTheme);
  const live = useSession({ tab, frame: 0 }, settings.preserveLog);
  useEffect(() => watchTheme(setTheme), []);
  return (
    <App
      session={live.session}
      onChange={live.change}
      actions={live.actions}
      callActions={live.calls}
      checkup={live.checkup}
      pushes={live.pushes}
      live={live.live}
      pushDraft={pushDraft}
      onPushDraft={savePush}
      callStore={callStore}
      onCallStore={saveCalls}
      resetHelp={message(resetPermissionHelp())}
      theme={theme}
      view={query.get('view') ?? 'timeline'}
      settings={settings}
      onSettings={(next) => {
        setSettings(next);
        saveSettings(next);
      }}
      version={version}
      environment={`${version}, ${browserText()}`}
      onReloadPage={live.reload}
      onRetry={live.retry}
      onOpenSource={openSource}
    />
  );
};

const start = async () => {
  document.documentElement.lang = message('locale');
  const root = document.getElementById('app') as HTMLElement;
  const tab = inspectedTab(query);
  if (tab === undefined) {
    root.textContent = message('noTab');
    return;
  }
  const first = readSettings(await loadSettings());
  const callStore = restoreStore(await loadCalls());
  const pushDraft = await loadPush();
  render(<Panel tab={tab} first={first} callStore={callStore} pushDraft={pushDraft} />, root);
};

void start();
