import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { Popup } from '../../components/popup/Popup';
import { saveFile } from '../../components/save-file';
import { useCopy } from '../../components/use-copy';
import { currentTheme, followTab } from '../../lib/browser';
import { type Mutes, readMutes, withoutMuted } from '../../lib/diagnosis/mutes';
import { tabStatusOf } from '../../lib/diagnosis/tab-status';
import { message } from '../../lib/i18n/message';
import { background } from '../../lib/messaging/background';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { openPanelWindow, openSessionsWindow } from './panel-window';
import './popup.css';
import { recordedFile } from './recorded-file';
import { reportOf } from './report-of';
import { useTab } from './use-tab';

const { version } = browser.runtime.getManifest();

/** Wires the popup: its tab, the recording. What is seen is in `components/popup`. */
const TabPopup = ({
  firstTab,
  isPrivate,
  mutes,
}: {
  firstTab: number;
  isPrivate: boolean;
  mutes: Mutes;
}) => {
  const [tab, setTab] = useState(firstTab);
  useEffect(() => followTab(firstTab, setTab), [firstTab]);
  const { session, outcomes, diagnosis: whole } = useTab(tab);
  const url = session.pages.at(-1)?.url;
  const diagnosis = useMemo(
    () => whole && withoutMuted(whole, mutes, url ?? ''),
    [whole, mutes, url],
  );
  const [recording, setRecording] = useState<RecordAnswer>(null);
  const [problem, setProblem] = useState('');
  const { copied, copy } = useCopy();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = currentTheme();
  }, []);
  const attempt = (act: () => Promise<void>) =>
    act().then(
      () => setProblem(''),
      (error: Error) => setProblem(error.message),
    );
  useEffect(() => {
    const look = () => background.recordingOf(tab).then(setRecording, () => {});
    void look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [tab]);
  useEffect(() => {
    const status = diagnosis && tabStatusOf(diagnosis);
    if (!status || url === undefined) return;
    const errors = diagnosis.findings.filter(({ severity }) => severity === 'error').length;
    void background.markTab({ tab, url, status, errors }).catch(() => {});
  }, [diagnosis, url, tab]);
  const copyReport = () => {
    const report = reportOf(session, version);
    if ('text' in report) copy(report.text);
    setProblem('problem' in report ? report.problem : '');
  };
  return (
    <Popup
      session={session}
      outcomes={outcomes}
      diagnosis={diagnosis}
      recording={recording}
      noRecord={isPrivate ? message('savePrivate') : undefined}
      problem={problem}
      copied={copied}
      onRecord={(isOn) =>
        attempt(() => background[isOn ? 'startRecording' : 'stopRecording'](tab).then(setRecording))
      }
      onTryAgain={() =>
        attempt(() => background.stopRecording(recording?.tab ?? tab).then(setRecording))
      }
      onSaveFile={() =>
        attempt(async () => {
          if (!recording) return;
          const file = await recordedFile(recording.tab, recording.id);
          saveFile(`${file.name.replace(/[^\w.-]+/g, '-')}.json`, JSON.stringify(file));
        })
      }
      onOpenPanel={() => void openPanelWindow(tab)}
      onCopyReport={copyReport}
      onSessions={() => void openSessionsWindow()}
    />
  );
};

/** The tab that the popup is about: the one of its window, or `?tab=` where it was opened as a page. */
const findTab = async (): Promise<Tabs.Tab | undefined> => {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d+$/.test(named)) return browser.tabs.get(Number(named));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
};

const start = async () => {
  document.documentElement.lang = message('locale');
  const [tab, saved] = await Promise.all([
    findTab().catch(() => undefined),
    browser.storage.local.get('mutes').catch(() => ({ mutes: undefined })),
  ]);
  const root = document.getElementById('app') as HTMLElement;
  if (tab?.id === undefined) root.textContent = message('noTab');
  else
    render(
      <TabPopup firstTab={tab.id} isPrivate={tab.incognito} mutes={readMutes(saved.mutes)} />,
      root,
    );
};

void start();
