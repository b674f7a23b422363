import type { UnlistedScriptDefinition } from 'wxt';
import { announceSdk } from '../../lib/messaging/announce-sdk';
import { canBeLate, isBeginning, leaveLine } from '../../lib/messaging/handover';
import { said } from '../../lib/messaging/hook-line';
import { kept } from '../../lib/messaging/kept';

/**
 * The keeper: all of the extension that every page has in the isolated world. It leaves the line for the hook before any script of the page
 * runs, and keeps it for the bridge, which the background brings when somebody inspects the page. Until AKPush is found it touches
 * no extension API and no more of the DOM than that node: making those objects would cost more than all else here. In a
 * page that has begun before it does nothing: who is there may be the page.
 */
export default {
  globalName: false,
  main() {
    const keeping = kept();
    // Where it is never late `document` is not touched.
    if (canBeLate && !isBeginning()) return;
    const line = leaveLine();
    keeping.line = line;
    // What the hook says first, to a bridge that asks as well: that AKPush was found, or that nothing but an error about it was noted.
    const onSaid = (event: Event): void => {
      const { detail } = event as CustomEvent<string>;
      if (detail === 'logged') {
        line.removeEventListener(said, onSaid);
        keeping.hasSdk = true;
        announceSdk();
      } else if (detail === 'noted' && !keeping.hasTrouble) {
        keeping.hasTrouble = true;
        // The page itself is followed anyway. A frame that has no AKPush can have scripts that need it.
        if (self !== top) announceSdk();
      }
    };
    line.addEventListener(said, onSaid);
  },
} satisfies UnlistedScriptDefinition;
