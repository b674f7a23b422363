import type { CallWarning } from '../../../lib/calls/warnings';
import { inWords } from '../../../lib/text/in-words';
import { SeverityMark } from '../../ui/SeverityMark';

/** What will make a call do other than expected. */
export function Warnings({ warnings }: { warnings: readonly CallWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map(({ id, text }) => {
        const sentence = inWords(text);
        return (
          <li key={`${id}${sentence}`} data-warning={id}>
            <SeverityMark severity="warning" /> {sentence}
          </li>
        );
      })}
    </ul>
  );
}
