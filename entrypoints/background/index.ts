import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messaging/serve';
import { servePorts } from '../../lib/messaging/serve-ports';
import type { ContentScriptRequests, OwnPageRequests } from '../../lib/protocol/background';
import { deliver } from './deliver';
import { releaseTargets } from './hold-target';
import { hasHostAccess } from './host-access';
import { watchLive } from './live';
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
import { markFound, markTab } from './toolbar';

/** The background: relays between panels and pages. It keeps nothing that it could not lose when the browser stops it: a recording is on the disk, and the page remembers. */
export default defineBackground({
  type: 'module',
  main() {
    releaseTargets();
    followPages();
    keepRecording();
    servePorts(browser.runtime, { panel: inspect, live: watchLive });
    serve<OwnPageRequests, ContentScriptRequests>(browser.runtime, {
      ownPages: {
        runJob,
        deliver,
        runningWorkers,
        hasHostAccess,
        askTokens,
        markTab,
        lookAgain,
        reloadTab: (tab) => browser.tabs.reload(tab),
        recordingOf,
        startRecording,
        stopRecording,
        restOfRecording,
      },
      contentScripts: { sdkFound: markFound, isRecorded },
    });
  },
});
