import { readWorkerUrl } from '../../lib/akpush/worker-url';
import type { LiveEvents } from '../../lib/protocol/live-status';
import { isClaimed, scriptKey, withoutOwn } from './claims';
import type { Container } from './container';
import type { TabWatch } from './live-tab';
import { type RequestSignal, watchWebRequests } from './watch-web-requests';

/** Watches what the SDK's workers of a site and a container ask the network for, where the browser lets nobody look into them. */
export const watchSiteRequests = (
  origin: string,
  container: Container,
  events: LiveEvents,
): TabWatch => {
  const isOfSite = (script: string): boolean =>
    URL.canParse(script) && new URL(script).origin === origin && readWorkerUrl(script).isOwn;
  const take = withoutOwn<RequestSignal>(
    ({ script }) => isClaimed(scriptKey(script, container)),
    // Which registration it is of is known to the panel.
    ({ script, ...signal }) => events.seen({ scope: '', script, run: script, signal }),
  );
  const close = watchWebRequests(isOfSite, container, null, take);
  events.status({ state: 'attached', by: 'requests', workers: [] });
  return { ended: new Promise(() => {}), stop: async () => close() };
};
