import type { UnlistedScriptDefinition } from 'wxt';
import { isBeginning } from '../../lib/messaging/handover';
import { isUntouched, openLine, takeLine } from './open-line';
import { isAboutSdk, safe } from './originals';
import { type Recorder, startRecorder } from './recorder';
import { waitForSdk } from './wait-for-sdk';

/**
 * The hook: runs in the page's world, before any script of the page. Where that is not so it does nothing: nobody could be told of what it
 * sees but who came before it. Until AKPush appears, or somebody inspects the page, it has an accessor and a few listeners, and no more.
 */
export default {
  // Without it the built script would begin with `var hook=`, a global that a page's own `const hook` collides with.
  globalName: false,
  main() {
    if (!isBeginning() || !isUntouched()) return;
    takeLine((line) => {
      let recorder: Recorder | undefined;
      const wake = (): Recorder =>
        (recorder ??= startRecorder({ say, listenAgain, stop, trouble }));
      const trouble = (event: Event): void => {
        safe(() => {
          if (recorder || isAboutSdk(event)) wake().noteTrouble(event);
        });
      };
      const say = openLine(line, (word) => wake().answer(word));
      const { listenAgain, stop } = waitForSdk({
        found: (event) => wake().look(event),
        read: () => wake().noteRead(),
        trouble,
      });
    });
  },
} satisfies UnlistedScriptDefinition;
