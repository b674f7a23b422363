import { useRef, useState } from 'preact/hooks';
import type { CallDraft } from '../../lib/calls/call-draft';
import { previewInput } from '../../lib/calls/preview-input';
import {
  type CallStore,
  exportPresets,
  importPresets,
  type SavedCall,
  without,
} from '../../lib/calls/saved-calls';
import { message } from '../../lib/i18n/message';
import { formatTime } from '../../lib/timeline/format-time';
import { IconButton } from '../IconButton';

interface SavedCallsProps {
  store: CallStore;
  onStore(change: (held: CallStore) => CallStore): void;
  onEdit(draft: CallDraft): void;
  onRun(draft: CallDraft): void;
  /** Gives a file to the user. */
  onFile(name: string, text: string): void;
}

/** Calls that were made, and presets. */
export function SavedCalls({ store, onStore, onEdit, onRun, onFile }: SavedCallsProps) {
  const [problem, setProblem] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      if (chosen.size > 2_000_000) throw new Error(message('importTooLarge'));
      const text = await chosen.text();
      // Before: what it throws is told here.
      importPresets(store, text);
      onStore((held) => importPresets(held, text));
      setProblem('');
    } catch (error) {
      setProblem((error as Error).message);
    }
    if (file.current) file.current.value = '';
  };
  const list = (name: string, calls: readonly SavedCall[]) => (
    <ul class="saved" data-saved={name}>
      {calls.map((call) => (
        <li key={call.id} data-name={call.name || call.draft.method}>
          <button
            type="button"
            class="link saved-name"
            title={message('editCall')}
            onClick={() => onEdit(call.draft)}
          >
            {call.name || call.draft.method}
          </button>{' '}
          <span class="saved-text">
            {call.name ? `${call.draft.method} ` : `${formatTime(call.time, 0, 'absolute')} `}
            {previewInput(call.draft)}
          </span>
          <button
            type="button"
            class="link"
            data-action="run-again"
            onClick={() => onRun(call.draft)}
          >
            {message('runAgain')}
          </button>
          <IconButton
            icon="close"
            label={message('deleteCall', call.name || call.draft.method)}
            onClick={() => onStore((held) => without(held, call.id))}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="state-section" aria-labelledby="calls-saved">
      <h2 id="calls-saved">{message('savedCalls')}</h2>
      <h3>{message('presets')}</h3>
      {store.presets.length === 0 && <p class="none">{message('noPresets')}</p>}
      {list('presets', store.presets)}
      <p class="buttons">
        <button
          type="button"
          class="button"
          data-action="export-presets"
          disabled={store.presets.length === 0}
          onClick={() => onFile('akpush-calls.json', exportPresets(store.presets))}
        >
          {message('exportPresets')}
        </button>
        <button
          type="button"
          class="button"
          data-action="import-presets"
          onClick={() => file.current?.click()}
        >
          {message('importPresets')}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={message('importPresets')}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </p>
      {problem && (
        <p class="error-text" role="alert" data-problem="import">
          {problem}
        </p>
      )}
      <h3>{message('callHistory')}</h3>
      {store.history.length === 0 && <p class="none">{message('noHistory')}</p>}
      {list('history', store.history)}
    </section>
  );
}
