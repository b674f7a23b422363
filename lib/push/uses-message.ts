import type { DeliveryMethod } from '../model/entry';
import type { PushDraft } from './push-draft';

/** Whether the worker asks the server what to show, so that the server's answer may be the message: in pull mode, where a push event reaches it; what Firebase takes is always the message itself. */
export const asksServer = (mode: PushDraft['mode'], way: DeliveryMethod | undefined): boolean =>
  mode === 'pull' && way !== 'notification' && way !== 'foreground' && way !== 'firebase';

/** Whether the message that is written in the panel is used at all. */
export const usesMessage = (
  draft: Pick<PushDraft, 'mode' | 'isReplaced'>,
  way: DeliveryMethod | undefined,
): boolean => !asksServer(draft.mode, way) || draft.isReplaced;

/** Whether the message travels as a push's data, which push services limit. */
export const sendsData = (
  draft: Pick<PushDraft, 'mode' | 'isEmpty'>,
  way: DeliveryMethod | undefined,
): boolean =>
  draft.mode !== 'pull' && !draft.isEmpty && way !== 'notification' && way !== 'foreground';
