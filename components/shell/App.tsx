import type { ComponentChildren, ComponentType } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { currentDocument } from '../../lib/model/current-document';
import { CanAct, ShownDocument } from '../ui/can-act';
import { IconButton } from '../ui/IconButton';
import { addUnloaded, useUnloaded } from '../ui/load-problems';
import { useChunk } from '../ui/use-chunk';
import { useFileDrop } from '../ui/use-file-drop';
import type { Hides } from '../views/timeline/use-timeline-rows';
import { useHelpKey } from './use-help-key';
import { ViewTabs } from './ViewTabs';
import type { ViewDefinition } from './view-definition';
import { type Source, type Workspace, WorkspaceProvider } from './workspace';

export interface AppProps {
  source: Source;
  theme: 'light' | 'dark';
  views: readonly ViewDefinition[];
  /** The id of the view that is shown first; one that there is not is the timeline. */
  first: string;
  /** Whether there is something to give away. */
  canExport: boolean;
  /** What stands at the right end of the tabs. */
  barEnd?: ComponentChildren;
  /** What stands between the tabs and the view. */
  note?: ComponentChildren;
}

const loadExport = () => import('../views/sessions/ExportDialog');
const loadPicker = () => import('./FramePicker');
const loadHelp = () => import('./Help');
const loadOpening = () => import('../views/sessions/open-file');

/** Views that were loaded: they are there at once when they are shown again. */
const loaded = new WeakMap<ViewDefinition, ComponentType>();

/** A view, once it is loaded. */
function CurrentView({ view }: { view: ViewDefinition }) {
  const [, setArrived] = useState<ViewDefinition>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another load
  useLayoutEffect(() => {
    let isGone = false;
    let forget = () => {};
    Promise.resolve(loaded.get(view) ?? view.load()).then(
      (part) => {
        loaded.set(view, part);
        if (!isGone) setArrived(view);
      },
      () => {
        if (!isGone) forget = addUnloaded(() => setTries((count) => count + 1));
      },
    );
    return () => {
      isGone = true;
      forget();
    };
  }, [view, tries]);
  const Part = loaded.get(view) ?? view.now;
  return Part ? <Part /> : <p class="none state-wait">{message('viewLoading')}</p>;
}

/** Says that a part of the panel could not be loaded, as after an update of the extension. */
function Unloaded() {
  const again = useUnloaded();
  return again ? (
    <div class="banner" role="alert" data-notice="unloaded">
      <p>{message('partUnloaded')}</p>
      <button type="button" class="button" data-action="load-again" onClick={again}>
        {message('retry')}
      </button>
    </div>
  ) : null;
}

/** The views of a session, live or from a file. `data-entries` and `data-connection` are relied on by automation. */
export function App({ source, theme, views, first, canExport, barEnd, note }: AppProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const viewOf = (id: string): string =>
    (
      views.find((each) => each.id === id) ??
      views.find((each) => each.id === 'timeline') ??
      views[0]
    )?.id ?? '';
  const [asked, setView] = useState(first);
  const id = viewOf(asked);
  const view = views.find((each) => each.id === id);
  /** The entry that the timeline opens with. */
  const [shown, setShown] = useState<string | null>(null);
  const [selected, onSelected] = useState<string | null>(null);
  const [isHidden, setIsHidden] = useState<Hides>();
  const onHides = useCallback((hides: Hides) => setIsHidden(() => hides), []);
  const showView = useCallback((next: string) => {
    setShown(null);
    setView(next);
  }, []);
  const showEntry = useCallback((key: string) => {
    setShown(key);
    setView('timeline');
  }, []);
  const { whole, session, page, onOpened } = source;
  const { entries } = whole;
  const fillForm = page?.fillForm;
  const editCall = useCallback(
    (key: string) => {
      const entry = entries.find((each) => each.key === key);
      if (entry && fillForm?.(entry)) showView('calls');
    },
    [entries, fillForm, showView],
  );
  const held = useRef(new Map<string, unknown>());
  const workspace: Workspace = {
    ...source,
    shown,
    onSelected,
    onHides,
    showView,
    showEntry,
    editCall,
    held: held.current,
  };
  const dropped = useFileDrop(
    useCallback(
      async (file: Blob) => onOpened(await (await loadOpening()).openFile(file)),
      [onOpened],
    ),
  );
  const isPicking = whole.pages.some(({ frame, sdk }) => frame !== 0 && sdk);
  const picking = useChunk(loadPicker, isPicking);
  const [isExporting, setIsExporting] = useState(false);
  const exporting = useChunk(loadExport, isExporting);
  const [isHelping, setIsHelping] = useState(false);
  const help = useChunk(loadHelp, isHelping);
  useHelpKey(useCallback(() => setIsHelping(true), []));
  const { muted, diagnosis } = source;
  const findings = useMemo(
    () => diagnosis?.findings.filter((each) => !muted.includes(each.id)),
    [diagnosis, muted],
  );
  const missed = source.contract?.checked.filter(({ status }) => status === 'failed').length;
  return (
    <WorkspaceProvider value={workspace}>
      <div
        class="app"
        data-entries={entries.length}
        data-connection={page ? session.connection : 'file'}
      >
        <div class="bar">
          <ViewTabs
            view={id}
            views={views}
            isWatching={page?.live.status.state === 'attached'}
            findings={findings}
            missed={missed}
            onView={showView}
          />
          <div class="bar-end">
            {picking && <picking.FramePicker {...source} />}
            {canExport && (
              <IconButton
                icon="save"
                action="open-export"
                label={message('exportTitle')}
                onClick={() => setIsExporting(true)}
              />
            )}
            <IconButton
              icon="help"
              action="open-help"
              label={message('helpTitle')}
              shortcut="?"
              onClick={() => setIsHelping(true)}
            />
            {barEnd}
          </div>
        </div>
        <Unloaded />
        {picking && <picking.FrameNote {...source} />}
        {dropped}
        {note}
        {isHelping && help && (
          <help.Help views={views.map((each) => each.id)} onClose={() => setIsHelping(false)} />
        )}
        {isExporting && exporting && (
          <exporting.ExportDialog
            // Until when what was read last was so is known to the clock.
            session={page?.clock.now() ?? whole}
            frame={source.frame}
            settings={source.settings}
            selected={selected}
            about={source.about}
            isHidden={isHidden}
            file={source.file}
            onClose={() => setIsExporting(false)}
          />
        )}
        <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${id}`}>
          <CanAct.Provider value={page !== undefined}>
            <ShownDocument.Provider value={currentDocument(session)?.document ?? ''}>
              {view && <CurrentView view={view} />}
            </ShownDocument.Provider>
          </CanAct.Provider>
        </div>
      </div>
    </WorkspaceProvider>
  );
}
