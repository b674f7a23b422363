import type { SessionEntry } from '../model/session';
import { answerOf } from '../outcome/chain';
import type { DiagnosisInput } from './diagnosis-input';

/** Whether Altcraft accepted a `save` or an `update` after something, not by it: all that a subscription needs has worked since. */
export const isSavedAfter = (
  { of }: DiagnosisInput,
  { id, order }: Pick<SessionEntry, 'id' | 'order'>,
): boolean =>
  of('request', 'save', 'update').some(
    (request) =>
      request.order > order &&
      request.call !== id &&
      !request.candidates?.includes(id) &&
      answerOf(request).verdict === 'accepted',
  );
