import { useState } from 'preact/hooks';
import { newestWorker } from '../../../lib/facts/newest-worker';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { message } from '../../../lib/i18n/message';
import type { RegistrationState, WorkerAction } from '../../../lib/model/page-state';
import type { ScriptReport } from '../../../lib/model/script-report';
import type { PanelActions } from '../../../lib/state/panel-actions';
import { judgeRegistration, registrationItems } from '../../../lib/state/worker-items';
import { inWords } from '../../../lib/text/in-words';
import { ActionButton } from '../../ui/ActionButton';
import { BreakableName } from '../../ui/BreakableName';
import { JsonTree } from '../../ui/JsonTree';
import { ItemList } from './ItemList';
import { ScriptReportView } from './ScriptReportView';

interface RegistrationProps {
  registration: RegistrationState;
  known: PageFacts;
  news: ReadonlySet<string>;
  /** Absent where nothing can be done: then there are no buttons. */
  actions: PanelActions | undefined;
  onCopy(text: string): void;
  onAct(action: WorkerAction): Promise<void>;
}

/** A registration: its workers, its notifications, and what can be done to it. */
export function Registration(props: RegistrationProps) {
  const { registration, known, news, actions, onCopy, onAct } = props;
  const { scope, waiting, notifications, subscription } = registration;
  const [report, setReport] = useState<ScriptReport | null>(null);
  const { isOwn, why } = judgeRegistration(registration, known);
  const script = newestWorker(registration)?.scriptURL;
  const shown = 'ok' in notifications ? notifications.ok : [];
  return (
    <div class="registration" data-registration={scope} data-sdk={isOwn ? 'yes' : 'no'}>
      <h3>
        <BreakableName text={scope} />
      </h3>
      <p class={isOwn ? 'fact-note' : 'fact-note foreign'}>{inWords(why)}</p>
      <ItemList items={registrationItems(registration, known)} news={news} onCopy={onCopy} />
      <div class="actions">
        {script && (
          <ActionButton
            name="inspect-script"
            label={message('inspectScript')}
            run={async () => actions && setReport(await actions.fetchScript(script))}
          />
        )}
        <ActionButton
          name="update"
          label={message('updateWorker')}
          question={message('updateWorkerQuestion', scope)}
          run={() => onAct({ type: 'update', scope })}
        />
        {waiting && (
          <ActionButton
            name="skip-waiting"
            label={message('skipWaiting')}
            question={message('skipWaitingQuestion')}
            run={() => onAct({ type: 'skipWaiting', scope })}
          />
        )}
        {'ok' in subscription && subscription.ok && (
          <ActionButton
            name="unsubscribe"
            label={message('unsubscribe')}
            verb={message('unsubscribeVerb')}
            question={message('unsubscribeQuestion')}
            run={() => onAct({ type: 'unsubscribe', scope })}
          />
        )}
        <ActionButton
          name="unregister"
          label={message('unregister')}
          question={message('unregisterQuestion', scope)}
          run={() => onAct({ type: 'unregister', scope })}
        />
      </div>
      {report && <ScriptReportView report={report} scope={scope} onClose={() => setReport(null)} />}
      {(shown.length > 0 || 'failed' in notifications) && (
        <h4>{message('notificationsShown', shown.length)}</h4>
      )}
      {'failed' in notifications && <p class="error-text">{notifications.failed.message}</p>}
      <ul class="stored">
        {shown.map((each, index) => (
          <li key={`${index} ${each.tag}`} data-notification={each.tag}>
            <div>
              <b>{each.title}</b> {each.body} {each.tag && <code>tag {each.tag}</code>}
            </div>
            {each.actions.length > 0 && (
              <div class="none">{each.actions.map(({ title }) => title).join(', ')}</div>
            )}
            {each.data !== null && <JsonTree label="data" value={each.data} onCopy={onCopy} />}
            <ActionButton
              name="close-notification"
              label={message('closeNotification')}
              fullLabel={message('closeNamed', each.title)}
              question={message('closeNotificationQuestion', each.title)}
              run={() => onAct({ type: 'closeNotification', scope, ...pick(each) })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

const pick = ({ tag, title, body }: { tag: string; title: string; body: string }) => ({
  tag,
  title,
  body,
});
