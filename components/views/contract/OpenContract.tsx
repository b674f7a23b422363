import { useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';

/** A button that has the user choose a file of expectations. */
export function OpenContract({ onFile }: { onFile(file: File): void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="open-contract"
        onClick={() => picker.current?.click()}
      >
        {message('contractOpen')}
      </button>
      <input
        ref={picker}
        type="file"
        name="contract-file"
        accept=".json,application/json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={message('contractOpen')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
