import type { Runtime } from 'webextension-polyfill';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { PageEvents, PageInfo, PageRequests } from '../../lib/protocol';

/** The bridge's end of the line to one panel. */
export interface PanelLine {
  page(info: PageInfo): void;
  logged(): void;
  close(): void;
}

/** Answers a panel's requests and tells it of events, over the port that the relay opened. */
export const openPanelLine = (
  port: Runtime.Port,
  entries: (after: number) => string,
): PanelLine => {
  const rpc = rpcOver<PageEvents, { entries: typeof entries }>(
    {
      post: (message) => port.postMessage(message),
      listen: (onMessage) => port.onMessage.addListener(onMessage),
    },
    { entries } satisfies Record<keyof PageRequests, unknown>,
    ['page', 'logged'],
  );
  // A port can close between an event and its message: the panel asks again when it reconnects.
  const quietly = (sent: Promise<unknown>): void => void sent.catch(() => {});
  return {
    page: (info) => quietly(rpc.page(info) as never),
    logged: () => quietly(rpc.logged() as never),
    close: () => rpc.$close(),
  };
};
