import { type BirpcReturn, createBirpc } from 'birpc';
import { fromWire, toWire } from './error-wire';

/** The part of `runtime.Port` that the messages need. */
export interface MessagePipe {
  post(message: unknown): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** What travels: an error only as what can cross. */
interface Wire {
  /** Absent: an event. */
  i?: string;
  e?: unknown;
}

const withError = (message: Wire, turn: (error: unknown) => unknown): Wire =>
  message.e === undefined ? message : { ...message, e: turn(message.e) };

/**
 * Typed requests and events over a pipe: `Remote`'s functions can be called, `local`'s are answered. A request without an answer
 * rejects after 35 seconds; after `$close` every open request rejects.
 */
export const rpcOver = <Remote extends object, Local extends object>(
  pipe: MessagePipe,
  local: Local,
  eventNames: (keyof Remote)[] = [],
): BirpcReturn<Remote, Local> =>
  createBirpc<Remote, Local>(local, {
    post(message: Wire) {
      try {
        pipe.post(message);
      } catch (error) {
        // Closed a moment ago. Nobody waits for an event: who connects again asks.
        if (message.i !== undefined) throw error;
      }
    },
    // A stranger's message is dropped.
    on: (onMessage) => pipe.listen((message) => message === Object(message) && onMessage(message)),
    // What every object has is no function of the contract.
    resolver: (name, found) => (Object.hasOwn(local, name) ? found : undefined),
    eventNames,
    timeout: 35_000,
    serialize: (message: Wire) => withError(message, toWire),
    deserialize: (message: Wire) => withError(message, fromWire),
    // With a name, it is an answer that could not be given: the pipe broke. Without, it is why a request is rejected.
    onGeneralError: (_error, name) => name !== undefined,
  });
