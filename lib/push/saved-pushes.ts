import { field } from '../calls/json';
import { type DraftStore, savedDrafts } from '../saved/saved-drafts';
import { type PushDraft, restorePushDraft } from './push-draft';

/** What of pushes outlives the panel. The private key does so only when somebody wants it. */
export interface PushStore extends DraftStore<PushDraft> {
  /** Whether somebody has put a push together; until then the page's own push mode is proposed. */
  isTouched: boolean;
  vapidPrivate: string;
  isKeyKept: boolean;
}

/** History, presets and files of pushes. No file ever has a private key. */
export const savedPushes = savedDrafts<PushDraft>('akpush-inspector-pushes', restorePushDraft);

/** Restores the store from storage; what is missing or of another shape is empty. */
export const restorePushStore = (saved: unknown): PushStore => {
  const key = field(saved, 'vapidPrivate');
  const isKeyKept = field(saved, 'isKeyKept') === true;
  return {
    ...savedPushes.restoreStore(saved),
    isTouched: typeof field(saved, 'draft') === 'object',
    isKeyKept,
    vapidPrivate: isKeyKept && typeof key === 'string' ? key.slice(0, 200) : '',
  };
};

/** What of a store is written to storage. */
export const storedPushes = ({ vapidPrivate, isTouched, draft, ...rest }: PushStore): object => ({
  ...rest,
  ...(isTouched && { draft }),
  ...(rest.isKeyKept && { vapidPrivate }),
});
