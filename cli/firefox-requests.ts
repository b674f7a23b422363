import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { WorkerRequest } from '../lib/protocol/live-signal';
import type { Driver } from './driver';
import type { ChannelObserver, FirefoxRealm, HttpChannel, StreamListener } from './firefox-channel';
import { firefoxSystem } from './firefox-system';

/** A request as Firefox itself has it. */
interface SeenRequest extends Omit<WorkerRequest, 'body'> {
  /** Bytes as they came, as base64. */
  bytes: string;
}

/** Watches the requests of a worker. */
export interface RequestWatch {
  /** Those since the beginning, in order. */
  requests(): Promise<WorkerRequest[]>;
  close(): Promise<void>;
}

interface Watching {
  akpushWatch?: { tell(): string; end(): string };
}

/** Runs in Firefox itself: must be complete in itself. `script`: the worker's; a worker's requests name it as who refers. `hidden`: headers that are not told. */
const watchThere = (script: string, hidden: readonly string[]): string => {
  const { Ci, Cc, Cr, Services } = globalThis as unknown as FirefoxRealm;
  const topics = [
    'http-on-modify-request',
    'http-on-examine-response',
    'http-on-examine-cached-response',
    'http-on-stop-request',
  ];
  const mostBytes = 1_000_000;
  const seen = new Map<number, SeenRequest>();
  const make = (name: string, kind: string) => Cc[name]?.createInstance(Ci[kind]);
  const headersOf = (visit: (visitor: { visitHeader(n: string, v: string): void }) => void) => {
    const all: Record<string, string> = {};
    visit({
      visitHeader(name, value) {
        if (!hidden.includes(name.toLowerCase())) all[name] = value;
      },
    });
    return all;
  };
  /** Hands an answer's body on, and keeps a copy of it. */
  const copyBody = (channel: HttpChannel, request: SeenRequest): void => {
    let next: StreamListener | undefined;
    let bytes = '';
    next = channel.QueryInterface(Ci.nsITraceableChannel).setNewListener({
      onStartRequest: (of) => next?.onStartRequest(of),
      onDataAvailable(of, stream, offset, count) {
        const input = make('@mozilla.org/binaryinputstream;1', 'nsIBinaryInputStream');
        const kept = make('@mozilla.org/storagestream;1', 'nsIStorageStream');
        const output = make('@mozilla.org/binaryoutputstream;1', 'nsIBinaryOutputStream');
        if (!input || !kept || !output) return;
        input.setInputStream(stream);
        kept.init(8_192, count, null);
        output.setOutputStream(kept.getOutputStream(0));
        const data = input.readBytes(count);
        output.writeBytes(data, count);
        if (bytes.length < mostBytes) bytes += data;
        next?.onDataAvailable(of, kept.newInputStream(0), offset, count);
      },
      onStopRequest(of, status) {
        request.bytes = btoa(bytes);
        next?.onStopRequest(of, status);
      },
    });
  };
  const observer: ChannelObserver = {
    observe(subject, topic) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { channelId, referrerInfo, requestMethod: method, URI } = channel;
      if (referrerInfo?.originalReferrer?.spec !== script) return;
      if (topic === 'http-on-modify-request') {
        if (seen.has(channelId)) return;
        const headers = headersOf((visitor) => channel.visitRequestHeaders(visitor));
        seen.set(channelId, {
          ...{ url: URI.spec, method, headers, postData: null, bytes: '' },
          begun: Date.now() as SeenRequest['begun'],
        });
        return;
      }
      const request = seen.get(channelId);
      if (!request) return;
      if (topic === 'http-on-stop-request') {
        request.ended ??= Date.now();
        if (request.status === undefined)
          request.failure =
            Object.keys(Cr).find((name) => Cr[name] === channel.status) ?? 'no answer';
        return;
      }
      request.status = channel.responseStatus;
      request.responseHeaders = headersOf((visitor) => channel.visitResponseHeaders(visitor));
      copyBody(channel, request);
    },
  };
  for (const topic of topics) Services.obs.addObserver(observer, topic);
  (globalThis as Watching).akpushWatch = {
    tell: () => JSON.stringify([...seen.values()]),
    end() {
      for (const topic of topics) Services.obs.removeObserver(observer, topic);
      return '';
    },
  };
  return '';
};

const unpackers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** A body as text; Firefox unpacks it later, where pages run. */
const textOf = ({ bytes, responseHeaders = {} }: SeenRequest): string => {
  const raw = Buffer.from(bytes, 'base64');
  const [, coding = ''] =
    Object.entries(responseHeaders).find(([name]) => /^content-encoding$/i.test(name)) ?? [];
  try {
    return (unpackers[coding.trim().toLowerCase()]?.(raw) ?? raw).toString('utf8');
  } catch {
    return raw.toString('utf8');
  }
};

/**
 * Watches what a worker asks servers for, in a Firefox that lets itself be reached: WebDriver BiDi tells of no request of a service worker there. Rejects where it
 * does not.
 */
export const firefoxRequests = async (
  driver: Pick<Driver, 'send'>,
  script: string,
  hidden: readonly string[],
): Promise<RequestWatch> => {
  const { run } = await firefoxSystem(driver);
  const names = hidden.map((name) => name.toLowerCase());
  await run(`(${watchThere})(${JSON.stringify(script)}, ${JSON.stringify(names)})`);
  return {
    async requests() {
      const seen = JSON.parse(await run('akpushWatch.tell()')) as SeenRequest[];
      return seen.map((each) => {
        const { bytes: _, ...request } = each;
        return { ...request, body: textOf(each) };
      });
    },
    close: async () => void (await run('akpushWatch.end()')),
  };
};
