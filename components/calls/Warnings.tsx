import type { CallWarning } from '../../lib/calls/warnings';
import { SeverityMark } from '../SeverityMark';

/** What will make a call do other than expected. */
export function Warnings({ warnings }: { warnings: readonly CallWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map(({ id, text }) => (
        <li key={`${id}${text}`} data-warning={id}>
          <SeverityMark severity="warning" /> {text}
        </li>
      ))}
    </ul>
  );
}
