import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { Certificate } from './certificate';
import {
  decodeProtobuf,
  decodeVarint,
  encodeProtobuf,
  encodeVarint,
  protobufText,
} from './protobuf';
import type { Registration } from './registrations';

const version = 41;
const tags = { ping: 0, ack: 1, login: 2, loggedIn: 3, data: 8 } as const;

/** A message with its tag and length before it. */
export const frame = (tag: number, message: Buffer): Buffer =>
  Buffer.concat([Buffer.of(tag), encodeVarint(message.length), message]);

/** The longest message, bytes: a push has four thousand. */
const mostBytes = 1_000_000n;

/** Takes the whole frames out of what has come; gives what is left. Throws on a message that is too long, or cut. */
export function takeFrames(bytes: Buffer, onFrame: (tag: number, message: Buffer) => void): Buffer {
  let left = bytes;
  for (;;) {
    const length = decodeVarint(left, 1);
    if (length && length.value > mostBytes) throw new RangeError('A message is too long');
    const end = length ? length.end + Number(length.value) : Number.POSITIVE_INFINITY;
    if (!length || end > left.length) return left;
    onFrame(left[0] ?? 0, left.subarray(length.end, end));
    left = left.subarray(end);
  }
}

/** The message that brings a push (`DataMessageStanza`). A body is encrypted, so without one there is no encoding either. */
function pushFrame({ app, subtype, sender }: Registration, id: string, body: Buffer): Buffer {
  const pair = (key: string, value: string) => encodeProtobuf([1, key], [2, value]);
  const hasBody = body.length > 0;
  return frame(
    tags.data,
    encodeProtobuf(
      [3, sender],
      [5, app],
      [7, pair('subtype', subtype)],
      ...(hasBody ? ([[7, pair('content-encoding', 'aes128gcm')]] as const) : []),
      [9, id],
      ...(hasBody ? ([[21, body]] as const) : []),
    ),
  );
}

/** The browser's connection to Google: MCS, protobuf messages over TLS. */
export class McsServer {
  private readonly server: Server;
  private readonly sockets = new Set<TLSSocket>();
  private readonly connections = new Map<string, TLSSocket>();
  /** Pushes by their ids, for each device: until it says at a login that it has them. */
  private readonly pending = new Map<string, Map<string, Buffer>>();

  constructor({ key, cert }: Certificate) {
    this.server = createServer({ key, cert }, (socket) => this.serve(socket));
  }

  /** Listens on a free port of loopback; gives the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  /** Sends a push to the browser now, and at each login until the browser has it: a connection can end unnoticed. */
  deliver(registration: Registration, body: Buffer): void {
    const { device } = registration;
    const id = randomUUID();
    const push = pushFrame(registration, id, body);
    const pending = this.pending.get(device) ?? new Map<string, Buffer>();
    this.pending.set(device, pending.set(id, push));
    this.connections.get(device)?.write(push);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private serve(socket: TLSSocket): void {
    let device = '';
    let left: Buffer = Buffer.alloc(0);
    let hasBegun = false;
    this.sockets.add(socket);
    // A browser that goes resets its connection.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      if (this.connections.get(device) === socket) this.connections.delete(device);
    });
    // What is no browser's ends its own connection, and nothing else.
    socket.on('data', (data) => {
      try {
        take(data);
      } catch {
        socket.destroy();
      }
    });
    const take = (data: Buffer): void => {
      left = Buffer.concat([left, data]);
      if (!hasBegun) {
        hasBegun = true;
        left = left.subarray(1);
        socket.write(Buffer.of(version));
      }
      left = takeFrames(left, (tag, message) => {
        if (tag === tags.ping) socket.write(frame(tags.ack, Buffer.alloc(0)));
        if (tag !== tags.login) return;
        const login = decodeProtobuf(message);
        device = protobufText(login, 3);
        const pending = this.pending.get(device);
        // `received_persistent_id`; the browser forgets them when it is logged in.
        for (const id of login.get(10) ?? []) pending?.delete(String(id));
        socket.write(frame(tags.loggedIn, encodeProtobuf([1, 'demo'])));
        // A browser may connect twice: the newest counts.
        this.connections.set(device, socket);
        for (const push of pending?.values() ?? []) socket.write(push);
      });
    };
  }
}
