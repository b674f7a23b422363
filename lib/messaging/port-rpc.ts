import { type BirpcReturn, createBirpc } from 'birpc';

/** The part of `runtime.Port` that the messages need. */
export interface MessagePipe {
  post(message: unknown): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** An error cannot cross a port: it goes as its name and message, and is an error again on the other side. */
interface Wire {
  e?: unknown;
}

const toWire = (thrown: unknown): { name: string; message: string } =>
  thrown instanceof Error
    ? { name: thrown.name, message: thrown.message }
    : { name: 'Error', message: String(thrown) };

const fromWire = (sent: unknown): Error => {
  const { name, message } = (sent ?? {}) as { name?: unknown; message?: unknown };
  const error = new Error(String(message ?? sent));
  error.name = String(name ?? 'Error');
  return error;
};

const isMessage = (message: unknown): boolean => typeof message === 'object' && message !== null;

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
    post: (message) => pipe.post(message),
    // A stranger's message is dropped.
    on: (onMessage) => pipe.listen((message) => isMessage(message) && onMessage(message)),
    eventNames,
    timeout: 35_000,
    serialize: (message: Wire) =>
      message.e === undefined ? message : { ...message, e: toWire(message.e) },
    deserialize: (message: Wire) =>
      message.e === undefined ? message : { ...message, e: fromWire(message.e) },
    // With a name, it is an answer that could not be given: the pipe broke. Without, it is why a request is rejected.
    onGeneralError: (_error, name) => name !== undefined,
  });
