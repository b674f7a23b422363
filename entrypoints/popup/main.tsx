import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { Popup } from '../../components/popup/Popup';
import { keepFocus } from '../../components/ui/keep-focus';
import { saveFile } from '../../components/ui/save-file';
import { useCopy } from '../../components/ui/use-copy';
import { browserText, currentTheme, followTab, watchStored } from '../../lib/browser';
import { type Mutes, readMutes, withoutMuted } from '../../lib/diagnosis/mutes';
import { tabStatusOf } from '../../lib/diagnosis/tab-status';
import { exportSession } from '../../lib/formats/export-session';
import { message } from '../../lib/i18n/message';
import { provideLanguage } from '../../lib/i18n/provide-language';
import { background } from '../../lib/messaging/background';
import { currentDocument } from '../../lib/model/current-document';
import { countFrames } from '../../lib/model/shown-frame';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { type Preferences, readPreferences } from '../../lib/saved/preferences';
import { openPanelWindow, openSessionsWindow } from './panel-window';
import './popup.css';
import { readKept } from './read-kept';
import { recordedFile } from './recorded-file';
import { reportOf } from './report-of';
import { useTab } from './use-tab';

const { version } = browser.runtime.getManifest();

/** Wires the popup: its tab, the recording. What is seen is in `components/popup`. */
const TabPopup = ({
  firstTab,
  isPrivate,
  first,
}: {
  firstTab: number;
  isPrivate: boolean;
  first: { mutes: Mutes; preferences: Preferences };
}) => {
  const [{ mutes, preferences }, setSaved] = useState(first);
  const { theme } = preferences;
  // The page of settings may change them while this is open: as a page, or in a phone's tab.
  useEffect(
    () =>
      watchStored((stored) => {
        if ('mutes' in stored) setSaved((held) => ({ ...held, mutes: readMutes(stored.mutes) }));
        if (!('preferences' in stored)) return;
        const next = readPreferences(stored.preferences);
        void provideLanguage(next.language).then(() =>
          setSaved((held) => ({ ...held, preferences: next })),
        );
      }),
    [],
  );
  const [tab, setTab] = useState(firstTab);
  useEffect(keepFocus, []);
  useEffect(() => followTab(firstTab, setTab), [firstTab]);
  const { whole, clock, session, outcomes, diagnosis: made } = useTab(tab);
  const url = currentDocument(session)?.url;
  const address = currentDocument(whole)?.url;
  const frames = countFrames(whole);
  const diagnosis = useMemo(() => made && withoutMuted(made, mutes, url ?? ''), [made, mutes, url]);
  const muted = (made?.findings ?? []).filter((each) => !diagnosis?.findings.includes(each));
  const [recording, setRecording] = useState<RecordAnswer>(null);
  const [problem, setProblem] = useState('');
  const { copied, copy } = useCopy();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme === 'auto' ? currentTheme() : theme;
  }, [theme]);
  const attempt = (act: () => Promise<void>) =>
    act().then(
      () => setProblem(''),
      (error: Error) => setProblem(error.message),
    );
  useEffect(() => {
    const look = () =>
      background.recordingOf(tab).then(
        (next) =>
          setRecording((held) => (JSON.stringify(held) === JSON.stringify(next) ? held : next)),
        () => {},
      );
    void look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [tab]);
  useEffect(() => {
    const status = diagnosis && tabStatusOf(diagnosis);
    if (!status || address === undefined) return;
    const errors = diagnosis.findings.filter(({ severity }) => severity === 'error').length;
    void background.markTab({ tab, url: address, status, errors, frames }).catch(() => {});
  }, [diagnosis, address, frames, tab]);
  const tell = (report: ReturnType<typeof reportOf>) => {
    if ('text' in report) copy(report.text);
    setProblem('problem' in report ? report.problem : '');
  };
  const copyReport = () => tell(reportOf(clock.now(), version));
  return (
    <Popup
      session={session}
      frames={frames}
      outcomes={outcomes}
      diagnosis={diagnosis}
      muted={muted}
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
      onCheckup={() => void openPanelWindow(tab, 'checkup')}
      onCopyReport={copyReport}
      onSessions={() => void openSessionsWindow()}
      onOpenKept={(id) => void openSessionsWindow(id)}
      onExportKept={(id) =>
        void attempt(async () => {
          const kept = await readKept(id);
          const about = { extension: version, browser: browserText() };
          const file = exportSession(kept.session, {
            format: 'session',
            withSecrets: false,
            about,
            name: kept.name,
          });
          saveFile(file.name, file.text, file.type);
        })
      }
      onCopyKept={(id) =>
        void attempt(async () => tell(reportOf((await readKept(id)).session, version)))
      }
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
  const [tab, saved] = await Promise.all([
    findTab().catch(() => undefined),
    browser.storage.local.get(['mutes', 'preferences']).catch((): Record<string, unknown> => ({})),
  ]);
  const preferences = readPreferences(saved.preferences);
  await provideLanguage(preferences.language);
  const root = document.getElementById('app') as HTMLElement;
  if (tab?.id === undefined) root.textContent = message('noTab');
  else
    render(
      <TabPopup
        firstTab={tab.id}
        isPrivate={tab.incognito}
        first={{ mutes: readMutes(saved.mutes), preferences }}
      />,
      root,
    );
};

void start();
