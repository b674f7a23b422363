import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';

/** Asks for a preset's name and saves it. */
export function PresetName({ onSave }: { onSave(name: string): void }) {
  const [name, setName] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // The field comes because it was asked for; when it goes, the button is where it was.
  const isOpen = name !== null;
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) field.current?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const [isMissing, setIsMissing] = useState(false);
  if (name === null)
    return (
      <button
        ref={button}
        type="button"
        class="button"
        data-action="save-preset"
        onClick={() => setName('')}
      >
        {message('savePreset')}
      </button>
    );
  const save = () => {
    if (name.trim() === '') {
      setIsMissing(true);
      return;
    }
    onSave(name.trim());
    setName(null);
    setIsMissing(false);
  };
  return (
    <span class="preset-name">
      <input
        ref={field}
        class="field"
        name="preset"
        aria-label={message('presetName')}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? 'preset-problem' : undefined}
        placeholder={message('presetName')}
        maxLength={200}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(null);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      />
      <button type="button" class="button" data-action="save-preset-name" onClick={save}>
        {message('save')}
      </button>
      {isMissing && (
        <span class="error-text" role="alert" id="preset-problem">
          {message('problemNoPresetName')}
        </span>
      )}
    </span>
  );
}
