import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerBridge } from './answer-bridge';
import { safe } from './natives';
import { watchGlobal } from './watch-global';

/** The hook: runs in the page's world, before any script of the page. */
export default defineUnlistedScript({
  // Without it the built script would begin with `var hook=`, a global that a page's own `const hook` collides with.
  globalName: false,
  main() {
    safe(answerBridge);
    safe(watchGlobal);
  },
});
