import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { engineOf } from '../../../lib/diagnosis/engine';
import type { NeedId } from '../../../lib/diagnosis/needs';
import { inFrame } from '../../../lib/model/in-frame';
import { emptySession, type Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import type { About } from '../../../lib/schema/about';
import type { Settings } from '../../../lib/timeline/settings';
import { App } from '../../shell/App';
import { useFrame } from '../../shell/use-frame';
import type { ViewDefinition } from '../../shell/view-definition';
import type { Source } from '../../shell/workspace';
import { keepFocus } from '../../ui/keep-focus';
import { fileViews } from '../file-views';
import { FileBanner } from './FileBanner';
import type { Opened } from './open-file';

export interface FileAppProps {
  /** What is shown; `null`: nothing was opened yet. */
  opened: Opened | null;
  theme: 'light' | 'dark';
  settings: Settings;
  version: string;
  environment: string;
  /** Who gives the session away; absent: whoever recorded it. */
  about?: About;
  resetHelp: string;
  onSettings(next: Settings): void;
  onOpened(opened: Opened): void;
  /** The view of the sessions that are kept in this browser; absent where none are: then a session is opened. */
  shelf?: ViewDefinition;
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
  /** Opens the page of settings; absent where there is no extension. */
  onOptions?: () => void;
  onOpenSource(url: string, line: number, column: number): void;
}

const none: readonly string[] = [];
const nothing = (): void => {};

/** A session from a file in the panel's own views, read only. Nothing in it can reach a page. */
export function FileApp(props: FileAppProps) {
  useEffect(keepFocus, []);
  const { opened, settings, shelf, unseen } = props;
  const whole = opened?.session ?? emptySession;
  const { frame, onFrame } = useFrame(whole);
  const its = inFrame(whole, frame);
  // A frame that had gone is only called so: in a file nobody tries to reach it.
  const session = useMemo<Session>(
    () => (its.connection === 'unreachable' ? { ...its, connection: 'connected' } : its),
    [its],
  );
  const outcomes = useMemo(() => readOutcomes(whole), [whole]);
  const diagnosis = useMemo(() => {
    const engine = engineOf(opened?.file.browser ?? '');
    const made = diagnoseSession(session, outcomes, engine, unseen);
    return made && { ...made, since: {}, gone: [] };
  }, [session, outcomes, opened, unseen]);
  const source: Source = {
    whole,
    session,
    frame,
    onFrame,
    outcomes,
    diagnosis,
    muted: props.muted ?? none,
    settings,
    version: props.version,
    environment: props.environment,
    about: opened
      ? { extension: opened.file.extension, browser: opened.file.browser }
      : (props.about ?? { extension: '', browser: '' }),
    resetHelp: props.resetHelp,
    ...(opened && { file: opened.file }),
    onChange: nothing,
    onSettings: props.onSettings,
    onOpened: props.onOpened,
    ...(props.onOptions && { onOptions: props.onOptions }),
    onOpenSource: props.onOpenSource,
  };
  const ofShelf = shelf ? [shelf] : [];
  return (
    <App
      source={source}
      theme={props.theme}
      views={opened ? [...fileViews, ...ofShelf] : ofShelf}
      first={opened ? 'diagnosis' : 'sessions'}
      canExport={opened !== null}
      barEnd={props.barEnd}
      note={
        <>
          {opened && (
            <FileBanner file={opened.file} onClose={props.onClose} closeLabel={props.closeLabel} />
          )}
          {props.note}
        </>
      }
    />
  );
}
