import type { CallActions } from '../../../lib/calls/call-actions';
import type { Finding, FixId } from '../../../lib/diagnosis/finding';
import { type FixAction, fixAction } from '../../../lib/diagnosis/fix-action';
import type { PressedFix } from '../../../lib/diagnosis/judge-fix';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { type MessageKey, message } from '../../../lib/i18n/message';
import type { StorageWrite } from '../../../lib/model/page-state';
import { type Phrase, phrase } from '../../../lib/model/phrase';
import type { PanelActions } from '../../../lib/state/panel-actions';
import { ActionButton } from '../../ui/ActionButton';

/** Resolves with what came of it, where that tells something; with `null` when the user did not want it. */
export type FixWork = () => Promise<Phrase | null | undefined>;

/** A call that was made, to be made again. */
export interface LastInit {
  /** As JavaScript. */
  text: string;
  /** Whether it is begun by the user's next click in the page. */
  isClickNeeded: boolean;
  /** False when the user did not want to click. */
  run(): Promise<boolean>;
}

interface FindingFixesProps {
  finding: Finding;
  known: PageFacts;
  actions: PanelActions;
  calls: CallActions;
  /** Deletes keys; what was there can be brought back. */
  onDelete(target: string, writes: StorageWrite[]): Promise<void>;
  /** Does the work of a fix, and tells what became of it: of work that ends with `null` nothing, as the user has cancelled it. */
  onPress(id: FixId, work: FixWork, waits: PressedFix['waits']): Promise<void>;
  /** The last call that subscribed, and how it is made again; without one the form of the Calls view is shown. */
  lastInit: LastInit | undefined;
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
const questionOf = (fix: FixAction, lastInit: LastInit | undefined): string | undefined => {
  if (fix.type === 'init' && lastInit) return message('fixInitQuestion', lastInit.text);
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
  const run = async (fix: FixAction): Promise<Phrase | null | undefined> => {
    if (fix.type === 'inspect') {
      const { httpStatus, mime } = await actions.fetchScript(fix.script);
      return phrase('fixScriptAnswer', `HTTP ${httpStatus}`, mime || '–');
    }
    if (fix.type === 'ask') return (await calls.askPermission()) ? undefined : null;
    if (fix.type === 'init') {
      if (props.lastInit) return (await props.lastInit.run()) ? undefined : null;
      props.onInitAgain();
    } else if (fix.type === 'worker') await actions.actOnWorker(fix.action);
    else {
      const { key, place } = fix.token;
      await props.onDelete(key, [{ place, key }]);
    }
    return undefined;
  };
  const waitsOf = ({ type }: FixAction): PressedFix['waits'] => {
    if (type === 'init' && !props.lastInit) return 'call';
    return type === 'ask' || (type === 'init' && props.lastInit?.isClickNeeded)
      ? 'click'
      : undefined;
  };
  const buttons = (finding.fixes ?? []).flatMap((id) => {
    const fix = fixAction(id, finding, known);
    if (!fix) return [];
    const question = questionOf(fix, props.lastInit);
    return [
      <ActionButton
        key={id}
        name={id}
        label={message(labels[id])}
        {...(question !== undefined && { question })}
        {...(fix.type === 'init' && { verb: message('fixInitVerb') })}
        run={() => props.onPress(id, () => run(fix), waitsOf(fix))}
      />,
    ];
  });
  return <>{buttons}</>;
}
