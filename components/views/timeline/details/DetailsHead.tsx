import type { ComponentChildren } from 'preact';
import { message } from '../../../../lib/i18n/message';
import { IconButton } from '../../../ui/IconButton';

interface DetailsHeadProps {
  title: string;
  /** What stands before the title. */
  before?: ComponentChildren;
  /** What stands behind the title. */
  after?: ComponentChildren;
  /** Buttons before the one that closes. */
  actions?: ComponentChildren;
  onClose(): void;
}

/** The head of all details: what they are of, and the button that closes them. */
export function DetailsHead({ title, before, after, actions, onClose }: DetailsHeadProps) {
  return (
    <header class="details-head">
      {before}
      <h2 title={title}>{title}</h2>
      {after}
      <span class="details-actions">
        {actions}
        <IconButton icon="close" label={message('closeDetails')} shortcut="Esc" onClick={onClose} />
      </span>
    </header>
  );
}
