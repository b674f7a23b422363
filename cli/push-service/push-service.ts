import { firebaseDefaultKey } from '../../lib/akpush/firebase-default-key';
import { AutopushSocket, type Subscription } from './autopush-socket';
import { listen } from './http';
import { firebaseStandInKeys } from './made-keys';
import { type PushAnswer, PushEndpoint, type PushMessage } from './push-endpoint';

/** A double of a browser vendor's push service. */
export interface PushServiceDouble {
  url: string;
  messages: readonly PushMessage[];
  /** The oldest push that no `next` has given yet; waits for one when there is none. */
  next(timeout?: number): Promise<PushMessage>;
  /** Later pushes to the endpoint are answered 410. */
  expire(endpoint: string): void;
  /** How the next push is answered. */
  answer(next: PushAnswer): void;
  close(): Promise<void>;
}

/** Mozilla's autopush, for a Firefox started with `firefoxPushPrefs`. */
export interface MozillaPushDouble extends PushServiceDouble {
  /** For Firefox's `dom.push.serverURL`. */
  socketUrl: string;
  /** Endpoints of the subscriptions that Firefox holds. */
  endpoints(): string[];
}

const keyOf = ({ key }: Subscription): string | undefined =>
  key?.replaceAll('=', '') === firebaseDefaultKey ? firebaseStandInKeys.publicKey : key;

/** Starts Mozilla's double: one port for the senders' HTTP and the browser's WebSocket. `isOpen`: senders need not prove that they have a key. */
export async function startPushService(
  port = 0,
  { isOpen = false } = {},
): Promise<MozillaPushDouble> {
  const pushes = new PushEndpoint({
    receiverOf(endpoint) {
      const subscription = socket.subscriptionOf(endpoint);
      // A page's stand-in is nobody to bring something to.
      if (endpoint.startsWith(`${url}/stand-in/`)) return { key: undefined, deliver: () => {} };
      return (
        subscription && {
          key: isOpen ? undefined : keyOf(subscription),
          deliver: (pushed, body) => socket.deliver(subscription, pushed, body),
        }
      );
    },
    refuseVapid: ({ text }) => [401, text],
  });
  const http = await listen(port, (request, response, { pathname }) =>
    pushes.take(request, response, `${url}${pathname}`),
  );
  const url = `http://127.0.0.1:${http.port}`;
  const socket = new AutopushSocket(http.server, url, (endpoint) => pushes.expire(endpoint));
  return {
    url,
    socketUrl: `ws://127.0.0.1:${http.port}/`,
    messages: pushes.messages,
    next: (timeout) => pushes.next(timeout),
    endpoints: () => socket.endpoints(),
    expire: (endpoint) => pushes.expire(endpoint),
    answer: (next) => pushes.answer(next),
    async close() {
      socket.close();
      await http.close();
    },
  };
}
