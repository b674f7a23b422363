import type { CachedValue } from '../facts/cache-facts';
import type { PageFacts } from '../facts/page-facts';
import { renewalOf } from '../facts/renewal';
import type { WorkerAction } from '../model/page-state';
import { canAskFirst } from './can-ask-first';
import type { Finding, FixId } from './finding';

/** What a fix does in the state that is known. */
export type FixAction =
  | { type: 'ask' }
  | { type: 'init' }
  | { type: 'worker'; action: WorkerAction }
  | { type: 'clear'; token: CachedValue }
  | { type: 'inspect'; script: string };

/** Where the SDK looks for its worker's script, on the page's own origin. */
const wantedScript = ({ sdk, state }: PageFacts): string | undefined => {
  const path = sdk.config?.swPath;
  const scopes = 'ok' in state.workers ? state.workers.ok.registrations : [];
  const base = scopes[0]?.scope ?? sdk.entry?.url;
  return path !== undefined && base !== undefined && URL.canParse(path, base)
    ? new URL(path, base).href
    : undefined;
};

const onRegistration = (
  type: 'update' | 'skipWaiting' | 'unregister',
  { scope }: Pick<Finding, 'scope'>,
  { own, state }: PageFacts,
): FixAction | undefined => {
  const wanted = scope ?? own?.scope;
  const all = 'ok' in state.workers ? state.workers.ok.registrations : [];
  const there = all.find((each) => each.scope === wanted);
  if (!there || (type === 'skipWaiting' && !there.waiting)) return undefined;
  return { type: 'worker', action: { type, scope: there.scope } };
};

/** `initSubscription` again, where that subscribes: not with a permission that is denied, and not in builds that are done with it. */
const canInit = (known: PageFacts): boolean =>
  known.sdk.entry !== undefined &&
  known.state.permission.notification !== 'denied' &&
  renewalOf(known) === 'init';

const actions: Record<
  FixId,
  (known: PageFacts, finding: Pick<Finding, 'scope'>) => FixAction | undefined
> = {
  'ask-permission': (known) =>
    known.state.permission.notification === 'default' && canAskFirst(known)
      ? { type: 'ask' }
      : undefined,
  'update-worker': (known, finding) => onRegistration('update', finding, known),
  'skip-waiting': (known, finding) => onRegistration('skipWaiting', finding, known),
  'unregister-worker': (known, finding) => onRegistration('unregister', finding, known),
  unsubscribe: ({ subscription }) =>
    subscription?.scope && !subscription.isOfPage
      ? { type: 'worker', action: { type: 'unsubscribe', scope: subscription.scope } }
      : undefined,
  // A build that does not get a new token by itself would lose it for good.
  'clear-token': (known) =>
    known.token && canInit(known) ? { type: 'clear', token: known.token } : undefined,
  'init-again': (known) => (canInit(known) ? { type: 'init' } : undefined),
  'inspect-script': (known) => {
    const script = known.own?.active?.scriptURL ?? wantedScript(known);
    return script === undefined ? undefined : { type: 'inspect', script };
  },
};

/** What a fix of a finding does; `undefined` where it would do nothing, or harm. */
export const fixAction = (
  id: FixId,
  finding: Pick<Finding, 'scope'>,
  known: PageFacts,
): FixAction | undefined => actions[id](known, finding);
