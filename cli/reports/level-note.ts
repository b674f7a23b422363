import type { FoundFinding } from '../page-result';

/** What is to be said of a finding that does not count as what it is; empty where it does. */
export const levelNote = ({
  level,
  severity,
}: Pick<FoundFinding, 'level' | 'severity'>): string => {
  if (level === 'off') return ' (muted)';
  return level === severity ? '' : ` (counts as ${level})`;
};
