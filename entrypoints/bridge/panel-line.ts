import type { Runtime } from 'webextension-polyfill';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { PageInfo } from '../../lib/model/page-info';
import type { StateListener } from '../../lib/model/state-reader';
import type { PageEvents, PageRequests } from '../../lib/protocol/page';

/** What the bridge answers; what takes time answers later. */
export type Answers = {
  [K in keyof PageRequests]: (
    ...args: Parameters<PageRequests[K]>
  ) => ReturnType<PageRequests[K]> | Promise<ReturnType<PageRequests[K]>>;
};

/** The bridge's end of the line to one panel. */
export interface PanelLine {
  page(info: PageInfo): void;
  logged(): void;
  clicked(how: 'click' | 'cancel'): void;
  state: StateListener;
  close(): void;
}

/** Answers a panel's requests and tells it of events, over the port that the relay opened. */
export const openPanelLine = (port: Runtime.Port, answers: Answers): PanelLine => {
  const rpc = rpcOver<PageEvents, Answers>(
    {
      post: (message) => port.postMessage(message),
      listen: (onMessage) => port.onMessage.addListener(onMessage),
    },
    answers,
    ['page', 'logged', 'clicked', 'state'],
  );
  // A port can close between an event and its message: the panel asks again when it reconnects.
  const quietly = (sent: Promise<unknown>): void => void sent.catch(() => {});
  return {
    page: (info) => quietly(rpc.page(info) as never),
    logged: () => quietly(rpc.logged() as never),
    clicked: (how) => quietly(rpc.clicked(how) as never),
    state: (text, readAt) => quietly(rpc.state(text, readAt) as never),
    close: () => rpc.$close(),
  };
};
