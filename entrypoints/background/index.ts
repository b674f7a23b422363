import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { readCapabilities } from '../../lib/browser';
import { serve } from '../../lib/messaging/serve';
import { servePorts } from '../../lib/messaging/serve-ports';
import type { ContentScriptRequests, OwnPageRequests } from '../../lib/protocol/background';
import { deliver } from './deliver';
import { releaseTargets } from './hold-target';
import { hasHostAccess } from './host-access';
import { watchLive } from './live';
import { noteFrame, onFrames } from './look-for-frames';
import { openSettings } from './open-settings';
import {
  isRecorded,
  keepRecording,
  recordingOf,
  restOfRecording,
  startRecording,
  stopRecording,
} from './recorder';
import { followPages, inspect, lookAgain } from './relay';
import { runJob, runningWorkers } from './run-job';
import { askTokens } from './token-store';
import { markFound, markFrames, markTab } from './toolbar';

/** The background: relays between panels and pages. It keeps nothing that it could not lose when the browser stops it: a recording is on the disk, and the page remembers. */
export default defineBackground({
  type: 'module',
  main() {
    const capabilities = readCapabilities();
    releaseTargets();
    followPages();
    onFrames(markFrames);
    keepRecording();
    servePorts(browser.runtime, { panel: inspect, live: watchLive(capabilities) });
    serve<OwnPageRequests, ContentScriptRequests>(browser.runtime, {
      ownPages: {
        runJob,
        deliver: deliver(capabilities),
        runningWorkers,
        hasHostAccess,
        askTokens,
        markTab,
        lookAgain,
        reloadTab: (tab) => browser.tabs.reload(tab),
        openSettings,
        recordingOf,
        startRecording,
        stopRecording,
        restOfRecording,
      },
      contentScripts: {
        sdkFound(asker) {
          markFound(asker);
          void noteFrame(asker);
        },
        isRecorded: ({ tab }) => isRecorded(tab),
      },
    });
  },
});
