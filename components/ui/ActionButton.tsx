import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Confirm } from './Confirm';
import { CanAct, ShownDocument } from './can-act';

interface ActionButtonProps {
  /** The value of `data-action`. */
  name: string;
  /** An ellipsis at its end says that something is asked first; the question's heading is without it. */
  label: string;
  /** Where the label alone does not say of what: the accessible name. */
  fullLabel?: string | undefined;
  /** What will happen, to be agreed to; without it the action is harmless and runs at once. */
  question?: string;
  /** The verb on the button that agrees; the label if absent. */
  verb?: string | undefined;
  isDisabled?: boolean;
  class?: string;
  /** Rejects with an Error whose message is shown. */
  run(): Promise<unknown>;
}

/** A button that asks before it acts, and shows what went wrong where it was pressed. */
export function ActionButton(props: ActionButtonProps) {
  // A file is looked at: there is no page to act on.
  return useContext(CanAct) ? <LiveButton {...props} /> : null;
}

function LiveButton(props: ActionButtonProps) {
  const { name, label, fullLabel, question, verb, isDisabled = false, run } = props;
  const [step, setStep] = useState<'idle' | 'asking' | 'running'>('idle');
  const [problem, setProblem] = useState('');
  const shownDocument = useContext(ShownDocument);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that the question was about has gone
  useLayoutEffect(() => setStep((held) => (held === 'asking' ? 'idle' : held)), [shownDocument]);
  const button = useRef<HTMLButtonElement>(null);
  const isAlive = useRef(true);
  useLayoutEffect(
    () => () => {
      isAlive.current = false;
    },
    [],
  );
  const act = async () => {
    setStep('running');
    setProblem('');
    let failure = '';
    try {
      await run();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    // What was done may have taken the button away.
    if (!isAlive.current) return;
    setProblem(failure);
    setStep('idle');
  };
  return (
    <span class="action">
      <button
        ref={button}
        type="button"
        class={`button ${props.class ?? ''}`}
        data-action={name}
        disabled={isDisabled}
        // Not `disabled`: that would take the focus away while it works.
        aria-disabled={step === 'running' || undefined}
        aria-label={fullLabel}
        aria-haspopup={question === undefined ? undefined : 'dialog'}
        onClick={() => {
          if (step !== 'idle') return;
          if (question === undefined) void act();
          else setStep('asking');
        }}
      >
        {label}
      </button>
      {step === 'asking' && question !== undefined && (
        <Confirm
          title={(fullLabel ?? label).replace(/…$/, '')}
          question={question}
          verb={verb ?? label.replace(/…$/, '')}
          onConfirm={() => void act()}
          onCancel={() => setStep('idle')}
        />
      )}
      {problem && (
        <p class="error-text" role="alert">
          {problem}
        </p>
      )}
    </span>
  );
}
