import type { BrowserName } from '../find-browser';
import { chromiumPushArgs } from './chromium-push-args';
import { firefoxPushPrefs } from './firefox-push-prefs';
import { startGooglePush } from './google/google-push';
import { startPushService } from './push-service';

/** A double of the push service of one browser, and what a browser is started with to have it. */
export interface LoopbackPushService {
  args: readonly string[];
  prefs: Readonly<Record<string, string | number | boolean>>;
  /** What the browser has said of the last push to an endpoint: given to the worker, or not taken; `undefined`: nothing yet, or it does not say such things. */
  answerTo(endpoint: string): 'delivered' | 'refused' | undefined;
  close(): Promise<void>;
}

/**
 * Starts the double of a browser's push service, for as many browsers as there are. It gives real subscriptions, and brings what is posted to them;
 * senders need not prove that they have the site's key, which the command has not.
 */
export const startDouble = async (name: BrowserName): Promise<LoopbackPushService> => {
  if (name === 'chromium') {
    const google = await startGooglePush();
    return {
      args: chromiumPushArgs(google),
      prefs: {},
      answerTo: () => undefined,
      close: google.close,
    };
  }
  const mozilla = await startPushService(0, { isOpen: true });
  // What visitors have answered about notifications is said for each page.
  const { 'permissions.default.desktop-notification': _, ...prefs } = firefoxPushPrefs(mozilla);
  return {
    args: [],
    prefs,
    answerTo(endpoint) {
      const { ack } = mozilla.messages.findLast((each) => each.endpoint === endpoint) ?? {};
      if (ack === undefined) return undefined;
      return ack === 100 ? 'delivered' : 'refused';
    },
    close: mozilla.close,
  };
};
