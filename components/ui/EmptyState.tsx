import { type MessageKey, message } from '../../lib/i18n/message';
import type { EmptyNotice } from '../../lib/timeline/notice';

interface EmptyStateProps {
  notice: EmptyNotice;
  onReloadPage(): void;
  onRetry(): void;
  onClearFilter(): void;
  onStartRecording(): void;
}

interface Text {
  title: MessageKey;
  paragraphs: MessageKey[];
  causes?: MessageKey[];
  button?: { label: MessageKey; action: Exclude<keyof EmptyStateProps, 'notice'> };
}

const texts: Record<EmptyNotice, Text> = {
  'no-sdk': {
    title: 'noSdkTitle',
    paragraphs: ['noSdkLookedFor', 'noSdkLater'],
    causes: ['noSdkBlocked', 'noSdkConsent', 'noSdkFrame', 'noSdkEarlier'],
    button: { label: 'reloadPage', action: 'onReloadPage' },
  },
  unreachable: {
    title: 'unreachableTitle',
    paragraphs: ['unreachableText'],
    button: { label: 'retry', action: 'onRetry' },
  },
  'reload-needed': {
    title: 'reloadNeededTitle',
    paragraphs: ['reloadNeededText'],
    button: { label: 'reloadPage', action: 'onReloadPage' },
  },
  'not-recording': {
    title: 'notRecordingTitle',
    paragraphs: ['notRecordingText'],
    button: { label: 'startRecording', action: 'onStartRecording' },
  },
  'nothing-yet': { title: 'nothingYetTitle', paragraphs: ['nothingYetText'] },
  'no-match': {
    title: 'noMatchTitle',
    paragraphs: ['noMatchText'],
    button: { label: 'clearFilter', action: 'onClearFilter' },
  },
};

/** Says why there is nothing to see, and what to do. */
export function EmptyState(props: EmptyStateProps) {
  const { title, paragraphs, causes, button } = texts[props.notice];
  return (
    <section class="empty" data-notice={props.notice} aria-labelledby="empty-title">
      <h2 id="empty-title">{message(title)}</h2>
      {paragraphs.map((key) => (
        <p key={key}>{message(key)}</p>
      ))}
      {causes && (
        <>
          <p>{message('usualCauses')}</p>
          <ul>
            {causes.map((key) => (
              <li key={key}>{message(key)}</li>
            ))}
          </ul>
        </>
      )}
      {button && (
        <button type="button" class="button" onClick={props[button.action]}>
          {message(button.label)}
        </button>
      )}
    </section>
  );
}
