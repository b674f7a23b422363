import type { ComponentChildren } from 'preact';

interface UnfoldButtonProps {
  /** The value of `data-action`. */
  action: string;
  /** The id of what it shows and hides, which is in the document all the time. */
  controls: string;
  isOpen: boolean;
  /** What it looks like; a text with dots under it that explains itself, where nothing else is said. */
  class?: string;
  title?: string;
  onToggle(isOpen: boolean): void;
  children: ComponentChildren;
}

/** A button that unfolds something, and folds it again: by a pointer, a finger and the keyboard alike. */
export function UnfoldButton(props: UnfoldButtonProps) {
  const { action, controls, isOpen, title, onToggle, children } = props;
  return (
    <button
      type="button"
      class={props.class ?? 'explains'}
      data-action={action}
      aria-expanded={isOpen}
      aria-controls={controls}
      title={title}
      onClick={() => onToggle(!isOpen)}
    >
      {children}
    </button>
  );
}
