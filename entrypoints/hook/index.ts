import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isBeginning } from '../../lib/messaging/handover';
import { answerBridge } from './answer-bridge';
import { isUntouched, safe } from './natives';
import { watchGlobal } from './watch-global';

/**
 * The hook: runs in the page's world, before any script of the page. Where that is not so it does nothing: nobody could be told of what it
 * sees but who came before it.
 */
export default defineUnlistedScript({
  // Without it the built script would begin with `var hook=`, a global that a page's own `const hook` collides with.
  globalName: false,
  main() {
    if (!isBeginning() || !isUntouched()) return;
    safe(answerBridge);
    safe(watchGlobal);
  },
});
