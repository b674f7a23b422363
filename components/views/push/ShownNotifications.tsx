import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { PushActions } from '../../../lib/push/push-request';
import { ActionButton } from '../../ui/ActionButton';
import { WorkerMessage } from './WorkerMessage';

interface ShownNotificationsProps {
  known: PageFacts | undefined;
  actions: PushActions;
  onClose(scope: string, shown: { title: string; body: string; tag: string }): Promise<void>;
  /** Posts a message to the worker. */
  onPost(scope: string, data: Encoded): Promise<void>;
}

/** The notifications that the SDK's worker shows now, and what a click on them does. */
export function ShownNotifications({ known, actions, onClose, onPost }: ShownNotificationsProps) {
  const own = known?.own;
  const notifications = own && 'ok' in own.notifications ? own.notifications.ok : [];
  const worker = own?.active ? { scriptURL: own.active.scriptURL, scope: own.scope } : null;
  return (
    <section class="state-section" aria-labelledby="push-shown">
      <h2 id="push-shown">{message('notificationsShown', notifications.length)}</h2>
      <ul class="saved">
        {notifications.map((shown, index) => (
          <li key={`${index} ${shown.tag} ${shown.title}`} data-shown={shown.title}>
            <b>{shown.title}</b> <span class="saved-text">{shown.body}</span>
            {worker && actions.canEnter && (
              <>
                <ActionButton
                  name="click-notification"
                  label={message('pushClick')}
                  fullLabel={`${message('pushClick')}: ${shown.title}`}
                  run={() => actions.click(worker, shown, '')}
                />
                {shown.actions.map(({ action, title }) => (
                  <ActionButton
                    key={action}
                    name="click-action"
                    label={title}
                    fullLabel={`${title}: ${shown.title}`}
                    run={() => actions.click(worker, shown, action)}
                  />
                ))}
              </>
            )}
            {own && (
              <ActionButton
                name="close-shown"
                label={message('closeNotification')}
                fullLabel={`${message('closeNotification')}: ${shown.title}`}
                run={() => onClose(own.scope, shown)}
              />
            )}
          </li>
        ))}
      </ul>
      {worker && actions.canEnter && (
        <ActionButton
          name="subscription-change"
          label={message('pushChangeEvent')}
          run={() => actions.changeSubscription(worker)}
        />
      )}
      {worker && <WorkerMessage onPost={(data) => onPost(worker.scope, data)} />}
      {!actions.canEnter && <p class="fact-note">{message('pushClickNever')}</p>}
    </section>
  );
}
