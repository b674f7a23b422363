interface NamedButtonProps {
  /** The value of `data-action`. */
  action: string;
  label: string;
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
    aria-label={`${label}: ${of}`}
    onClick={onClick}
  >
    {label}
  </button>
);
