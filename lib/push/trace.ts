import { requestName } from '../akpush/request-name';
import type { WorkerJobResult } from '../injected/worker-job';
import type { Encoded } from '../model/encoded-value';
import type { MadeStep, RequestDetail } from '../model/entry';
import type { WorkerRequest } from '../protocol/worker-request';

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

/** What a handler did as entries, in the order in which that began. */
export const jobEntries = (result: WorkerJobResult): MadeStep[] => [
  {
    kind: 'worker-step',
    name: 'handler',
    status: result.problem ? 'failed' : 'ok',
    time: result.begun,
    detail: result.problem ? { error: { name: 'Error', message: result.problem } } : {},
  },
  ...result.steps.map(
    ({ name, at, took, data, result: value, error }): MadeStep => ({
      kind: 'worker-step',
      name,
      status: error ? 'failed' : took === undefined ? 'pending' : 'ok',
      time: result.begun + at,
      ...(took !== undefined && { duration: took }),
      detail: {
        data: data as Encoded,
        ...(value !== undefined && value !== null && { result: value as Encoded }),
        ...(error && { error }),
      },
    }),
  ),
  ...result.waits.map(
    ({ status, error }): MadeStep => ({
      kind: 'worker-step',
      name: 'waitUntil',
      status: status === 'fulfilled' ? 'ok' : status === 'rejected' ? 'failed' : 'pending',
      time: result.begun + result.took,
      detail: { data: status, ...(error && { error }) },
    }),
  ),
  {
    kind: 'worker-step',
    name: 'notifications',
    status: 'ok',
    time: result.begun + result.took,
    detail: {
      data: { before: result.before, after: result.notifications } as unknown as Encoded,
    },
  },
];

/** Entries in the order in which they began. */
export const inOrder = (entries: readonly MadeStep[]): MadeStep[] =>
  [...entries].sort((a, b) => a.time - b.time);
