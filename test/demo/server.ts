import {
  type GooglePushDouble,
  startGooglePush as startGoogleDouble,
} from '../../cli/push-service/google/google-push';
import { type MozillaPushDouble, startPushService } from '../../cli/push-service/push-service';
import { type AltcraftDouble, startAltcraft } from './altcraft';
import { demoVapidKeys } from './sdk-config';
import { startSite } from './site';

export { chromiumPushArgs } from '../../cli/push-service/chromium-push-args';
export { firefoxPushPrefs } from '../../cli/push-service/firefox-push-prefs';
export type { GooglePushDouble } from '../../cli/push-service/google/google-push';
export type { PushMessage } from '../../cli/push-service/push-endpoint';
export type { PushServiceDouble } from '../../cli/push-service/push-service';
export type { AltcraftDouble } from './altcraft';
export type { Failure, ReceivedRequest } from './altcraft-log';
export { demoVapidKeys } from './sdk-config';

/** Starts Google's double, which knows the demo's keys, and can be told over HTTP how to answer. */
export const startGooglePush = (port?: number): Promise<GooglePushDouble> =>
  startGoogleDouble({ port, siteKeys: demoVapidKeys, hasControls: true });

export interface DemoOptions {
  sitePort?: number;
  altcraftPort?: number;
  pushPort?: number;
  googlePort?: number;
  /** Google's service that a browser of several demos uses; by default the demo has its own. */
  google?: GooglePushDouble;
  /** Folder of a real build (`ak-push.js`, `service-worker.js`) that the shop has in place of the double of one. */
  build?: string | undefined;
}

/** The shop and what it talks to. */
export interface Demo {
  /** Origin of the shop, `http://localhost:PORT`: a secure context. */
  site: string;
  altcraft: AltcraftDouble;
  /** Firefox's push service. */
  push: MozillaPushDouble;
  /** Chromium's push service, with Firebase. */
  google: GooglePushDouble;
  /** Lets pages with `loading=held` end loading. */
  release(): void;
  close(): Promise<void>;
}

/** Starts the servers of the demo on loopback; a port of 0 or none is a free one. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const google = options.google ?? (await startGooglePush(options.googlePort));
  const altcraft = await startAltcraft(options.altcraftPort, google.tokens);
  const push = await startPushService(options.pushPort);
  const origins = { altcraft: altcraft.url, push: push.url };
  const site = await startSite(origins, options.sitePort, options.build);
  altcraft.content = {
    ...altcraft.content,
    icon: `${site.url}/icon.svg`,
    data: { click_action: `${site.url}/catalog` },
  };
  return {
    site: site.url,
    altcraft,
    push,
    google,
    release: site.release,
    async close() {
      await Promise.all([site.close(), altcraft.close(), push.close()]);
      if (!options.google) await google.close();
    },
  };
}
