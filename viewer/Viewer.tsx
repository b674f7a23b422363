import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Opened } from '../components/views/sessions/open-file';
import type { ViewedPage } from '../lib/formats/viewed-run';
import { message, provideMessages } from '../lib/i18n/message';
import { type Language, unpackMessages } from '../lib/i18n/packed-messages';
import { readSettings } from '../lib/timeline/settings';
import { LanguageSwitch } from './LanguageSwitch';
import { SessionPage } from './SessionPage';
import { StartScreen } from './StartScreen';
import { useSessions } from './use-sessions';
import { useTheme } from './use-theme';

interface ViewerProps {
  pages: readonly ViewedPage[];
  /** The texts, by `packMessages`. */
  messages: string;
  /** The text of a session file, by its page's id. */
  readSession(id: string): Promise<string>;
}

const firstLanguage = (): Language => (/^ru\b/i.test(navigator.language) ? 'ru' : 'en');

/** A list where there are several pages, each page's views, and files that are opened. Nothing is kept, but the names of files where the user wants that: what is closed is as before. */
export function Viewer({ pages, messages, readSession }: ViewerProps) {
  const [language, setLanguage] = useState(firstLanguage);
  const theme = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const [settings, setSettings] = useState(() => readSettings(undefined));
  // Before anything below asks for a text.
  useMemo(() => {
    provideMessages(unpackMessages(messages, language));
    document.documentElement.lang = language;
  }, [messages, language]);
  const read = useSessions(pages, readSession);
  /** A file of the user's comes before the page that was chosen. */
  const [file, setFile] = useState<Opened | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const openFile = useCallback((opened: Opened) => setFile(opened), []);
  // One page needs no list, unless there is nothing else to be seen of it.
  const index = chosen ?? (pages.length === 1 ? 0 : null);
  const opened = file ?? (index === null ? null : read[index]);
  const isReading = index !== null && opened === undefined;
  const languages = <LanguageSwitch language={language} onLanguage={setLanguage} />;
  if (isReading) return <div class="app" data-viewer="reading" />;
  if (!opened)
    return (
      <StartScreen
        key={language}
        {...{ pages, read, languages }}
        onPage={setChosen}
        onOpened={openFile}
      />
    );
  const close = () => {
    setFile(null);
    setChosen(null);
  };
  return (
    <SessionPage
      // Another session, or another language, begins anew.
      key={`${language} ${file ? file.file.savedAt : index}`}
      {...{ opened, languages, theme, settings }}
      run={(!file && index !== null && pages[index]?.run) || null}
      onSettings={setSettings}
      onOpened={openFile}
      closeLabel={message(pages.length > 1 ? 'viewerBack' : 'viewerClose')}
      onClose={pages.length === 1 && !file ? undefined : close}
    />
  );
}
