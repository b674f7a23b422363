import type { FactState } from '../../../lib/facts/fact-state';
import { type MessageKey, message } from '../../../lib/i18n/message';
import { markOf } from '../../../lib/text/sign';

const marks: Record<FactState, { sign: string; name: MessageKey }> = {
  ok: { sign: markOf('ok'), name: 'factStateOk' },
  missing: { sign: markOf('not-yet'), name: 'factStateMissing' },
  differs: { sign: '≠', name: 'factStateDiffers' },
  failed: { sign: markOf('fault'), name: 'factStateFailed' },
  unknown: { sign: markOf('unread'), name: 'factStateUnknown' },
};

/** The sign of a state; its colour says nothing that the sign does not say. */
export function StateMark({ state }: { state: FactState }) {
  const { sign, name } = marks[state];
  return (
    <span class={`mark mark-${state}`} title={message(name)}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{message(name)}</span>
    </span>
  );
}
