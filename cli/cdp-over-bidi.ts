import { cdpSubscriptions } from './cdp-subscriptions';
import type { Cdp } from './deliver-push';
import type { Driver } from './driver';

interface CdpEvent {
  session?: string;
  params: unknown;
}

/**
 * Chromium's own protocol over WebDriver BiDi, in the session of a page; chromedriver, a Grid and puppeteer have it by the same commands.
 * Rejects where the browser is none of Chromium's. Source: chromium-bidi, `goog:cdp`.
 */
export const cdpOverBidi = async (
  { send, on }: Pick<Driver, 'send' | 'on'>,
  context: string,
): Promise<Cdp> => {
  const { session } = await send<{ session: string }>('goog:cdp.getSession', { context });
  const subscriptions = cdpSubscriptions({ send });
  const listeners = new Map<string, Set<(params: unknown) => void>>();
  /** Hears an event for all who listen to it: a connection has no way to be heard no more. */
  const listen = (event: string): Set<(params: unknown) => void> => {
    const known = listeners.get(event);
    if (known) return known;
    const made = new Set<(params: unknown) => void>();
    listeners.set(event, made);
    on(`goog:cdp.${event}`, (said) => {
      const { session: from, params } = said as CdpEvent;
      if (from === undefined || from === session) for (const hear of made) hear(params);
    });
    return made;
  };
  return {
    async send(method, params) {
      const { result } = await send<{ result: unknown }>('goog:cdp.sendCommand', {
        method,
        params,
        session,
      });
      return result;
    },
    async on(event, hear) {
      const heard = listen(event);
      heard.add(hear);
      await subscriptions.add(event);
      return () => void heard.delete(hear);
    },
    async close() {
      for (const heard of listeners.values()) heard.clear();
      await subscriptions.end();
    },
  };
};
