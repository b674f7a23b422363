import { type DraftStore, type SavedDraft, savedDrafts, withoutSaved } from '../saved/saved-drafts';
import { type CallDraft, emptyDraft, restoreDraft } from './call-draft';

/** A call that was made, or that was saved under a name. */
export type SavedCall = SavedDraft<CallDraft>;
/** What of calls outlives the panel. */
export type CallStore = DraftStore<CallDraft>;

export const emptyStore: CallStore = { draft: emptyDraft, history: [], presets: [] };

/** History, presets and files of calls. */
export const { withMade, withPreset, restoreStore, exportPresets, importPresets } =
  savedDrafts<CallDraft>('akpush-inspector-calls', restoreDraft);

/** The store without a call, in history or presets. */
export const without = (store: CallStore, id: string): CallStore =>
  withoutSaved<CallDraft, CallStore>(store, id);
