import type { Line } from '../../lib/messaging/line';
import type { PortPurpose } from '../../lib/protocol/port-name';

/** The far end of a line to a page: what the page says there, and what it is asked. */
export interface FarEnd {
  kind: string;
  frame: number;
  asked: string[];
  say(name: string, ...args: unknown[]): void;
  isClosed: boolean;
}

/** Lines whose far ends are a test's. `open` takes the place of `openPort`. */
export const makeFarEnds = () => {
  const ends: FarEnd[] = [];
  return {
    open({ kind, address }: PortPurpose): Line {
      let hear: (message: unknown) => void = () => {};
      const end: FarEnd = {
        kind,
        frame: address.frame,
        asked: [],
        say: (m, ...a) => hear({ t: 'q', m, a }),
        isClosed: false,
      };
      ends.push(end);
      return {
        post(message) {
          const { m, i } = message as { m: string; i?: string };
          end.asked.push(m);
          // The page answers that it is done.
          if (i !== undefined) queueMicrotask(() => hear({ t: 's', i, r: undefined }));
        },
        listen: (listener) => {
          hear = listener;
        },
        onClosed: () => {},
        close: () => {
          end.isClosed = true;
        },
      };
    },
    /** The newest end of a frame that is open. */
    of(frame: number, kind = 'panel'): FarEnd {
      const end = ends.findLast(
        (each) => each.frame === frame && each.kind === kind && !each.isClosed,
      );
      if (!end) throw new Error(`No line of a ${kind} to frame ${frame}.`);
      return end;
    },
  };
};
