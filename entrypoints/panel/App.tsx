import { useLayoutEffect } from 'preact/hooks';
import { Timeline } from '../../components/Timeline';
import type { Session, SessionChange } from '../../lib/session';
import type { Settings } from '../../lib/timeline/settings';

/** What the panel's places give to the screen, and what they take from it. */
export interface AppProps {
  session: Session;
  theme: 'light' | 'dark';
  /** Which view is shown; one that is not known is the timeline. */
  view: string;
  settings: Settings;
  /** The extension's version. */
  version: string;
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
export function App({ theme, view: _view, ...props }: AppProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const { entries, connection } = props.session;
  return (
    <div class="app" data-entries={entries.length} data-connection={connection}>
      <Timeline {...props} />
    </div>
  );
}
