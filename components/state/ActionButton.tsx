import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { ReadOnly } from '../read-only';

interface ActionButtonProps {
  /** The value of `data-action`. */
  name: string;
  label: string;
  /** What will happen, to be agreed to; without it the action is harmless and runs at once. */
  question?: string;
  /** Rejects with an Error whose message is shown. */
  run(): Promise<unknown>;
}

/** A button that asks before it acts, and shows what went wrong where it was pressed. */
export function ActionButton(props: ActionButtonProps) {
  // A file is looked at: there is no page to act on.
  return useContext(ReadOnly) ? null : <LiveButton {...props} />;
}

function LiveButton({ name, label, question, run }: ActionButtonProps) {
  const [step, setStep] = useState<'idle' | 'asking' | 'running'>('idle');
  const [problem, setProblem] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'asking') confirm.current?.focus();
  }, [step]);
  const act = async () => {
    setStep('running');
    setProblem('');
    try {
      await run();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setStep('idle');
  };
  const cancel = () => {
    setStep('idle');
    button.current?.focus();
  };
  return (
    <span class="action">
      <button
        ref={button}
        type="button"
        class="button"
        data-action={name}
        disabled={step === 'running'}
        aria-expanded={question === undefined ? undefined : step === 'asking'}
        onClick={() => {
          if (question === undefined) void act();
          else setStep(step === 'asking' ? 'idle' : 'asking');
        }}
      >
        {label}
      </button>
      {step === 'asking' && (
        <div
          class="confirm"
          role="alertdialog"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            cancel();
          }}
        >
          <p>{question}</p>
          <button
            ref={confirm}
            type="button"
            class="button"
            data-action="confirm"
            onClick={() => void act()}
          >
            {label}
          </button>
          <button type="button" class="button" data-action="cancel" onClick={cancel}>
            {message('cancel')}
          </button>
        </div>
      )}
      {problem && (
        <p class="error-text" role="alert">
          {problem}
        </p>
      )}
    </span>
  );
}
