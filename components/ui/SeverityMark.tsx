import { type MessageKey, message } from '../../lib/i18n/message';
import type { Severity } from '../../lib/outcome/outcome';

const marks: Record<Severity, { sign: string; name: MessageKey }> = {
  ok: { sign: '✓', name: 'severityOk' },
  info: { sign: '–', name: 'severityInfo' },
  warning: { sign: '!', name: 'severityWarning' },
  error: { sign: '✕', name: 'severityError' },
};

/** The sign of a severity; its colour says nothing that the sign does not say. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { sign, name } = marks[severity];
  return (
    <span class={`severity severity-${severity}`} title={message(name)}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{message(name)}</span>
    </span>
  );
}
