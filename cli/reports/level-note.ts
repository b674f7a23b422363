import type { FoundFinding } from '../page-result';

/** What is to be said of a finding that does not count as what it is; empty where it does. */
export const levelNote = ({
  level,
  severity,
  isKnown,
}: Pick<FoundFinding, 'level' | 'severity' | 'isKnown'>): string => {
  if (level === 'off') return ' (muted)';
  if (isKnown) return ' (known)';
  return level === severity ? '' : ` (counts as ${level})`;
};
