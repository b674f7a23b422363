import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  type GooglePushDouble,
  startGooglePush,
} from '../../../cli/push-service/google/google-push';
import { frame } from '../../../cli/push-service/google/mcs';
import { encodeProtobuf, encodeVarint } from '../../../cli/push-service/google/protobuf';
import { type MozillaPushDouble, startPushService } from '../../../cli/push-service/push-service';

let mozilla: MozillaPushDouble;
let google: GooglePushDouble;
beforeAll(async () => {
  mozilla = await startPushService();
  google = await startGooglePush();
});
afterAll(() => Promise.all([mozilla.close(), google.close()]));

const socketTo = async (url: string): Promise<WebSocket> => {
  const socket = new WebSocket(url, 'push-notification');
  await once(socket, 'open');
  return socket;
};

test.each(['x', 'null', '{"messageType":"ack"}', '{"messageType":"ack","updates":[null]}'])(
  'the double of Mozilla ends the connection that says %s, and no other',
  async (text) => {
    const other = await socketTo(mozilla.socketUrl);
    const hostile = await socketTo(mozilla.socketUrl);
    hostile.send(text);
    await once(hostile, 'close');
    other.send(JSON.stringify({ messageType: 'hello' }));
    const [answer] = await once(other, 'message');
    expect(JSON.parse(String(answer))).toMatchObject({ messageType: 'hello', status: 200 });
    other.close();
  },
);

test('what is no WebSocket frame ends the connection too', async () => {
  const { port } = new URL(mozilla.socketUrl);
  const socket = connectTcp(Number(port), '127.0.0.1');
  socket.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  socket.resume();
  socket.write(Buffer.from('ffffffffffff', 'hex'));
  await once(socket, 'close');
  (await socketTo(mozilla.socketUrl)).close();
});

const cut = encodeProtobuf([3, 'device']).subarray(0, -2);

test.each([
  ['a login that is cut', frame(2, cut)],
  ['a wire type that there is not', frame(2, Buffer.of(7))],
  ['a length without end', Buffer.alloc(64, 0xff)],
  ['more than any message has', Buffer.concat([Buffer.of(2), encodeVarint(2_000_000)])],
])('the double of Google ends the connection with %s, and no other', async (_, bytes) => {
  const open = () =>
    connect({ port: google.mcsPort, host: '127.0.0.1', rejectUnauthorized: false });
  const hostile = open();
  hostile.on('error', () => {});
  hostile.resume();
  hostile.write(Buffer.concat([Buffer.of(41), bytes]));
  await once(hostile, 'close');
  const other = open();
  other.write(Buffer.concat([Buffer.of(41), frame(2, encodeProtobuf([3, 'device']))]));
  const [answer] = await once(other, 'data');
  expect((answer as Buffer)[0]).toBe(41);
  other.destroy();
});
