import type { TabStatus } from '../protocol/tab-status';
import type { InputDiagnosis } from './diagnose-session';
import type { VerdictId } from './verdict';

const statuses: Record<VerdictId, TabStatus> = {
  broken: 'problem',
  limited: 'limited',
  'not-subscribed': 'found',
  unknown: 'found',
  works: 'subscribed',
};

/** How the toolbar button marks a tab that was diagnosed: what the verdict says; `undefined` for a page without AKPush. */
export const tabStatusOf = ({
  verdict,
  chain,
}: Pick<InputDiagnosis, 'verdict' | 'chain'>): TabStatus | undefined => {
  const sdk = chain.nodes.find(({ id }) => id === 'sdk');
  if (sdk?.findings.includes('no-sdk')) return undefined;
  if (verdict.id !== 'broken' && sdk?.state !== 'ok') return undefined;
  return statuses[verdict.id];
};
