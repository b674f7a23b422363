import type { NeedId } from '../../lib/diagnosis/needs';
import type { Session } from '../../lib/model/session';
import { type AskingPage, askAsBrowser } from '../ask-as-browser';
import { diagnoseNow, type JudgeOptions } from '../judge-session';
import { readScripts } from '../read-scripts';
import { readWhenCalm } from '../read-when-calm';
import { scriptNeeds } from '../unseen-needs';
import { waitForRest } from '../wait-for-rest';
import type { WatchedSession } from '../watch-session';
import type { Door } from './door';
import { InspectError } from './inspect-error';

/** How a page is waited for. */
export interface SettleOptions {
  /** Milliseconds (20,000). */
  timeout: number | undefined;
  /** What the server of one site is told besides, when the inspector asks for scripts. */
  siteHeaders: AskingPage['siteHeaders'];
  /** What cannot be seen yet, whatever the page does. */
  unseen(): readonly NeedId[];
}

/** Waits until a page is at rest, and `isDone` besides; rejects after the time that this may take. `late` says what has not come. */
export type Settle = (isDone?: (session: Session) => boolean, late?: string) => Promise<Session>;

/** What waits for a page that somebody else drives, and asks for the scripts that the page cannot tell of. */
export const settling = (
  door: Door,
  watched: WatchedSession,
  judging: JudgeOptions,
  asked: SettleOptions,
  /** Why nothing is waited for any more. */
  over: () => InspectError | undefined,
): Settle => {
  const { timeout = 20_000, siteHeaders, unseen } = asked;
  const { isolated, cookies } = door;
  const reader = readScripts(askAsBrowser({ isolated, cookies, siteHeaders }), watched.change);
  const readCalm = readWhenCalm(watched, async () => {
    const state = await isolated<string>('document.readyState').catch(() => '');
    return state === 'complete';
  });

  return async (isDone, late = 'the page was not at rest') => {
    const end = Date.now() + timeout;
    const look = async (session: Session): Promise<void> => {
      const reason = over();
      if (reason) throw reason;
      if (Date.now() > end && session.pages.length === 0)
        throw new InspectError('no-page', 'No document of a site is shown: open one first.');
      if (Date.now() > end) throw new InspectError('timeout', `After ${timeout / 1000} s ${late}.`);
      if (session.pages.length === 0) return;
      await readCalm(session);
      reader.read(session);
      judging.unseen = [...unseen(), ...(reader.isWorkerUnread() ? scriptNeeds : [])];
    };
    await waitForRest(
      {
        session: watched.session,
        diagnose: (session) => diagnoseNow(session, judging),
        look,
        isBusy: reader.isBusy,
      },
      isDone,
    );
    return watched.session();
  };
};
