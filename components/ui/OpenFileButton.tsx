import { useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message';

/** A button that has the user choose a session file. */
export function OpenFileButton({ onFile }: { onFile(file: File): void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="open-file"
        onClick={() => picker.current?.click()}
      >
        {message('fileOpen')}
      </button>
      <input
        ref={picker}
        type="file"
        name="session-file"
        accept=".json,.gz,application/json,application/gzip"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={message('fileOpen')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
