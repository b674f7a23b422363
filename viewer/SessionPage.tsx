import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { FileApp } from '../components/views/sessions/FileApp';
import type { Opened } from '../components/views/sessions/open-file';
import { engineOf } from '../lib/diagnosis/engine';
import type { ViewedRun } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { environmentText } from '../lib/text/browser-name';
import type { Settings } from '../lib/timeline/settings';
import { openAddress } from './open-address';
import { RunNote } from './RunNote';

interface SessionPageProps {
  opened: Opened;
  /** What a command has said of it; `null`: none has. */
  run: ViewedRun | null;
  languages: ComponentChildren;
  theme: 'light' | 'dark';
  settings: Settings;
  onSettings(next: Settings): void;
  onOpened(opened: Opened): void;
  /** Goes back to where it was opened from; absent where that is nowhere. */
  onClose: (() => void) | undefined;
  closeLabel: string;
}

/** One session in the panel's views. What is said of a browser is said of the one that it was recorded in. */
export function SessionPage({
  opened,
  run,
  languages,
  onClose,
  closeLabel,
  ...props
}: SessionPageProps) {
  const { extension, browser, name } = opened.file;
  const title = run?.url ?? name;
  useEffect(() => {
    document.title = `${title} – AKPush Inspector`;
    return () => {
      document.title = 'AKPush Inspector';
    };
  }, [title]);
  const isGecko = engineOf(browser) === 'gecko';
  return (
    <FileApp
      {...props}
      opened={opened}
      version={extension}
      environment={environmentText(extension, browser)}
      resetHelp={message(isGecko ? 'resetHelpPadlock' : 'resetHelpAddressBar')}
      muted={run?.muted}
      unseen={run?.unseen}
      note={run && <RunNote run={run} />}
      barEnd={languages}
      {...(onClose && { onClose })}
      closeLabel={closeLabel}
      onOpenSource={openAddress}
    />
  );
}
