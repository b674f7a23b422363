import type { CallActions } from '../../lib/calls/call-actions';
import type { Finding, FixId } from '../../lib/diagnosis/finding';
import { type FixAction, fixAction } from '../../lib/diagnosis/fix-action';
import type { PageFacts } from '../../lib/facts/page-facts';
import { type MessageKey, message } from '../../lib/i18n/message';
import type { StorageWrite } from '../../lib/model/page-state';
import type { PanelActions } from '../../lib/state/panel-actions';
import { ActionButton } from '../state/ActionButton';

interface FindingFixesProps {
  finding: Finding;
  known: PageFacts;
  actions: PanelActions;
  calls: CallActions;
  /** Deletes keys; what was there can be brought back. */
  onDelete(target: string, writes: StorageWrite[]): Promise<void>;
  /** Does the work of a fix, and tells what became of it. */
  onPress(id: FixId, work: () => Promise<unknown>): Promise<void>;
  /** Shows the last call that subscribed, to be made again. */
  onInitAgain(): void;
}

const labels: Record<FixId, MessageKey> = {
  'ask-permission': 'fixAskPermission',
  'update-worker': 'updateWorker',
  'skip-waiting': 'skipWaiting',
  'unregister-worker': 'unregister',
  unsubscribe: 'unsubscribe',
  'clear-token': 'fixClearToken',
  'init-again': 'fixInitAgain',
  'inspect-script': 'inspectScript',
};

/** What is asked before something is changed; `undefined`: nothing is lost by it. */
const questionOf = (fix: FixAction): string | undefined => {
  if (fix.type === 'clear') return message('fixClearTokenQuestion', fix.token.key);
  if (fix.type !== 'worker') return undefined;
  const { type, scope } = fix.action;
  if (type === 'skipWaiting') return message('skipWaitingQuestion');
  if (type === 'unsubscribe') return message('unsubscribeQuestion');
  return type === 'unregister' ? message('unregisterQuestion', scope) : undefined;
};

/** What can be done about a finding here: the same recorded actions as in State and Calls, with the same questions. */
export function FindingFixes(props: FindingFixesProps) {
  const { finding, known, actions, calls } = props;
  const run = async (fix: FixAction): Promise<unknown> => {
    if (fix.type === 'ask') return calls.askPermission();
    if (fix.type === 'init') return props.onInitAgain();
    if (fix.type === 'worker') return actions.actOnWorker(fix.action);
    if (fix.type === 'inspect') return actions.fetchScript(fix.script);
    const { key, place } = fix.token;
    return props.onDelete(key, [{ place, key }]);
  };
  const buttons = (finding.fixes ?? []).flatMap((id) => {
    const fix = fixAction(id, finding, known);
    if (!fix) return [];
    const question = questionOf(fix);
    return [
      <ActionButton
        key={id}
        name={id}
        label={message(labels[id])}
        {...(question !== undefined && { question })}
        run={() => props.onPress(id, () => run(fix))}
      />,
    ];
  });
  return <>{buttons}</>;
}
