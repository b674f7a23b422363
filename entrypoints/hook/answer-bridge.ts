import { takeSecret } from '../../lib/messaging/handover';
import { questionName } from '../../lib/messaging/hook-line';
import { entriesAfter, whenLogged } from './log';
import { apply, getOwnPropertyDescriptor, listen, queueTask, safe } from './natives';
import { lookAgain, unwatchGlobal } from './watch-global';
import { restoreAll } from './wrap';

const { dispatchEvent } = window;
const NativeCustomEvent = CustomEvent;
const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown;

/** Opens the line to the bridge and answers it. See `lib/messaging/hook-line.ts` for what is said. */
export const answerBridge = (): void => {
  takeSecret((secret) => {
    const say = (detail: string): void => {
      apply(dispatchEvent, window, [
        new NativeCustomEvent(secret, { __proto__: null, detail } as never),
      ]);
    };
    /** Whether the bridge has been told of entries that it has not asked for since. */
    let isTold = false;
    whenLogged(() => {
      if (isTold) return;
      isTold = true;
      say('logged');
    });
    const answer = (word: unknown): void => {
      if (word === 'gone') {
        restoreAll();
        unwatchGlobal();
        return;
      }
      // Later: it may run a page's Proxy, which could read this event's name off `window.event`.
      queueTask(() => lookAgain());
      isTold = false;
      say(entriesAfter(+(word as string)));
    };
    listen(window, questionName(secret), (event: Event) => {
      safe(() => answer(apply(detailOf, event, [])));
    });
  });
};
