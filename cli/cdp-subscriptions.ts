import type { Driver } from './driver';

/** Events of Chromium's protocol that a session of WebDriver BiDi was asked for. */
export interface CdpSubscriptions {
  /** Asks for an event, once. */
  add(event: string): Promise<void>;
  /** Asks for none of them any more; what others have asked for stays. */
  end(): Promise<void>;
}

/** Asks for events. Source: WebDriver BiDi, `session.subscribe`, whose answer names the subscription in browsers of 2025 and later; chromium-bidi, `goog:cdp`. */
export const cdpSubscriptions = ({ send }: Pick<Driver, 'send'>): CdpSubscriptions => {
  const asked = new Map<string, string | undefined>();
  return {
    async add(event) {
      if (asked.has(event)) return;
      const answer = await send<{ subscription?: string } | undefined>('session.subscribe', {
        events: [`goog:cdp.${event}`],
      });
      asked.set(event, answer?.subscription);
    },
    async end() {
      const subscriptions = [...asked.values()].filter((each) => each !== undefined);
      asked.clear();
      if (subscriptions.length > 0)
        await send('session.unsubscribe', { subscriptions }).catch(() => {});
    },
  };
};
