import type { Line } from '../lib/messaging/line';
import { rpcOver } from '../lib/messaging/port-rpc';
import type { RelayEvents } from '../lib/protocol/page';
import type { Exchange, ExchangeAnswer } from './stand-in';

/** How often the page is asked for what has come up, milliseconds. */
const pause = 50;

/** The way from the runner to the bridge of the page that is shown. */
export interface PageLine {
  /** For `connectPage`, in place of a port to the relay. */
  open(): Line;
  /** Says what a relay would say. */
  tell: Pick<RelayEvents, 'unreachable' | 'frames'>;
  /** Asks no more; resolves when no question is under way. */
  close(): Promise<void>;
}

/**
 * Carries the panel's messages to the page and back, by asking again and again. `exchange` is the stand-in's, in the isolated world of the
 * document that is shown; it rejects, or gives `undefined`, where there is none. `pauseNow`: how often it is asked, milliseconds.
 */
export const openPageLine = (
  exchange: (given: Exchange) => Promise<ExchangeAnswer | undefined>,
  pauseNow: () => number = () => pause,
): PageLine => {
  let isClosed = false;
  // Who watched the same document before has left a line there.
  const mine = `${Math.random()}`;
  let count = 0;
  /** Who listens at the line that was opened last. */
  let hearLast: (message: unknown) => void = () => {};
  const underWay = new Set<Promise<void>>();

  const open = (): Line => {
    const line = `${mine} ${++count}`;
    /** What is to be said, and was not answered yet. */
    let down: unknown[] = [];
    let before = 0;
    let heard = 0;
    let document: string | undefined;
    let isOpen = true;
    let hear: (message: unknown) => void = () => {};
    let onClosed = () => {};
    const ask = async (): Promise<void> => {
      // A browser that is being left may never answer, and who drives it would wait for that.
      if (!isOpen || isClosed) return;
      const messages = [...down];
      // Where the answer is lost, the next one has what it had.
      const answer = await exchange({ line, document, messages, before, heard }).catch(
        () => undefined,
      );
      if (!isOpen || isClosed) return;
      if (answer === 'gone') {
        isOpen = false;
        onClosed();
        return;
      }
      if (answer) {
        document = answer.document;
        down = down.slice(messages.length);
        before += messages.length;
        heard += answer.up.length;
        for (const message of answer.up) hear(message);
      }
      setTimeout(askNow, pauseNow());
    };
    const askNow = (): void => {
      const asking = ask().finally(() => underWay.delete(asking));
      underWay.add(asking);
    };
    askNow();
    return {
      post: (message) => down.push(message),
      listen(onMessage) {
        hear = onMessage;
        hearLast = onMessage;
      },
      onClosed: (listener) => (onClosed = listener),
      close: () => (isOpen = false),
    };
  };
  return {
    open,
    tell: rpcOver<RelayEvents, object>(
      { post: (message) => hearLast(message), listen: () => {} },
      {},
      ['unreachable', 'frames'],
    ),
    async close() {
      isClosed = true;
      await Promise.all(underWay);
    },
  };
};
