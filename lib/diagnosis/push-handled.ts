import type { DiagnosisInput } from './diagnosis-input';
import { newestPush } from './newest-push';

/** Whether the worker has done with the newest push what it is for. */
export const isPushHandled = (input: DiagnosisInput): boolean => {
  const id = newestPush(input)?.outcome.id ?? '';
  return ['shown', 'shown-twice', 'replaced', 'posted-to-page'].includes(id);
};
