import { readWorkerUrl } from '../../lib/akpush/worker-url';
import type { LiveEvents } from '../../lib/protocol/live-status';
import { isTaken } from './busy-scripts';
import type { Container } from './container';
import type { TabWatch } from './live-tab';
import { watchWebRequests } from './watch-web-requests';

/** Watches what the SDK's workers of a site and a container ask the network for, where the browser lets nobody look into them; `undefined` elsewhere. */
export const watchSiteRequests = (
  origin: string,
  container: Container,
  events: LiveEvents,
): TabWatch | undefined => {
  const isOfSite = (script: string): boolean =>
    URL.canParse(script) && new URL(script).origin === origin && readWorkerUrl(script).isOwn;
  const ignored = new Set<string>();
  const watch = watchWebRequests(isOfSite, container, null, ({ id, script, request }) => {
    const isNew = request.status === undefined && request.ended === undefined;
    // What a push of the panel's brings about is its own to tell.
    if (isNew && isTaken(script, container)) ignored.add(id);
    if (ignored.has(id)) return;
    // Which registration it is of is known to the panel.
    events.seen({ scope: '', script, run: script, signal: { what: 'request', id, request } });
  });
  if (!watch) return undefined;
  events.status({ state: 'attached', by: 'requests', workers: [] });
  return { ended: new Promise(() => {}), stop: async () => watch.close() };
};
