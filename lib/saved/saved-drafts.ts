import { field } from '../model/json';
import { jsonProblem } from '../model/json-problem';
import { phrase } from '../model/phrase';
import { SaidError } from '../model/said-error';

/** Something that was made, or that was saved under a name. */
export interface SavedDraft<D> {
  id: string;
  /** A preset's name; empty in the history. */
  name: string;
  /** When it was made or saved, milliseconds since the epoch. */
  time: number;
  draft: D;
}

/** What of drafts outlives the panel. */
export interface DraftStore<D> {
  draft: D;
  /** Those that were made, the newest first; the last 50. */
  history: readonly SavedDraft<D>[];
  presets: readonly SavedDraft<D>[];
}

const mostHistory = 50;
const mostPresets = 200;

let ids = 0;
const nextId = (time: number): string => `${time.toString(36)}-${++ids}`;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A store without something, in history or presets. */
export const withoutSaved = <D, S extends DraftStore<D>>(store: S, id: string): S => ({
  ...store,
  history: store.history.filter((each) => each.id !== id),
  presets: store.presets.filter((each) => each.id !== id),
});

/** History, presets and files of a sort of draft. `format` is what its files call themselves; `restore` reads a draft of any shape. */
export const savedDrafts = <D>(format: string, restore: (saved: unknown) => D) => {
  const restoreSaved = (saved: unknown): SavedDraft<D> => ({
    id: nextId(Date.now()),
    name: String(field(saved, 'name') ?? '').slice(0, 200),
    time: Number(field(saved, 'time')) || 0,
    draft: restore(field(saved, 'draft')),
  });

  /** The store with something in its history. The same again moves to the top. */
  const withMade = <S extends DraftStore<D>>(store: S, draft: D, time: number): S => {
    const text = JSON.stringify(draft);
    const others = store.history.filter((each) => JSON.stringify(each.draft) !== text);
    const made = { id: nextId(time), name: '', time, draft };
    return { ...store, history: [made, ...others].slice(0, mostHistory) };
  };

  /** The store with a preset; one of the same name is replaced. */
  const withPreset = <S extends DraftStore<D>>(
    store: S,
    name: string,
    draft: D,
    time: number,
  ): S => {
    const others = store.presets.filter((preset) => preset.name !== name);
    const preset = { id: nextId(time), name, time, draft };
    return { ...store, presets: [...others, preset].slice(-mostPresets) };
  };

  /** Restores the store from storage; what is missing or of another shape is empty. */
  const restoreStore = (saved: unknown): DraftStore<D> => ({
    draft: restore(field(saved, 'draft')),
    history: listOf(field(saved, 'history')).slice(0, mostHistory).map(restoreSaved),
    presets: listOf(field(saved, 'presets')).slice(0, mostPresets).map(restoreSaved),
  });

  /** Presets as a JSON text for a file. */
  const exportPresets = (presets: readonly SavedDraft<D>[]): string =>
    `${JSON.stringify(
      {
        format,
        version: 1,
        presets: presets.map(({ name, time, draft }) => ({ name, time, draft })),
      },
      null,
      2,
    )}\n`;

  /** The store with the presets of a file; those of the same name are replaced. Throws a `SaidError` about what is wrong with the file. */
  const importPresets = <S extends DraftStore<D>>(store: S, text: string): S => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new SaidError(phrase('importNoJson', jsonProblem(text) ?? (error as Error).message));
    }
    if (field(value, 'format') !== format) throw new SaidError(phrase('importOther'));
    if (field(value, 'version') !== 1) throw new SaidError(phrase('importNewer'));
    const presets = listOf(field(value, 'presets')).map(restoreSaved);
    if (presets.length === 0 || presets.some(({ name }) => name.trim() === ''))
      throw new SaidError(phrase('importEmpty'));
    return presets.reduce(
      (held, { name, draft, time }) => withPreset(held, name, draft, time),
      store,
    );
  };

  return { withMade, withPreset, restoreStore, exportPresets, importPresets };
};
