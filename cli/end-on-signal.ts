import type { EventEmitter } from 'node:events';
import { within } from './within';

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The code of a command that has failed itself: nothing is known of the pages then. */
const failedCode = 3;

/** How long what was begun may take to end, milliseconds. */
const longest = 30_000;

/** Signals so soon after the first are the same one: a terminal and `npx` give one each. Milliseconds. */
const sameSignal = 1_000;

/** What ends: the process, but in tests. */
export interface Ending {
  events: Pick<EventEmitter, 'on'>;
  exit(code: number): void;
}

/**
 * When a signal comes, or the command itself fails where nobody catches it, what `end` does is waited for, for at most 30 seconds, and the process ends
 * with the signal's code, or 3. A second signal, a second or more after the first, ends it at once. Gives whether it is ending: nothing more is to begin
 * then.
 */
export const endOnSignal = (
  end: () => Promise<unknown>,
  { events, exit }: Ending = { events: process, exit: (code) => process.exit(code) },
): (() => boolean) => {
  let since: number | undefined;
  const begin = (code: number): void => {
    since = Date.now();
    const ended = within(longest, end(), 'Late.').catch(() => {});
    void ended.then(() => exit(code));
  };
  for (const [signal, code] of Object.entries(codes))
    events.on(signal, () => {
      if (since === undefined) begin(code);
      else if (Date.now() - since >= sameSignal) exit(code);
    });
  // Who has failed is told where the command begins.
  events.on('uncaughtException', () => {
    if (since === undefined) begin(failedCode);
  });
  return () => since !== undefined;
};
