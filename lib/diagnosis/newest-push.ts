import { webOrigin } from '../model/web-origin';
import { entriesOf } from '../outcome/call-context';
import type { DiagnosisInput } from './diagnosis-input';

/** Events of a worker that are no pushes. */
const events: readonly string[] = [
  'notificationclick',
  'notificationclose',
  'pushsubscriptionchange',
];

type SeenPush = ReturnType<DiagnosisInput['pushes']>[number];

/**
 * Whether a push was one. Where a browser lets nobody look into a worker, a notification that appears is guessed to be a push's, and a page can show one
 * itself: the worker has asked Altcraft's server for something then, or it was no push.
 */
const isProven = ({ push, steps }: SeenPush, { known, of }: DiagnosisInput): boolean => {
  if (!push.detail.isGuess || entriesOf(steps, 'worker-step', 'handler').length > 0) return true;
  // A page that has made no instance may have told the server something before.
  const told = of('request', 'save', 'update').at(-1)?.detail.url;
  const server = webOrigin(known?.sdk.config?.serverURL ?? told ?? '');
  return entriesOf(steps, 'request').some(
    ({ name, detail }) =>
      name === 'content/get' || (server !== '' && webOrigin(detail.url) === server),
  );
};

/** The newest push of which it is known what became. */
export const newestPush = (input: DiagnosisInput): SeenPush | undefined =>
  input
    .pushes()
    .find(
      (each) =>
        !events.includes(each.push.name) && each.outcome.id !== 'running' && isProven(each, input),
    );
