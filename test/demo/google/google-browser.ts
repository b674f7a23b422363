import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import type { GooglePushDouble } from '../../../cli/push-service/google/google-push';
import { frame, takeFrames } from '../../../cli/push-service/google/mcs';
import {
  decodeProtobuf,
  encodeProtobuf,
  type ProtobufMessage,
  protobufText,
} from '../../../cli/push-service/google/protobuf';
import { demoVapidKeys } from '../sdk-config';

/** The browser's side of Google's double, for tests without a browser. */
export interface GoogleBrowser {
  device: string;
  /** Registers a subscription; gives its endpoint at the double's plain port. */
  subscribe(key?: string): Promise<{ endpoint: string; p256dh: string; auth: string }>;
  unsubscribe(): Promise<void>;
  /** Connects, when it is not, and gives the next push. */
  nextPush(): Promise<ProtobufMessage>;
  /** What has come and was not asked for by `nextPush` is lost. */
  disconnect(): void;
}

/** Checks in at the double. */
export async function openGoogleBrowser(google: GooglePushDouble): Promise<GoogleBrowser> {
  const answer = await fetch(`${google.url}/checkin`, { method: 'POST' });
  const device = String(decodeProtobuf(Buffer.from(await answer.arrayBuffer())).get(7)?.[0]);
  const register = async (more: Record<string, string>) => {
    const form = { device, app: 'org.chromium.linux', 'X-subtype': 'wp:https://shop.example/#1' };
    const body = new URLSearchParams({ ...form, ...more });
    return (await fetch(`${google.url}/register3`, { method: 'POST', body })).text();
  };
  let socket: TLSSocket | undefined;
  const pushes: ProtobufMessage[] = [];
  /** Ids of pushes that the server has not been told of. */
  const received: string[] = [];
  const connectMcs = () => {
    let left: Buffer = Buffer.alloc(0);
    let hasBegun = false;
    const opened = connect({ port: google.mcsPort, host: '127.0.0.1', rejectUnauthorized: false });
    const ids = received.splice(0).map((id) => [10, id] as const);
    opened.write(
      Buffer.concat([Buffer.of(41), frame(2, encodeProtobuf([1, 'chrome'], [3, device], ...ids))]),
    );
    opened.on('data', (data) => {
      left = Buffer.concat([left, data]);
      if (!hasBegun) left = left.subarray(1);
      hasBegun = true;
      left = takeFrames(left, (tag, message) => {
        if (tag !== 8) return;
        pushes.push(decodeProtobuf(message));
        opened.emit('push');
      });
    });
    return opened;
  };
  return {
    device,
    async subscribe(key = demoVapidKeys.publicKey) {
      const token = (await register({ sender: key })).replace('token=', '');
      const ecdh = createECDH('prime256v1');
      return {
        endpoint: `${google.url}/fcm/send/${token}`,
        p256dh: ecdh.generateKeys('base64url'),
        auth: randomBytes(16).toString('base64url'),
      };
    },
    async unsubscribe() {
      await register({ delete: 'true' });
    },
    async nextPush() {
      socket ??= connectMcs();
      if (pushes.length === 0) await once(socket, 'push');
      const push = pushes.shift() as ProtobufMessage;
      received.push(protobufText(push, 9));
      return push;
    },
    disconnect() {
      socket?.destroy();
      socket = undefined;
      pushes.length = 0;
    },
  };
}

/** What the worker of a push would be told: whose it is, how it is encrypted, the body. */
export const readPush = (push: ProtobufMessage) => ({
  from: protobufText(push, 3),
  category: protobufText(push, 5),
  data: Object.fromEntries(
    (push.get(7) ?? []).map((pair) => {
      const read = decodeProtobuf(pair as Buffer);
      return [protobufText(read, 1), protobufText(read, 2)];
    }),
  ),
  body: push.get(21)?.[0] as Buffer | undefined,
});
