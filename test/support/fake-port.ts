import { createFakeEvent, type FakeEvent } from './fake-event';

/** The other end's identity, as `port.sender` tells it. */
export interface FakeSender {
  id?: string;
  tab?: { id: number };
  frameId?: number;
  url?: string;
  documentId?: string;
}

/** A `runtime.Port`. */
export interface FakePort {
  name: string;
  sender?: FakeSender | undefined;
  onMessage: FakeEvent<[unknown, FakePort]>;
  onDisconnect: FakeEvent<[FakePort]>;
  postMessage(message: unknown): void;
  disconnect(): void;
}

/**
 * Two ends of a port. As in browsers messages are copied and arrive later, in order; the end that disconnects hears no
 * `onDisconnect`; posting to a disconnected port throws. `carry` brings what is on its way.
 */
export const createFakePortPair = (
  name: string,
  sender?: FakeSender,
  carry: (arrive: () => void) => void = queueMicrotask,
): { near: FakePort; far: FakePort } => {
  let isOpen = true;
  let isClosing = false;
  const createEnd = (other: () => FakePort, from?: FakeSender): FakePort => ({
    name,
    sender: from,
    onMessage: createFakeEvent(),
    onDisconnect: createFakeEvent(),
    postMessage(message) {
      if (isClosing) throw new Error('Attempting to use a disconnected port object');
      const copy = structuredClone(message);
      carry(() => isOpen && other().onMessage.fire(copy, other()));
    },
    disconnect() {
      if (isClosing) return;
      isClosing = true;
      // What was posted before still arrives.
      carry(() => {
        isOpen = false;
        other().onDisconnect.fire(other());
      });
    },
  });
  const near: FakePort = createEnd(() => far);
  const far: FakePort = createEnd(() => near, sender);
  return { near, far };
};
