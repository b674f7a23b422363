/** What is used of a request in Firefox itself. Source: Firefox, `nsIHttpChannel`. */
export interface HttpChannel {
  URI: { spec: string; prePath: string };
  channelId: number;
  requestMethod: string;
  responseStatus: number;
  status: number;
  referrerInfo: { originalReferrer: { spec: string } | null } | null;
  QueryInterface(kind: unknown): this;
  setRequestHeader(name: string, value: string, isMerged: boolean): void;
  visitRequestHeaders(visitor: HeaderVisitor): void;
  visitResponseHeaders(visitor: HeaderVisitor): void;
  setNewListener(listener: StreamListener): StreamListener;
}

interface HeaderVisitor {
  visitHeader(name: string, value: string): void;
}

/** Who gets an answer's body. */
export interface StreamListener {
  onStartRequest(request: unknown): void;
  onDataAvailable(request: unknown, stream: unknown, offset: number, count: number): void;
  onStopRequest(request: unknown, status: number): void;
}

interface ScriptedStream {
  init(...args: unknown[]): void;
  setInputStream(stream: unknown): void;
  setOutputStream(stream: unknown): void;
  getOutputStream(at: number): unknown;
  newInputStream(at: number): unknown;
  readBytes(count: number): string;
  writeBytes(bytes: string, count: number): void;
}

/** What Firefox's own scripts have. */
export interface FirefoxRealm {
  Ci: Readonly<Record<string, unknown>>;
  Cr: Readonly<Record<string, number>>;
  Cc: Readonly<Record<string, { createInstance(kind: unknown): ScriptedStream }>>;
  Services: {
    obs: {
      addObserver(observer: ChannelObserver, topic: string): void;
      removeObserver(observer: ChannelObserver, topic: string): void;
    };
  };
}

/** Who is told of requests. */
export interface ChannelObserver {
  observe(subject: HttpChannel, topic: string): void;
}
