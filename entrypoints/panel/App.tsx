import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { StateView } from '../../components/state/StateView';
import { Timeline } from '../../components/Timeline';
import { ViewTabs } from '../../components/ViewTabs';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { Session, SessionChange } from '../../lib/session';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import type { Settings } from '../../lib/timeline/settings';
import { readView } from '../../lib/view';

/** What the panel's places give to the screen, and what they take from it. */
export interface AppProps {
  session: Session;
  theme: 'light' | 'dark';
  /** Which view is shown first; one that is not known is the timeline. */
  view: string;
  settings: Settings;
  /** The extension's version. */
  version: string;
  actions: PanelActions;
  /** How a permission is reset in this browser. */
  resetHelp: string;
  /** Recording on and off, clear. */
  onChange(change: SessionChange): void;
  /** Must be given back as `settings` at once: the filter's field shows what it says. */
  onSettings(next: Settings): void;
  onReloadPage(): void;
  onRetry(): void;
  /** Shows a place of the page's scripts in DevTools. Lines and columns count from 1. */
  onOpenSource(url: string, line: number, column: number): void;
}

/** The panel. `data-entries` and `data-connection` are relied on by automation. */
export function App({ theme, view: first, actions, resetHelp, ...props }: AppProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const [view, setView] = useState(() => readView(first));
  const [undos, setUndos] = useState<readonly Undoable[]>([]);
  const { session, onReloadPage, onRetry } = props;
  const { entries, connection, pages, readings, state } = session;
  const outcomes = useMemo(
    () => readOutcomes({ pages, entries, readings, state }),
    [pages, entries, readings, state],
  );
  return (
    <div class="app" data-entries={entries.length} data-connection={connection}>
      <ViewTabs view={view} onView={setView} />
      <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view}`}>
        {view === 'state' ? (
          <StateView
            session={session}
            actions={actions}
            resetHelp={resetHelp}
            undos={undos}
            onUndos={setUndos}
            onReloadPage={onReloadPage}
            onRetry={onRetry}
          />
        ) : (
          <Timeline {...props} outcomes={outcomes} />
        )}
      </div>
    </div>
  );
}
