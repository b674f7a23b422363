import type { PushMode } from '../../lib/akpush/push-mode';
import { listNotifications } from '../../lib/injected/list-notifications';
import type { ShownNotification } from '../../lib/push/watch-notifications';
import { deliverWatched } from '../scenarios/deliver-watched';
import { notePush } from '../scenarios/note-push';
import type { WatchedWorker } from '../scenarios/watch-push';
import type { WatchedSession } from '../watch-session';
import type { Door } from './door';
import { InspectError } from './inspect-error';

/** How long the worker may take, milliseconds. */
const longest = 5_000;

/** Whose push it is. */
export interface PushTarget extends WatchedWorker {
  /** The page's delivery mode. */
  mode: PushMode | undefined;
}

/**
 * Gives a push to a worker while another tab is before the page, and puts it with what the worker did into the session. Tells whether the worker's requests
 * were seen. Rejects with an `InspectError` where the browser has no way to give it one, and in Firebase mode where the page is seen all the same: then the
 * worker shows nothing, whatever the push.
 */
export const sendPush = async (
  door: Pick<Door, 'isolated' | 'cdp' | 'inBackground' | 'openWorker'>,
  change: WatchedSession['change'],
  { scope, script, mode }: PushTarget,
  data: string,
): Promise<boolean> => {
  const cdp = await door.cdp().catch((error: Error) => {
    throw new InspectError(
      'not-supported',
      `A push can be given to the worker in Chromium alone, and this browser has not its protocol: ${error.message}`,
    );
  });
  return await door.inBackground(async () => {
    const isSeen = (await door.isolated<string>('document.visibilityState')) === 'visible';
    if (mode === 'firebase' && isSeen)
      throw new InspectError(
        'not-supported',
        'In Firebase mode a worker shows a push only while no page of its site is seen, and this page counts as one that is: nothing would be shown.',
      );
    const read = async (): Promise<ShownNotification[]> =>
      (await door.isolated<ShownNotification[]>(
        `(${listNotifications})(${JSON.stringify(scope)})`,
      )) ?? [];
    let isWatched = false;
    await notePush(change, { way: 'worker', payload: data, script, scope }, async () => {
      const { openWorker } = door;
      const told = await deliverWatched(
        { cdp, openWorker, read, longest },
        { script, scope },
        data,
      );
      ({ isWatched } = told);
      return told.steps;
    });
    return isWatched;
  });
};
