import type { BirpcReturn } from 'birpc';
import type { Runtime } from 'webextension-polyfill';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { Answers } from '../../lib/messaging/remote';
import type { PageEvents, PageRequests } from '../../lib/protocol/page';

/** The bridge's end of the line to one panel: tells it of events. */
export type PanelLine = BirpcReturn<PageEvents, Answers<PageRequests>>;

/** Answers a panel's requests and tells it of events, over the port that the relay opened. */
export const openPanelLine = (port: Runtime.Port, answers: Answers<PageRequests>): PanelLine =>
  rpcOver<PageEvents, Answers<PageRequests>>(
    {
      post: (message) => port.postMessage(message),
      listen: (onMessage) => port.onMessage.addListener(onMessage),
    },
    answers,
    ['page', 'logged', 'noted', 'clicked', 'state'],
  );
