import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { CallActions } from '../../lib/calls/call-actions';
import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import { engineOf } from '../../lib/diagnosis/engine';
import type { NeedId } from '../../lib/diagnosis/needs';
import { message } from '../../lib/i18n/message';
import { emptySession } from '../../lib/model/session';
import { fileViews, type View } from '../../lib/model/view';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { PanelActions } from '../../lib/state/panel-actions';
import type { Settings } from '../../lib/timeline/settings';
import { DiagnosisView } from '../diagnosis/DiagnosisView';
import { IconButton } from '../IconButton';
import { ReadOnly } from '../read-only';
import { StateView } from '../state/StateView';
import { type Hides, Timeline } from '../Timeline';
import { useFileDrop } from '../use-file-drop';
import { ViewTabs } from '../ViewTabs';
import { ExportDialog } from './ExportDialog';
import { FileBanner } from './FileBanner';
import { type Opened, openFile } from './open-file';

export interface FileAppProps {
  /** What is shown; `null`: nothing was opened yet. */
  opened: Opened | null;
  theme: 'light' | 'dark';
  settings: Settings;
  version: string;
  environment: string;
  resetHelp: string;
  onSettings(next: Settings): void;
  onOpened(opened: Opened): void;
  /** The sessions that are kept in this browser; absent where none are: then a session is opened. */
  shelf?: ComponentChildren;
  /** What stands below the banner. */
  note?: ComponentChildren;
  /** What stands at the right end of the tabs. */
  barEnd?: ComponentChildren;
  /** Rules whose findings were muted. */
  muted?: readonly string[] | undefined;
  /** What could not be seen where it was recorded. */
  unseen?: readonly NeedId[] | undefined;
  /** Goes back to the page; absent where there is none. */
  onClose?: () => void;
  /** What the button says that goes back, where that is not to a page. */
  closeLabel?: string;
  onOpenSource(url: string, line: number, column: number): void;
}

const no = async (): Promise<never> => {
  throw new Error(message('fileReadOnly'));
};
const noActions: PanelActions = {
  changeStorage: no,
  actOnWorker: no,
  fetchScript: no,
  fetchTag: no,
  keepToken: async () => {},
};
const noCalls: CallActions = {
  hasGesture: false,
  survey: no,
  run: no,
  askPermission: no,
  dropClick() {},
  listen: no,
  emit: no,
};
const none: readonly string[] = [];
const nothing = (): void => {};

/** A session from a file in the panel's own views, read only. Nothing in it can reach a page. */
export function FileApp(props: FileAppProps) {
  const { opened, theme, settings, environment, onSettings, shelf, muted = none, unseen } = props;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const [view, setView] = useState<View>(opened ? 'diagnosis' : 'sessions');
  const [selected, setSelected] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [isHidden, setIsHidden] = useState<Hides>();
  const keepHides = useCallback((hides: Hides) => setIsHidden(() => hides), []);
  const [isExporting, setIsExporting] = useState(false);
  const session = opened?.session ?? emptySession;
  const outcomes = useMemo(() => readOutcomes(session), [session]);
  const diagnosis = useMemo(() => {
    const engine = engineOf(opened?.file.browser ?? '');
    const made = diagnoseSession(session, outcomes, engine, unseen);
    return made && { ...made, since: {}, gone: [] };
  }, [session, outcomes, opened, unseen]);
  const showEntry = (key: string) => {
    setShown(key);
    setView('timeline');
  };
  const { onOpened } = props;
  const dropped = useFileDrop(
    useCallback(async (file: Blob) => onOpened(await openFile(file)), [onOpened]),
  );
  const views = opened
    ? fileViews.filter((each) => each !== 'sessions' || shelf)
    : (['sessions'] as const);
  return (
    <ReadOnly.Provider value={true}>
      <div class="app" data-entries={session.entries.length} data-connection="file">
        <div class="bar">
          <ViewTabs
            view={view}
            views={views}
            findings={diagnosis?.findings.filter(({ id }) => !muted.includes(id))}
            onView={(next) => {
              setShown(null);
              setView(next);
            }}
          />
          <div class="bar-end">
            {opened && (
              <IconButton
                icon="save"
                action="open-export"
                label={message('exportTitle')}
                onClick={() => setIsExporting(true)}
              />
            )}
            {props.barEnd}
          </div>
        </div>
        {dropped}
        {opened && (
          <FileBanner file={opened.file} onClose={props.onClose} closeLabel={props.closeLabel} />
        )}
        {props.note}
        {isExporting && (
          <ExportDialog
            session={session}
            settings={settings}
            selected={selected}
            about={{
              extension: opened?.file.extension ?? '',
              browser: opened?.file.browser ?? '',
            }}
            isHidden={isHidden}
            file={opened?.file}
            onClose={() => setIsExporting(false)}
          />
        )}
        <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view}`}>
          {view === 'diagnosis' ? (
            <DiagnosisView
              session={session}
              diagnosis={diagnosis}
              muted={muted}
              resetHelp={props.resetHelp}
              environment={environment}
              actions={noActions}
              calls={noCalls}
              undos={[]}
              onUndos={nothing}
              onMute={nothing}
              onSelect={showEntry}
              onInitAgain={nothing}
              onView={(next) => setView(next === 'push' ? 'timeline' : next)}
              onReloadPage={nothing}
              onRetry={nothing}
            />
          ) : view === 'state' ? (
            <StateView
              session={session}
              verdict={diagnosis?.verdict}
              actions={noActions}
              resetHelp={props.resetHelp}
              undos={[]}
              onUndos={nothing}
              onReloadPage={nothing}
              onRetry={nothing}
            />
          ) : view === 'sessions' ? (
            shelf
          ) : (
            <Timeline
              session={session}
              outcomes={outcomes}
              shown={shown}
              settings={settings}
              version={props.version}
              onSelected={setSelected}
              onHides={keepHides}
              onEditCall={nothing}
              onChange={nothing}
              onSettings={onSettings}
              onReloadPage={nothing}
              onRetry={nothing}
              onOpenSource={props.onOpenSource}
            />
          )}
        </div>
      </div>
    </ReadOnly.Provider>
  );
}
