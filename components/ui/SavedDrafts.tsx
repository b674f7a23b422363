import { useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { saidOf } from '../../lib/model/said-error';
import {
  type DraftStore,
  type SavedDraft,
  type savedDrafts,
  withoutSaved,
} from '../../lib/saved/saved-drafts';
import { formatTime } from '../../lib/text/format-time';
import { inWords } from '../../lib/text/in-words';
import { IconButton } from './IconButton';
import { useFocusNext } from './use-focus-next';

interface SavedDraftsProps<D, S extends DraftStore<D>> {
  store: S;
  /** How this sort of draft is written to files and read. */
  saved: Pick<ReturnType<typeof savedDrafts<D>>, 'exportPresets' | 'importPresets'>;
  title: string;
  /** Said where there is nothing yet. */
  noPresets: string;
  noHistory: string;
  /** What a draft is called where it has no name, and what is in it. */
  nameOf(draft: D): string;
  previewOf(draft: D): string;
  /** The name of a file of presets. */
  fileName: string;
  onStore(change: (held: S) => S): void;
  onEdit(draft: D): void;
  onRun(draft: D): void;
  /** Whether one can be run now. */
  canRun: boolean;
  /** Gives a file to the user. */
  onFile(name: string, text: string): void;
}

/** Drafts that were made, and presets. */
export function SavedDrafts<D, S extends DraftStore<D>>(props: SavedDraftsProps<D, S>) {
  const { store, saved, nameOf, previewOf, onStore, onEdit, onRun, onFile } = props;
  const [problem, setProblem] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLElement>(null);
  const focusNext = useFocusNext(root);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      if (chosen.size > 2_000_000) throw new Error(message('importTooLarge'));
      const text = await chosen.text();
      // Before: what it throws is told here.
      saved.importPresets(store, text);
      onStore((held) => saved.importPresets(held, text));
      setProblem('');
    } catch (error) {
      setProblem(inWords(saidOf(error)));
    }
    if (file.current) file.current.value = '';
  };
  const list = (name: string, drafts: readonly SavedDraft<D>[]) => (
    <ul class="saved" data-saved={name}>
      {drafts.map((call, index) => (
        <li key={call.id} data-name={call.name || nameOf(call.draft)} data-saved-at={index}>
          <button
            type="button"
            class="link saved-name"
            title={message('editCall')}
            onClick={() => onEdit(call.draft)}
          >
            {call.name || nameOf(call.draft)}
          </button>{' '}
          <span class="saved-text" title={previewOf(call.draft)}>
            {call.name ? `${nameOf(call.draft)} ` : `${formatTime(call.time, 0, 'absolute')} `}
            {previewOf(call.draft)}
          </span>
          <button
            type="button"
            class="link"
            data-action="run-again"
            disabled={!props.canRun}
            aria-label={`${message('runAgain')}: ${call.name || nameOf(call.draft)}`}
            onClick={() => onRun(call.draft)}
          >
            {message('runAgain')}
          </button>
          <IconButton
            icon="close"
            label={message('deleteCall', call.name || nameOf(call.draft))}
            onClick={() => {
              const next = Math.min(index, drafts.length - 2);
              focusNext(
                next < 0 ? 'h2' : `[data-saved="${name}"] [data-saved-at="${next}"] button`,
              );
              onStore((held) => withoutSaved<D, S>(held, call.id));
            }}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="state-section" aria-labelledby="drafts-saved" ref={root}>
      <h2 id="drafts-saved" tabIndex={-1}>
        {props.title}
      </h2>
      <h3>{message('presets')}</h3>
      {store.presets.length === 0 && <p class="none">{props.noPresets}</p>}
      {list('presets', store.presets)}
      <p class="buttons">
        <button
          type="button"
          class="button"
          data-action="export-presets"
          disabled={store.presets.length === 0}
          onClick={() => onFile(props.fileName, saved.exportPresets(store.presets))}
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
      {store.history.length === 0 && <p class="none">{props.noHistory}</p>}
      {list('history', store.history)}
    </section>
  );
}
