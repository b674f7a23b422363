import { useRef, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';

interface AccountFileProps {
  onAccount(json: string): void;
}

/** Takes a service account from its file. What is in it is judged where it is pasted too. */
export function AccountFile({ onAccount }: AccountFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const take = async (file: File) => {
    setProblem('');
    if (file.size > 100_000) return setProblem(message('accountTooLarge'));
    try {
      onAccount(await file.text());
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        data-action="choose-account"
        onClick={() => picker.current?.click()}
      >
        {message('accountFile')}
      </button>
      <input
        ref={picker}
        type="file"
        name="push-account-file"
        accept=".json,application/json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={message('accountFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      {problem && (
        <p class="error-text" role="alert" data-problem="account-file">
          {problem}
        </p>
      )}
    </div>
  );
}
