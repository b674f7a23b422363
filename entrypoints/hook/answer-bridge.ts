import { questionName } from '../../lib/messaging/hook-line';
import { listenAgain } from './listening';
import { entriesAfter, whenLogged } from './log';
import { detailOf, dispatch, line, listen, makeEvent, queueTask, safe } from './natives';
import { takeSecret } from './take-secret';
import { lookAgain, unwatchGlobal } from './watch-global';
import { restoreAll } from './wrap';

/** Opens the line to the bridge and answers it. See `lib/messaging/hook-line.ts` for what is said. */
export const answerBridge = (): void => {
  takeSecret((secret) => {
    const say = (detail: string): void => {
      dispatch(line, makeEvent(secret, detail));
    };
    /** Whether the bridge has been told of entries that it has not asked for since. */
    let isTold = false;
    whenLogged(() => {
      if (isTold) return;
      isTold = true;
      listenAgain();
      say('logged');
    });
    const answer = (word: unknown): void => {
      if (word === 'gone') {
        restoreAll();
        unwatchGlobal();
        return;
      }
      listenAgain();
      // Later: it may run a page's Proxy, which could read this event's name off `window.event`.
      queueTask(() => lookAgain());
      isTold = false;
      say(entriesAfter(+(word as string)));
    };
    listen(line, questionName(secret), (event: Event) => {
      safe(() => answer(detailOf(event)));
    });
  });
};
