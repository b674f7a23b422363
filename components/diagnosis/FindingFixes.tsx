import type { CallActions } from '../../lib/calls/call-actions';
import type { Finding, FixId } from '../../lib/diagnosis/finding';
import { type MessageKey, message } from '../../lib/i18n/message';
import type { Known } from '../../lib/state/known';
import type { StorageWrite, WorkerAction } from '../../lib/state/page-state';
import type { PanelActions } from '../../lib/state/panel-actions';
import { ActionButton } from '../state/ActionButton';

interface FindingFixesProps {
  finding: Finding;
  known: Known;
  actions: PanelActions;
  calls: CallActions;
  /** Deletes keys; what was there can be brought back. */
  onDelete(target: string, writes: StorageWrite[]): Promise<void>;
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

/** What can be done about a finding here: the same recorded actions as in State and Calls, with the same questions. */
export function FindingFixes(props: FindingFixesProps) {
  const { finding, known, actions, calls } = props;
  const { own, subscription, cache } = known;
  const scope = finding.scope ?? own?.scope;
  const token = cache.values.token ?? cache.legacy.token;
  const script = own?.active?.scriptURL ?? scriptOf(known);
  const act = (action: WorkerAction) => actions.actOnWorker(action);
  const button = (id: FixId, run: () => Promise<unknown>, question?: string) => (
    <ActionButton
      key={id}
      name={id}
      label={message(labels[id])}
      {...(question !== undefined && { question })}
      run={run}
    />
  );
  const subscribed = subscription?.isOfPage ? null : subscription?.scope;
  const drawn: Record<FixId, () => ReturnType<typeof button> | undefined> = {
    'ask-permission': () => button('ask-permission', calls.askPermission),
    'update-worker': () =>
      scope === undefined
        ? undefined
        : button('update-worker', () => act({ type: 'update', scope })),
    'skip-waiting': () =>
      scope === undefined
        ? undefined
        : button(
            'skip-waiting',
            () => act({ type: 'skipWaiting', scope }),
            message('skipWaitingQuestion'),
          ),
    'unregister-worker': () =>
      scope === undefined
        ? undefined
        : button(
            'unregister-worker',
            () => act({ type: 'unregister', scope }),
            message('unregisterQuestion', scope),
          ),
    unsubscribe: () =>
      subscribed
        ? button(
            'unsubscribe',
            () => act({ type: 'unsubscribe', scope: subscribed }),
            message('unsubscribeQuestion'),
          )
        : undefined,
    'clear-token': () =>
      token &&
      button(
        'clear-token',
        () => props.onDelete(token.key, [{ place: token.place, key: token.key }]),
        message('fixClearTokenQuestion', token.key),
      ),
    'init-again': () =>
      known.sdk.entry ? button('init-again', async () => props.onInitAgain()) : undefined,
    'inspect-script': () =>
      script === undefined
        ? undefined
        : button('inspect-script', () => actions.fetchScript(script)),
  };
  return <>{(finding.fixes ?? []).map((id) => drawn[id]())}</>;
}

/** Where the SDK looks for its worker's script, on the page's own origin. */
const scriptOf = ({ sdk, state }: Known): string | undefined => {
  const path = sdk.config?.swPath;
  const scopes = 'ok' in state.workers ? state.workers.ok.registrations : [];
  const base = scopes[0]?.scope ?? sdk.entry?.url;
  return path !== undefined && base !== undefined && URL.canParse(path, base)
    ? new URL(path, base).href
    : undefined;
};
