import { type AltcraftDouble, startAltcraft } from './altcraft';
import { type PushServiceDouble, startPushService } from './push-service';
import { startSite } from './site';

export type { AltcraftDouble } from './altcraft';
export type { Failure, ReceivedRequest } from './altcraft-log';
export { firefoxPushPrefs } from './firefox-push-prefs';
export type { PushMessage, PushServiceDouble } from './push-service';
export { demoVapidKeys } from './sdk-config';

export interface DemoOptions {
  sitePort?: number;
  altcraftPort?: number;
  pushPort?: number;
}

/** The shop and what it talks to. */
export interface Demo {
  /** Origin of the shop, `http://localhost:PORT`: a secure context. */
  site: string;
  altcraft: AltcraftDouble;
  push: PushServiceDouble;
  /** Lets pages with `loading=held` end loading. */
  release(): void;
  close(): Promise<void>;
}

/** Starts the three servers of the demo on loopback; a port of 0 or none is a free one. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const altcraft = await startAltcraft(options.altcraftPort);
  const push = await startPushService(options.pushPort);
  const site = await startSite({ altcraft: altcraft.url, push: push.url }, options.sitePort);
  altcraft.content = {
    ...altcraft.content,
    icon: `${site.url}/icon.svg`,
    data: { click_action: `${site.url}/catalog` },
  };
  return {
    site: site.url,
    altcraft,
    push,
    release: site.release,
    async close() {
      await Promise.all([site.close(), altcraft.close(), push.close()]);
    },
  };
}
