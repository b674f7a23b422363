import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Container } from '../../../entrypoints/background/container';
import {
  type RequestSignal,
  watchWebRequests,
} from '../../../entrypoints/background/watch-web-requests';
import fakeBrowser from '../../support/fake-browser';
import { createFakeEvent } from '../../support/fake-event';

const script = 'https://shop.test/service-worker.js?browser=Firefox';
const replaced = { urlPart: 'content/get', body: '{"title":"Ours"}' };

const createWebRequest = () => ({
  onBeforeRequest: createFakeEvent<[object]>(),
  onHeadersReceived: createFakeEvent<[object]>(),
  onCompleted: createFakeEvent<[object]>(),
  onErrorOccurred: createFakeEvent<[object]>(),
  filterResponseData: () => filter,
});
let webRequest: ReturnType<typeof createWebRequest>;
let written: string[];
const filter = {
  ondata: (_event: { data: ArrayBuffer }) => {},
  onstop: () => {},
  write: (data: BufferSource) => void written.push(new TextDecoder().decode(data)),
  close: () => {},
};

/** The worker asks for its content; what it gets, and what is told of it. */
const ask = (tab: Container, details: object) => {
  const told: RequestSignal[] = [];
  const close = watchWebRequests(
    (each) => each === script,
    tab,
    replaced,
    (signal) => told.push(signal),
  );
  webRequest.onBeforeRequest.fire({
    requestId: '1',
    url: 'https://altcraft.test/content/get',
    method: 'POST',
    originUrl: script,
    tabId: -1,
    timeStamp: 1,
    ...details,
  });
  if (told.length === 0) return 'not seen';
  filter.ondata({ data: new TextEncoder().encode('theirs').buffer });
  filter.onstop();
  close();
  const request = told.at(-1)?.request;
  expect(written).toEqual([request?.body]);
  expect(request?.isReplaced === true).toBe(written[0] === replaced.body);
  return written[0] === replaced.body ? 'changed' : 'seen';
};

beforeEach(() => {
  webRequest = createWebRequest();
  written = [];
  Object.assign(fakeBrowser, { webRequest });
});
afterEach(() => {
  Reflect.deleteProperty(fakeBrowser, 'webRequest');
});

const ordinary = { incognito: false, cookieStoreId: 'firefox-default' };
const first = { incognito: false, cookieStoreId: 'firefox-container-1' };
const second = { incognito: false, cookieStoreId: 'firefox-container-2' };
const hidden = { incognito: true, cookieStoreId: 'firefox-private' };
const all = { ordinary, first, second, hidden };
const pairs = Object.entries(all).flatMap(([tab, of]) =>
  Object.entries(all).map(([request, details]) => [tab, request, of, details] as const),
);

describe('a request of the same worker', () => {
  it.each(pairs)('is changed in its own container only: tab %s, request %s', (_a, _b, tab, of) => {
    expect(ask(tab, of)).toBe(tab === of ? 'changed' : 'not seen');
  });

  it.each([
    ['of the request', ordinary, { incognito: false }, 'seen'],
    ['of the tab', { incognito: false }, first, 'seen'],
    ['of both', {}, {}, 'seen'],
    ['of a request in a private window', ordinary, { incognito: true }, 'not seen'],
    ['of a private tab', { incognito: true }, { incognito: false }, 'not seen'],
  ])(
    'is never changed where the browser does not tell the container %s',
    (_what, tab, of, wanted) => {
      expect(ask(tab, of)).toBe(wanted);
    },
  );

  it('is none that a page makes', () => {
    expect(ask(ordinary, { ...ordinary, tabId: 3 })).toBe('not seen');
  });

  it('is not followed for ever where nothing is told of its end', () => {
    const told: RequestSignal[] = [];
    const close = watchWebRequests(
      () => true,
      ordinary,
      null,
      (signal) => told.push(signal),
    );
    const details = { url: 'https://altcraft.test/ack', method: 'POST', originUrl: script };
    for (let count = 0; count <= 1_000; count++)
      webRequest.onBeforeRequest.fire({
        requestId: `${count}`,
        tabId: -1,
        timeStamp: 1,
        ...details,
        ...ordinary,
      });
    expect(told).toHaveLength(1_001);
    webRequest.onCompleted.fire({ requestId: '0', timeStamp: 2 });
    expect(told).toHaveLength(1_001);
    webRequest.onCompleted.fire({ requestId: '1000', timeStamp: 2 });
    expect(told).toHaveLength(1_002);
    close();
  });
});
