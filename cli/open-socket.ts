import type { ConnectionTransport } from 'puppeteer-core';
import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js';

/** A connection to a browser, for puppeteer, which does not tell when it is lost. */
export interface BrowserSocket extends ConnectionTransport {
  gone: Promise<void>;
}

/** A session that was made by WebDriver's HTTP, before there was a connection. */
export interface MadeSession {
  sessionId: string;
  capabilities: Readonly<Record<string, unknown>>;
}

/**
 * Opens a connection. puppeteer always asks for a new session, which a connection to one that is there refuses: where one was made before, the
 * answer is given here, and the browser is not asked.
 */
export const openSocket = async (
  address: string,
  headers: Record<string, string>,
  made?: MadeSession,
): Promise<BrowserSocket> => {
  const socket = await NodeWebSocketTransport.create(address, headers).catch((error) => {
    // Of the `ws` package: an event, with the address in it.
    throw new Error((error as { message?: string }).message || 'no connection');
  });
  let leave = () => {};
  const gone = new Promise<void>((resolve) => (leave = resolve));
  const transport: BrowserSocket = {
    gone,
    send(message) {
      const { id, method } = JSON.parse(message) as { id: number; method: string };
      if (!made || method !== 'session.new') {
        socket.send(message);
        return;
      }
      const answer = { type: 'success', id, result: made };
      queueMicrotask(() => transport.onmessage?.(JSON.stringify(answer)));
    },
    close: () => socket.close(),
  };
  socket.onmessage = (message) => transport.onmessage?.(String(message));
  socket.onclose = () => {
    leave();
    transport.onclose?.();
  };
  return transport;
};
