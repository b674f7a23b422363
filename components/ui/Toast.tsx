import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { IconButton } from './IconButton';

interface ToastProps {
  /** What was done, a sentence. */
  text: string;
  /** The button that takes it back: `data-action`, its words, its work. Rejects with an Error whose message is shown. */
  action: { name: string; label: string; run(): Promise<unknown> };
  onClose(): void;
  /** What else is to be known of it. */
  children?: ComponentChildren;
}

/** Says what was done and offers to take it back, until it is closed: whoever reads slowly loses nothing. */
export function Toast({ text, action, onClose, children }: ToastProps) {
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState('');
  const isAlive = useRef(true);
  useLayoutEffect(
    () => () => {
      isAlive.current = false;
    },
    [],
  );
  const run = async () => {
    if (isRunning) return;
    setIsRunning(true);
    setProblem('');
    let failure = '';
    try {
      await action.run();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    if (!isAlive.current) return;
    setProblem(failure);
    setIsRunning(false);
  };
  return (
    <li class="toast">
      <p>
        {text} {children}
        {problem && (
          <span class="error-text" role="alert">
            {problem}
          </span>
        )}
      </p>
      <button
        type="button"
        class="button"
        data-action={action.name}
        aria-disabled={isRunning || undefined}
        onClick={() => void run()}
      >
        {action.label}
        <span class="visually-hidden">: {text}</span>
      </button>
      <IconButton
        icon="close"
        action="close-toast"
        label={message('toastClose')}
        onClick={onClose}
      />
    </li>
  );
}

/** Where toasts stand: at the bottom of what they belong to, the newest last. New ones are read aloud. */
export function Toasts({ children }: { children: ComponentChildren }) {
  return (
    // The list stays a list: a role of its own would take that from it.
    <div role="log" aria-label={message('undosLabel')}>
      <ul class="toasts">{children}</ul>
    </div>
  );
}
