import type { SentEvent } from '../../lib/injected/dispatch-event';
import { fieldsOf, textOf } from '../../lib/model/encoded-value';
import type { MadeStep } from '../../lib/model/entry';
import { phrase } from '../../lib/model/phrase';
import type { SessionChange } from '../../lib/session/session-change';
import { CouldNotCheck } from '../could-not-check';
import type { DeliveryTools } from './deliver-watched';
import { notePush } from './note-push';
import { type WatchedWorker, watchPush } from './watch-push';

/** The click on the last notification that was shown, as an event of the worker; `undefined`: none was shown. */
const clickOf = (steps: readonly MadeStep[]): SentEvent | undefined => {
  const shown = steps.findLast(
    ({ name, status }) => name === 'showNotification' && status === 'ok',
  );
  if (shown?.kind !== 'worker-step') return undefined;
  const { title, options } = fieldsOf(shown.detail.data);
  const { body, tag } = fieldsOf(options);
  return {
    type: 'notificationclick',
    title: textOf(title) ?? '',
    body: textOf(body) ?? '',
    tag: textOf(tag) ?? '',
    action: '',
  };
};

/**
 * Clicks the notification that a push has shown, as the panel does: by an event in the worker's realm, which is none of a user's, so that the browser opens no
 * window. Puts the click into the session with what the worker did. `steps`: of the push. Tells whether something was there to be clicked; rejects where the
 * worker cannot be looked into.
 */
export const clickShown = async (
  { openWorker, longest }: Pick<DeliveryTools, 'openWorker' | 'longest'>,
  change: (change: SessionChange) => void,
  worker: WatchedWorker,
  steps: readonly MadeStep[],
): Promise<boolean> => {
  const click = clickOf(steps);
  if (click?.type !== 'notificationclick') return false;
  const target = await openWorker(worker.script).catch(() => undefined);
  if (!target) throw new CouldNotCheck(phrase('checkNotClicked'));
  const { type, title, tag, action } = click;
  try {
    await notePush(
      change,
      { data: { title, tag, action }, script: worker.script, scope: worker.scope },
      async () => {
        const watch = await watchPush(target, worker, longest, type);
        try {
          await watch.dispatch(click);
          return await watch.steps();
        } finally {
          await watch.stop();
        }
      },
      type,
    );
  } finally {
    await target.close();
  }
  return true;
};
