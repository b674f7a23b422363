import { script } from './worker';
import type { World } from './world';

/** What a browser has of a worker's requests where nobody gets into it. `filters`: who reads an answer; `tell` brings an event to the background. */
export const createRequests = (
  world: World,
  filters: ReadonlyMap<string, { onstop?: () => void }>,
  tell: (event: string, details: object) => void,
) => {
  let last = 0;
  return {
    /** A push comes, for whose content the worker asks its server. */
    ask(): void {
      const requestId = `${++last}`;
      const say = (event: string): void =>
        tell(event, {
          requestId,
          originUrl: script,
          tabId: -1,
          method: 'POST',
          statusCode: 200,
          url: 'https://pxl.shop.test/pixel?_push_pix=/push/content/get',
          timeStamp: world.clock.now(),
        });
      say('onBeforeRequest');
      world.clock.of({ isEnded: false }).setTimeout(() => {
        say('onHeadersReceived');
        world.carry(() => filters.get(requestId)?.onstop?.());
        say('onRequestCompleted');
      }, 40);
    },
  };
};
