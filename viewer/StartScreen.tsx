import type { ComponentChildren } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { OpenFileButton } from '../components/ui/OpenFileButton';
import { useFileDrop } from '../components/ui/use-file-drop';
import { type Opened, openFile } from '../components/views/sessions/open-file';
import type { ViewedPage } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { PageRow } from './PageRow';
import { RecentFiles } from './RecentFiles';
import { keepRecent, readRecent, withRecent } from './recent-files';
import type { ReadSession } from './use-sessions';

interface StartScreenProps {
  pages: readonly ViewedPage[];
  read: readonly ReadSession[];
  languages: ComponentChildren;
  onPage(index: number): void;
  onOpened(opened: Opened): void;
}

/** The pages that there are, and a place for a file. */
export function StartScreen({ pages, read, languages, onPage, onOpened }: StartScreenProps) {
  const [problem, setProblem] = useState('');
  const open = useCallback(
    async (file: Blob) => {
      setProblem('');
      const opened = await openFile(file);
      if (file instanceof File) keepRecent(withRecent(readRecent(), file.name, Date.now()));
      onOpened(opened);
    },
    [onOpened],
  );
  const [recent, setRecent] = useState(readRecent);
  const chooser = useRef<HTMLDivElement>(null);
  const dropped = useFileDrop(open);
  return (
    <div class="app" data-viewer={pages.length > 0 ? 'list' : 'empty'} data-pages={pages.length}>
      <div class="bar">
        <p class="viewer-name">AKPush Inspector</p>
        <div class="bar-end">{languages}</div>
      </div>
      {dropped}
      <main class="viewer-start">
        {pages.length > 0 && (
          <>
            <h1>{message('viewerPages')}</h1>
            <ul class="session-list">
              {pages.map((page, index) => (
                <PageRow
                  key={page.id}
                  page={page}
                  opened={read[index]}
                  onOpen={() => onPage(index)}
                />
              ))}
            </ul>
          </>
        )}
        <div class={pages.length > 0 ? 'viewer-file' : 'viewer-file viewer-only'}>
          {pages.length === 0 && (
            <>
              <h1>{message('viewerTitle')}</h1>
              <p>{message('viewerWhat')}</p>
              <p>{message('viewerFiles')}</p>
            </>
          )}
          <p class="none">{message('viewerDrop')}</p>
          <div ref={chooser}>
            <OpenFileButton
              onFile={(file) => void open(file).catch((error: Error) => setProblem(error.message))}
            />
          </div>
          {problem && (
            <p class="error-text" role="alert">
              {problem}
            </p>
          )}
          <RecentFiles
            files={recent}
            onKeep={(isKept) => {
              keepRecent(isKept ? [] : null);
              setRecent(readRecent());
            }}
            onChoose={() => chooser.current?.querySelector('button')?.click()}
          />
        </div>
      </main>
    </div>
  );
}
