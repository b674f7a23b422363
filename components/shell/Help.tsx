import { sdkGuideIn } from '../../lib/akpush/sdk-guide';
import { message } from '../../lib/i18n/message';
import type { MessageKey } from '../../lib/model/message-key';
import { keyLines } from '../ui/keys';
import { useChunk } from '../ui/use-chunk';
import { useModal } from '../ui/use-modal';
import { useWorkspace } from './workspace';

interface HelpProps {
  /** The ids of the views that there are. */
  views: readonly string[];
  onClose(): void;
}

/** What to begin with: a view, what it is for, and the words of its button. */
const starts: readonly (readonly [view: string, text: MessageKey, label: MessageKey])[] = [
  ['diagnosis', 'helpDiagnosis', 'viewDiagnosis'],
  ['push', 'helpPush', 'viewPush'],
  ['sessions', 'helpRecord', 'viewSessions'],
];

/** What a pointer is told by tooltips, for whoever has none: a view, what it has, what that does. */
const controls: readonly (readonly [view: string, name: MessageKey, text: MessageKey])[] = [
  ['timeline', 'filterLabel', 'filterHelp'],
  ['timeline', 'kindsLabel', 'chipHelp'],
  ['timeline', 'columnsLabel', 'columnHelp'],
  ['timeline', 'preserveLog', 'preserveLogHelp'],
  ['calls', 'runGesture', 'runGestureHelp'],
  ['calls', 'runClick', 'runClickHelp'],
];

/** Documentation by its topic. */
const topics = (): readonly (readonly [topic: MessageKey, url: string])[] => [
  ['sdkMethodsGuide', sdkGuideIn(message('locale'))],
  ['helpPushApi', 'https://developer.mozilla.org/docs/Web/API/Push_API'],
  [
    'helpWorkers',
    'https://developer.mozilla.org/docs/Web/API/Service_Worker_API/Using_Service_Workers',
  ],
  [
    'helpPermission',
    'https://developer.mozilla.org/docs/Web/API/Notifications_API/Using_the_Notifications_API',
  ],
];

/** What the page of a session leaves out: it is no extension that could be new. */
const loadMore = import.meta.env.VIEWER ? undefined : () => import('./HelpMore');
const never = () => Promise.reject(new Error('Nothing more.'));

/** Where to begin, which keys there are, and where more is said. */
export function Help({ views, onClose }: HelpProps) {
  const { version, showView, onOptions } = useWorkspace();
  const dialog = useModal();
  const more = useChunk(loadMore ?? never, loadMore !== undefined);
  return (
    <dialog
      ref={dialog}
      class="dialog dialog-wide help"
      data-dialog="help"
      aria-labelledby="help-title"
      // Keys in it are not for what lies behind; Escape is the browser's way to close it.
      onKeyDown={(event) => event.stopPropagation()}
      onClose={onClose}
    >
      <h2 id="help-title">{message('helpTitle')}</h2>
      <h3>{message('helpStart')}</h3>
      <ul class="help-starts">
        {starts
          .filter(([view]) => views.includes(view))
          .map(([view, text, label]) => (
            <li key={view}>
              <p>{message(text)}</p>
              <button
                type="button"
                class="button"
                data-help-view={view}
                onClick={() => {
                  onClose();
                  showView(view);
                }}
              >
                {message(label)}
              </button>
            </li>
          ))}
      </ul>
      <h3>{message('keysTitle')}</h3>
      <dl class="help-keys">
        {keyLines().map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{message(text)}</dd>
          </div>
        ))}
      </dl>
      <h3>{message('helpSigns')}</h3>
      <p class="help-signs">{message('signLegend')}</p>
      <h3>{message('helpControls')}</h3>
      <dl class="help-keys help-controls">
        {controls
          .filter(([view]) => views.includes(view))
          .map(([, name, text]) => (
            <div key={text}>
              <dt>{message(name)}</dt>
              <dd>{message(text)}</dd>
            </div>
          ))}
      </dl>
      <h3>{message('helpTopics')}</h3>
      <ul class="help-topics">
        {topics().map(([topic, url]) => (
          <li key={url}>
            <a
              class="link"
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={`${message(topic)}, ${message('opensNewTab')}`}
              title={message('opensNewTab')}
            >
              {message(topic)} ↗
            </a>
          </li>
        ))}
      </ul>
      {more && <more.HelpMore />}
      <div class="dialog-buttons">
        <button type="button" class="button primary" data-action="close-help" onClick={onClose}>
          {message('helpClose')}
        </button>
        {onOptions && (
          <button type="button" class="button" data-action="open-options" onClick={onOptions}>
            {message('optionsOpen')}
          </button>
        )}
        <span class="none">AKPush Inspector {version}</span>
      </div>
    </dialog>
  );
}
