import { requestName } from '../akpush/request-name';
import type { Encoded } from '../model/encoded-value';
import type { MadeStep, RequestDetail } from '../model/entry';
import type { WorkerRequest } from '../protocol/live-signal';

const parsed = (text: string | undefined): Encoded | undefined => {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text) as Encoded;
  } catch {
    return text.slice(0, 20_000);
  }
};

/** A request of the worker as an entry. `names`: what the push calls some addresses. */
export const requestEntry = (
  request: WorkerRequest,
  names: Readonly<Record<string, string>>,
): MadeStep => {
  const { url, method, headers, postData, begun, ended, status, failure } = request;
  const isEnded = ended !== undefined || failure !== undefined;
  const detail: RequestDetail = {
    method,
    url,
    headers: Object.entries(headers),
    body: postData,
    ...(status !== undefined && { httpStatus: status }),
    ...(request.responseHeaders && { responseHeaders: Object.entries(request.responseHeaders) }),
    ...(failure !== undefined && { error: { name: 'TypeError', message: failure } }),
  };
  const response = parsed(request.body);
  if (response !== undefined) detail.response = response;
  if (request.isReplaced) detail.isReplaced = true;
  const isFailed = failure !== undefined || (status !== undefined && status >= 400);
  return {
    kind: 'request',
    // The browser asks first whether the origin may ask.
    name: method === 'OPTIONS' ? 'preflight' : (names[url] ?? requestName(url)),
    status: isFailed ? 'failed' : isEnded ? 'ok' : 'pending',
    time: begun,
    ...(ended !== undefined && { duration: ended - begun }),
    detail,
  };
};

/** Entries in the order in which they began. */
export const inOrder = (entries: readonly MadeStep[]): MadeStep[] =>
  [...entries].sort((a, b) => a.time - b.time);
