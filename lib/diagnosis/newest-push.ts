import type { DiagnosisInput } from './diagnosis-input';

/** Events of a worker that are no pushes. */
const events: readonly string[] = [
  'notificationclick',
  'notificationclose',
  'pushsubscriptionchange',
];

/** The newest push of which it is known what became. */
export const newestPush = (
  input: DiagnosisInput,
): ReturnType<DiagnosisInput['pushes']>[number] | undefined =>
  input
    .pushes()
    .find(({ push, outcome }) => !events.includes(push.name) && outcome.id !== 'running');
