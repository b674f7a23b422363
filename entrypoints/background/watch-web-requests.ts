import browser, { type WebRequest } from 'webextension-polyfill';
import { keepLast } from '../../lib/model/keep-last';
import type { ReplacedAnswer } from '../../lib/protocol/delivery';
import type { WorkerRequest } from '../../lib/protocol/live-signal';
import { type Container, compareContainers } from './container';

/** A request of a worker, again whenever more is known of it. */
export interface RequestSignal {
  what: 'request';
  id: string;
  /** Of the worker. */
  script: string;
  request: WorkerRequest;
}

const maxBody = 20_000;
/** So many requests are followed: of the end of some nothing is told. */
const mostOpen = 1_000;

const textOf = (body: WebRequest.OnBeforeRequestDetailsType['requestBody']): string | null => {
  const bytes = body?.raw?.[0]?.bytes as ArrayBuffer | undefined;
  return bytes ? new TextDecoder().decode(bytes) : null;
};

/**
 * Watches the requests of workers by `webRequest`, where the browser says which worker a request comes from, until the function is called that is returned.
 * `isWatched`: by the worker's script. `container`: others have workers of the same scripts, which are none of its business. `replaced`: requests with that part in their URL get that body in place of the server's.
 */
export const watchWebRequests = (
  isWatched: (script: string) => boolean,
  container: Container,
  replaced: ReplacedAnswer | null,
  onSignal: (signal: RequestSignal) => void,
): (() => void) => {
  const { webRequest } = browser;
  const requests = new Map<string, WorkerRequest>();
  const scripts = new WeakMap<WorkerRequest, string>();
  const tellOf = (id: string): void => {
    const request = requests.get(id);
    if (!request) return;
    onSignal({ what: 'request', id, script: scripts.get(request) ?? '', request: { ...request } });
    const isRead = request.body !== undefined || request.failure !== undefined;
    if (isRead && request.ended !== undefined) requests.delete(id);
  };
  const onBefore = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    const script = details.originUrl;
    if (details.tabId !== -1 || script === undefined || !isWatched(script)) return;
    const likeness = compareContainers(container, details);
    if (likeness === 'other') return;
    // What may be another container's is not changed.
    const isReplaced =
      likeness === 'same' && replaced !== null && details.url.includes(replaced.urlPart);
    const request: WorkerRequest = {
      url: details.url,
      method: details.method,
      headers: {},
      postData: textOf(details.requestBody),
      begun: details.timeStamp,
      ...(isReplaced && { isReplaced }),
    };
    requests.set(details.requestId, request);
    keepLast(requests, mostOpen);
    scripts.set(request, script);
    tellOf(details.requestId);
    const filter = webRequest.filterResponseData(details.requestId);
    const decoder = new TextDecoder();
    let body = '';
    filter.ondata = ({ data }) => {
      if (body.length < maxBody) body += decoder.decode(data, { stream: true });
      if (!isReplaced) filter.write(data);
    };
    filter.onstop = () => {
      if (isReplaced) {
        body = replaced.body;
        filter.write(new TextEncoder().encode(body));
      }
      request.body = body.slice(0, maxBody);
      filter.close();
      tellOf(details.requestId);
    };
  };
  const onHeaders = ({
    requestId,
    responseHeaders,
    statusCode,
  }: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    const request = requests.get(requestId);
    if (!request) return;
    request.status = statusCode;
    request.responseHeaders = Object.fromEntries(
      (responseHeaders ?? []).map(({ name, value }) => [name, value ?? '']),
    );
    tellOf(requestId);
  };
  const onDone = ({ requestId, timeStamp }: { requestId: string; timeStamp: number }) => {
    const request = requests.get(requestId);
    if (request) request.ended = timeStamp;
    tellOf(requestId);
  };
  const onFailed = ({ requestId, timeStamp, error }: WebRequest.OnErrorOccurredDetailsType) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.ended = timeStamp;
    request.failure = error;
    tellOf(requestId);
  };
  const all = { urls: ['*://*/*'] };
  webRequest.onBeforeRequest.addListener(onBefore, all, ['blocking', 'requestBody']);
  webRequest.onHeadersReceived.addListener(onHeaders, all, ['responseHeaders']);
  webRequest.onCompleted.addListener(onDone, all);
  webRequest.onErrorOccurred.addListener(onFailed, all);
  return () => {
    webRequest.onBeforeRequest.removeListener(onBefore);
    webRequest.onHeadersReceived.removeListener(onHeaders);
    webRequest.onCompleted.removeListener(onDone);
    webRequest.onErrorOccurred.removeListener(onFailed);
  };
};
