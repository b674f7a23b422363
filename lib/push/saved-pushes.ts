import { field } from '../model/json';
import { type DraftStore, savedDrafts } from '../saved/saved-drafts';
import { type PushDraft, restorePushDraft } from './push-draft';

/** What of pushes outlives the panel. Keys do so only when somebody wants it, access tokens never. */
export interface PushStore extends DraftStore<PushDraft> {
  /** Whether somebody has put a push together; until then the page's own push mode is proposed. */
  isTouched: boolean;
  vapidPrivate: string;
  isKeyKept: boolean;
  /** The JSON of a service account, as it was pasted. */
  account: string;
  isAccountKept: boolean;
  accessToken: string;
}

/** History, presets and files of pushes. No file ever has a key. */
export const savedPushes = savedDrafts<PushDraft>('akpush-inspector-pushes', restorePushDraft);

/** Restores the store from storage; what is missing or of another shape is empty. */
export const restorePushStore = (saved: unknown): PushStore => {
  const key = field(saved, 'vapidPrivate');
  const isKeyKept = field(saved, 'isKeyKept') === true;
  const account = field(saved, 'account');
  const isAccountKept = field(saved, 'isAccountKept') === true;
  return {
    ...savedPushes.restoreStore(saved),
    isTouched: typeof field(saved, 'draft') === 'object',
    isKeyKept,
    vapidPrivate: isKeyKept && typeof key === 'string' ? key.slice(0, 200) : '',
    isAccountKept,
    account: isAccountKept && typeof account === 'string' ? account : '',
    accessToken: '',
  };
};

/** What of a store is written to storage. */
export const storedPushes = ({
  draft,
  history,
  presets,
  isTouched,
  isKeyKept,
  vapidPrivate,
  isAccountKept,
  account,
}: PushStore): object => ({
  history,
  presets,
  ...(isTouched && { draft }),
  isKeyKept,
  ...(isKeyKept && { vapidPrivate }),
  isAccountKept,
  ...(isAccountKept && { account }),
});
