import { message } from '../../lib/i18n/message';
import type { MessageKey } from '../../lib/model/message-key';

interface NamedButtonProps {
  /** The value of `data-action`. */
  action: string;
  label: MessageKey;
  /** What it is the button of, for whoever hears only its name. */
  of: string;
  onClick(): void;
}

/** A button that stands once for each of several things. */
export const NamedButton = ({ action, label, of, onClick }: NamedButtonProps) => (
  <button
    type="button"
    class="button"
    data-action={action}
    aria-label={`${message(label)}: ${of}`}
    onClick={onClick}
  >
    {message(label)}
  </button>
);
