import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { deliver } from './deliver';
import { releaseTargets } from './hold-target';
import { tellAccess } from './host-access';
import { watchLive } from './live';
import { keepRecording, record } from './recorder';
import { relayPanels } from './relay';
import { runJob, tellRunning } from './run-job';
import { tellTokens } from './token-store';
import { showStatus } from './toolbar';

/** The background: relays between panels and pages. It keeps nothing that it could not lose when the browser stops it: a recording is on the disk, and the page remembers. */
export default defineBackground({
  type: 'module',
  main() {
    releaseTargets();
    relayPanels();
    keepRecording();
    watchLive();
    browser.runtime.onMessage.addListener(
      (message: unknown, sender: Runtime.MessageSender) =>
        // One listener: what it returns decides whether there is an answer.
        runJob(message, sender) ??
        deliver(message, sender) ??
        tellRunning(message, sender) ??
        tellAccess(message, sender) ??
        tellTokens(message, sender) ??
        record(message, sender) ??
        showStatus(message, sender),
    );
  },
});
