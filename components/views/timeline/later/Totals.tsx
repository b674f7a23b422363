import { useMemo } from 'preact/hooks';
import { plural } from '../../../../lib/i18n/plural';
import type { SessionEntry } from '../../../../lib/model/session';
import { callTotals } from '../../../../lib/outcome/call-totals';
import type { Outcomes } from '../../../../lib/outcome/outcomes';

interface TotalsProps {
  entries: readonly SessionEntry[];
  outcomes: Outcomes;
}

/** How many calls there were, and how many of them came to nothing. */
export function Totals({ entries, outcomes }: TotalsProps) {
  const { calls, came } = useMemo(() => callTotals(entries, outcomes), [entries, outcomes]);
  if (calls === 0) return null;
  const texts = [
    plural('totalCalls', calls),
    ...(came?.failed ? [plural('totalFailed', came.failed)] : []),
    ...(came?.idle ? [plural('totalIdle', came.idle)] : []),
  ];
  return (
    <span class="totals" data-totals={[calls, came?.failed, came?.idle].join(' ')}>
      {texts.join(', ')}
    </span>
  );
}
