import { Icon } from './Icon';

interface IconButtonProps {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  /** Shown in the tooltip after the label. */
  shortcut?: string;
  isPressed?: boolean;
  class?: string;
  /** The value of `data-action`. */
  action?: string;
  onClick(): void;
}

/** A button of the toolbar that is only an icon; its tooltip is its name. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, isPressed, onClick } = props;
  return (
    <button
      type="button"
      class={`icon-button ${props.class ?? ''}`}
      aria-label={label}
      aria-pressed={isPressed}
      data-action={props.action}
      title={shortcut ? `${label} (${shortcut})` : label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
