import type { Line } from '../../lib/messaging/line';

/** A line inside of the background: what is said at one end is heard at the other, later, as over a port. */
export const localLine = (): { here: Line; relay: Line } => {
  const ears = {
    here: [] as ((message: unknown) => void)[],
    relay: [] as ((message: unknown) => void)[],
  };
  const closed: (() => void)[] = [];
  const tell = (to: keyof typeof ears) => (message: unknown) =>
    queueMicrotask(() => {
      for (const hear of ears[to]) hear(message);
    });
  return {
    here: {
      post: tell('relay'),
      listen: (onMessage) => ears.here.push(onMessage),
      // The relay never closes it: it lives as long as the background does.
      onClosed: () => {},
      close: () => {
        for (const end of closed) end();
      },
    },
    relay: {
      post: tell('here'),
      listen: (onMessage) => ears.relay.push(onMessage),
      onClosed: (listener) => closed.push(listener),
      close: () => {},
    },
  };
};
