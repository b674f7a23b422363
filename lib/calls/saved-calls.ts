import { message } from '../i18n/message';
import { type CallDraft, emptyDraft, restoreDraft } from './call-draft';
import { field } from './json';

/** A call that was made, or that was saved under a name. */
export interface SavedCall {
  id: string;
  /** A preset's name; empty in the history. */
  name: string;
  /** When it was made or saved, milliseconds since the epoch. */
  time: number;
  draft: CallDraft;
}

/** What of calls outlives the panel. */
export interface CallStore {
  draft: CallDraft;
  /** Calls made from the panel, the newest first; the last 50. */
  history: readonly SavedCall[];
  presets: readonly SavedCall[];
}

export const emptyStore: CallStore = { draft: emptyDraft, history: [], presets: [] };

const mostHistory = 50;
const mostPresets = 200;

let ids = 0;
const nextId = (time: number): string => `${time.toString(36)}-${++ids}`;

/** The store with a call in its history. The same call again moves to the top. */
export const withMade = (store: CallStore, draft: CallDraft, time: number): CallStore => {
  const text = JSON.stringify(draft);
  const others = store.history.filter((call) => JSON.stringify(call.draft) !== text);
  const made = { id: nextId(time), name: '', time, draft };
  return { ...store, history: [made, ...others].slice(0, mostHistory) };
};

/** The store with a preset; one of the same name is replaced. */
export const withPreset = (
  store: CallStore,
  name: string,
  draft: CallDraft,
  time: number,
): CallStore => {
  const others = store.presets.filter((preset) => preset.name !== name);
  const preset = { id: nextId(time), name, time, draft };
  return { ...store, presets: [...others, preset].slice(-mostPresets) };
};

/** The store without a call, in history or presets. */
export const without = (store: CallStore, id: string): CallStore => ({
  ...store,
  history: store.history.filter((call) => call.id !== id),
  presets: store.presets.filter((call) => call.id !== id),
});

const restoreCall = (saved: unknown): SavedCall => ({
  id: nextId(Date.now()),
  name: String(field(saved, 'name') ?? '').slice(0, 200),
  time: Number(field(saved, 'time')) || 0,
  draft: restoreDraft(field(saved, 'draft')),
});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Restores the store from storage; what is missing or of another shape is empty. */
export const restoreStore = (saved: unknown): CallStore => ({
  draft: restoreDraft(field(saved, 'draft')),
  history: listOf(field(saved, 'history')).slice(0, mostHistory).map(restoreCall),
  presets: listOf(field(saved, 'presets')).slice(0, mostPresets).map(restoreCall),
});

const format = 'akpush-inspector-calls';

/** Presets as a JSON text for a file. */
export const exportPresets = (presets: readonly SavedCall[]): string =>
  `${JSON.stringify(
    {
      format,
      version: 1,
      presets: presets.map(({ name, time, draft }) => ({ name, time, draft })),
    },
    null,
    2,
  )}\n`;

/** The store with the presets of a file; those of the same name are replaced. Throws an Error that says what is wrong with the file. */
export const importPresets = (store: CallStore, text: string): CallStore => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(message('importNoJson', (error as Error).message));
  }
  if (field(value, 'format') !== format) throw new Error(message('importOther'));
  if (field(value, 'version') !== 1) throw new Error(message('importNewer'));
  const presets = listOf(field(value, 'presets')).map(restoreCall);
  if (presets.length === 0 || presets.some(({ name }) => name.trim() === ''))
    throw new Error(message('importEmpty'));
  return presets.reduce(
    (held, { name, draft, time }) => withPreset(held, name, draft, time),
    store,
  );
};
