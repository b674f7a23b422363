import type { UnlistedScriptDefinition } from 'wxt';
import { announceSdk } from '../../lib/messaging/announce-sdk';
import { handOver, isBeginning } from '../../lib/messaging/handover';
import { kept } from '../../lib/messaging/kept-secret';

/**
 * The keeper: all of the extension that every page has in the isolated world. It shares a secret with the hook before any script of the page
 * runs, and keeps it for the bridge, which the background brings when somebody inspects the page. Until AKPush is found it touches
 * no extension API and no more of the DOM than the line to the hook needs: making those objects would cost more than all else here. In a
 * page that has begun before it does nothing: who listens there may be the page.
 */
export default {
  globalName: false,
  main() {
    const keeping = kept();
    if (!isBeginning()) return;
    const secret = `${crypto.getRandomValues(new Uint32Array(4))}`;
    const { fonts } = document;
    // The first thing that the hook says is that AKPush was found.
    const onSaid = (event: Event): void => {
      // The answers to the bridge's questions have the same name, on pages without AKPush too.
      if ((event as CustomEvent<unknown>).detail !== 'logged') return;
      fonts.removeEventListener(secret, onSaid);
      keeping.hasSdk = true;
      announceSdk();
    };
    handOver(secret, () => {
      keeping.secret = secret;
    });
    fonts.addEventListener(secret, onSaid);
  },
} satisfies UnlistedScriptDefinition;
