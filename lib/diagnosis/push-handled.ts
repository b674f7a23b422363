import { entriesOf } from '../outcome/call-context';
import type { DiagnosisInput } from './diagnosis-input';
import { newestPush } from './newest-push';

/** Whether the worker has done with the newest push what it is for. */
export const isPushHandled = (input: DiagnosisInput): boolean => {
  const id = newestPush(input)?.outcome.id ?? '';
  return ['shown', 'shown-twice', 'replaced', 'posted-to-page'].includes(id);
};

/** Whether a worker was seen to ask for what only Altcraft's asks for when a push comes, whatever its text says. */
export const actsAsAltcraft = ({ pushes }: Pick<DiagnosisInput, 'pushes'>): boolean =>
  pushes().some(
    ({ steps }) => entriesOf(steps, 'request', 'content/get', 'ack', 'open').length > 0,
  );
