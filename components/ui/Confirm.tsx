import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message';

export interface ConfirmProps {
  /** What is to be done, as a heading: “Clear the cached token”. */
  title: string;
  /** What will happen. */
  question: string;
  /** The verb on the button that agrees; `title` if absent. */
  verb?: string | undefined;
  onConfirm(): void;
  onCancel(): void;
}

/**
 * Asks before something is changed: a modal box with a name and a description. The focus begins on what agrees and goes back, when the
 * box closes, to what had it before. Escape cancels.
 */
export function Confirm({ title, question, verb, onConfirm, onCancel }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const agree = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    agree.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-question`}
      // The browser's own ways to close it: Escape, and Android's back.
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-question`} class="confirm-question">
        {question}
      </p>
      <div class="dialog-buttons">
        <button
          ref={agree}
          type="button"
          class="button primary"
          data-action="confirm"
          onClick={onConfirm}
        >
          {verb ?? title}
        </button>
        <button type="button" class="button" data-action="cancel" onClick={onCancel}>
          {message('cancel')}
        </button>
      </div>
    </dialog>
  );
}
