import browser, { type WebRequest } from 'webextension-polyfill';
import type { ReplacedAnswer } from '../../lib/push/delivery';
import type { WorkerRequest } from '../../lib/push/trace';

/** What a worker asks of the network while it is watched. */
export interface RequestWatch {
  requests(): WorkerRequest[];
  close(): void;
}

const textOf = (body: WebRequest.OnBeforeRequestDetailsType['requestBody']): string | null => {
  const bytes = body?.raw?.[0]?.bytes as ArrayBuffer | undefined;
  return bytes ? new TextDecoder().decode(bytes) : null;
};

/**
 * Watches the requests of a worker by `webRequest`, where the browser says which worker a request comes from (Firefox); `undefined` elsewhere.
 * `replaced`: requests with that part in their URL get that body in place of the server's.
 */
export const watchWebRequests = (
  scriptURL: string,
  replaced: ReplacedAnswer | null,
): RequestWatch | undefined => {
  const { webRequest } = browser;
  if (!webRequest?.filterResponseData) return undefined;
  const requests = new Map<string, WorkerRequest>();
  const onBefore = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    if (details.tabId !== -1 || details.originUrl !== scriptURL) return;
    const isReplaced = replaced !== null && details.url.includes(replaced.urlPart);
    const request: WorkerRequest = {
      url: details.url,
      method: details.method,
      headers: {},
      postData: textOf(details.requestBody),
      begun: details.timeStamp,
      ...(isReplaced && { isReplaced }),
    };
    requests.set(details.requestId, request);
    const filter = webRequest.filterResponseData(details.requestId);
    const decoder = new TextDecoder();
    let body = '';
    filter.ondata = ({ data }) => {
      body += decoder.decode(data, { stream: true });
      if (!isReplaced) filter.write(data);
    };
    filter.onstop = () => {
      if (isReplaced) {
        body = replaced.body;
        filter.write(new TextEncoder().encode(body));
      }
      request.body = body.slice(0, 20_000);
      filter.close();
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
  };
  const onDone = ({ requestId, timeStamp }: { requestId: string; timeStamp: number }) => {
    const request = requests.get(requestId);
    if (request) request.ended = timeStamp;
  };
  const onFailed = ({ requestId, timeStamp, error }: WebRequest.OnErrorOccurredDetailsType) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.ended = timeStamp;
    request.failure = error;
  };
  const all = { urls: ['*://*/*'] };
  webRequest.onBeforeRequest.addListener(onBefore, all, ['blocking', 'requestBody']);
  webRequest.onHeadersReceived.addListener(onHeaders, all, ['responseHeaders']);
  webRequest.onCompleted.addListener(onDone, all);
  webRequest.onErrorOccurred.addListener(onFailed, all);
  return {
    requests: () => [...requests.values()],
    close() {
      webRequest.onBeforeRequest.removeListener(onBefore);
      webRequest.onHeadersReceived.removeListener(onHeaders);
      webRequest.onCompleted.removeListener(onDone);
      webRequest.onErrorOccurred.removeListener(onFailed);
    },
  };
};
