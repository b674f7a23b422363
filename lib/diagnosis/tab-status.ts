import type { TabStatus } from '../messaging/tab-message';
import type { SessionDiagnosis } from './diagnose-session';

/** How the toolbar button marks a tab that was diagnosed; `undefined` for a page without AKPush. */
export const tabStatusOf = ({
  findings,
  chain,
}: Pick<SessionDiagnosis, 'findings' | 'chain'>): TabStatus | undefined => {
  const stateOf = (id: string) => chain.nodes.find((node) => node.id === id)?.state;
  if (findings.some(({ id }) => id === 'no-sdk')) return undefined;
  if (findings.some(({ severity }) => severity === 'error')) return 'problem';
  if (stateOf('sdk') !== 'ok') return undefined;
  return stateOf('subscription') === 'ok' && stateOf('token') === 'ok' ? 'subscribed' : 'found';
};
