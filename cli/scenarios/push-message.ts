import type { PushMode } from '../../lib/akpush/push-mode';
import { phrase } from '../../lib/model/phrase';
import { draftText, newPushDraft } from '../../lib/push/push-draft';
import { CouldNotCheck } from '../could-not-check';

/** What is given to the worker in a delivery mode; `null`: no data. `given`: a message of the user's in place of the Push view's first one. */
export const pushMessage = (mode: PushMode, given: string | undefined): string | null => {
  if (mode !== 'pull') return given ?? draftText(newPushDraft(mode));
  if (given !== undefined) throw new CouldNotCheck(phrase('checkPushPull'));
  return null;
};
