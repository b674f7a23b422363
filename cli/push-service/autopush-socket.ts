import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PushMessage } from './push-endpoint';

export interface Subscription {
  channelID: string;
  uaid: string;
  endpoint: string;
  /** Application server key, when the subscription is restricted to its holder. */
  key: string | undefined;
}

interface Ack {
  channelID: string;
  version: string;
  code: number;
}

type FromBrowser =
  | { messageType: 'hello'; uaid?: string }
  | { messageType: 'register'; channelID: string; key?: string }
  | { messageType: 'unregister'; channelID: string }
  | { messageType: 'ack'; updates: Ack[] }
  | { messageType: 'nack' | 'broadcast_subscribe' | 'ping' };

/** The browser's side of the push service: the autopush protocol over a WebSocket. */
export class AutopushSocket {
  private readonly server: WebSocketServer;
  private readonly connections = new Map<string, WebSocket>();
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly sent = new Map<string, PushMessage>();
  private readonly undelivered: { subscription: Subscription; text: string }[] = [];

  constructor(
    http: Server,
    private readonly url: string,
    private readonly onUnregister: (endpoint: string) => void,
  ) {
    this.server = new WebSocketServer({
      server: http,
      handleProtocols: (offered) =>
        offered.has('push-notification') ? 'push-notification' : false,
    });
    this.server.on('connection', (connection) => this.serve(connection));
  }

  endpoints(): string[] {
    return [...this.subscriptions.keys()];
  }

  subscriptionOf(endpoint: string): Subscription | undefined {
    return this.subscriptions.get(endpoint);
  }

  /** Sends a push to the browser now, or when it connects. */
  deliver(subscription: Subscription, pushed: PushMessage, body: Buffer): void {
    const version = randomUUID();
    this.sent.set(version, pushed);
    const text = JSON.stringify({
      messageType: 'notification',
      channelID: subscription.channelID,
      version,
      ttl: pushed.ttl,
      ...(body.length > 0 && {
        data: body.toString('base64url'),
        headers: { encoding: pushed.encoding },
      }),
    });
    const connection = this.connections.get(subscription.uaid);
    if (connection) connection.send(text);
    else this.undelivered.push({ subscription, text });
  }

  close(): void {
    for (const client of this.server.clients) client.terminate();
    this.server.close();
  }

  private serve(connection: WebSocket): void {
    let uaid = '';
    const send = (message: object) => connection.send(JSON.stringify(message));
    connection.on('close', () => {
      if (this.connections.get(uaid) === connection) this.connections.delete(uaid);
    });
    // A browser that goes, or something that is none: its connection ends, and nothing else.
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => {
      try {
        take(JSON.parse(String(data)) as FromBrowser);
      } catch {
        connection.terminate();
      }
    });
    const take = (message: FromBrowser): void => {
      switch (message.messageType) {
        case 'hello':
          uaid = message.uaid || randomUUID().replaceAll('-', '');
          this.connections.set(uaid, connection);
          send({ messageType: 'hello', status: 200, uaid, use_webpush: true, broadcasts: {} });
          this.deliverLate(uaid, connection);
          break;
        case 'register': {
          const pushEndpoint = this.register(uaid, message.channelID, message.key);
          const { channelID } = message;
          send({ messageType: 'register', status: 200, channelID, pushEndpoint });
          break;
        }
        case 'unregister':
          this.unregister(message.channelID);
          send({ messageType: 'unregister', status: 200, channelID: message.channelID });
          break;
        case 'ack':
          this.acknowledge(message.updates);
          break;
        case 'nack':
        case 'broadcast_subscribe':
          break;
        default:
          // `{}` is a ping, answered alike.
          send({});
      }
    };
  }

  private register(uaid: string, channelID: string, key: string | undefined): string {
    const endpoint = `${this.url}/wpush/${randomUUID()}`;
    this.subscriptions.set(endpoint, { channelID, uaid, endpoint, key });
    return endpoint;
  }

  private unregister(channelID: string): void {
    for (const { endpoint, channelID: known } of this.subscriptions.values()) {
      if (known !== channelID) continue;
      this.subscriptions.delete(endpoint);
      this.onUnregister(endpoint);
    }
  }

  private acknowledge(updates: Ack[]): void {
    for (const { version, code } of updates) {
      const pushed = this.sent.get(version);
      if (pushed) pushed.ack = code;
    }
  }

  private deliverLate(uaid: string, connection: WebSocket): void {
    const late = this.undelivered.filter((push) => push.subscription.uaid === uaid);
    for (const push of late) {
      this.undelivered.splice(this.undelivered.indexOf(push), 1);
      connection.send(push.text);
    }
  }
}
