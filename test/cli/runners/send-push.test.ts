import { expect, test, vi } from 'vitest';
import type { Cdp } from '../../../cli/deliver-push';
import type { Door } from '../../../cli/runners/door';
import { sendPush } from '../../../cli/runners/send-push';

const scope = 'https://shop.example/';
const script = 'https://shop.example/service-worker.js';

interface Shown {
  title: string;
  body: string;
  tag: string;
  data: null;
}

/** A page of Firebase: its worker shows a push while no page is seen. `canHide`: whether another tab can be before it. */
const makePage = (canHide: boolean) => {
  const shown: Shown[] = [];
  let state = 'visible';
  let hear: (params: unknown) => void = () => {};
  const given: object[] = [];
  const cdp: Cdp = {
    async send(method, params) {
      const registration = { registrationId: '7', scopeURL: scope, isDeleted: false };
      if (method === 'ServiceWorker.enable') hear({ registrations: [registration] });
      if (method !== 'ServiceWorker.deliverPushMessage') return;
      given.push(params);
      if (state === 'hidden') shown.push({ title: 'Sale', body: 'Today', tag: '', data: null });
    },
    async on(_event, listener) {
      hear = listener;
      return () => {};
    },
    close: async () => {},
  };
  const door: Pick<Door, 'isolated' | 'cdp' | 'inBackground' | 'openWorker'> = {
    isolated: async (expression) =>
      (expression === 'document.visibilityState' ? state : [...shown]) as never,
    cdp: async () => cdp,
    openWorker: async () => undefined,
    async inBackground(act) {
      if (canHide) state = 'hidden';
      try {
        return await act();
      } finally {
        state = 'visible';
      }
    },
  };
  /** What the session has of a push when it has ended: its status, and the titles that were shown. */
  const noted: [status: string, titles: string[]][] = [];
  const change: Parameters<typeof sendPush>[1] = (told) => {
    if (told.type !== 'push' || told.push.push.status === 'pending') return;
    const titles = told.push.steps.flatMap(({ name, detail }) =>
      name === 'showNotification' ? [JSON.stringify(detail)] : [],
    );
    noted.push([told.push.push.status, titles]);
  };
  return { door, given, noted, change, state: () => state };
};

test('in Firebase mode another tab is before the page while the worker gets it', async () => {
  const { door, given, noted, change, state } = makePage(true);
  const push = () => sendPush(door, change, { scope, script, mode: 'firebase' }, 'text');
  const sale = ['ok', [expect.stringContaining('"title":"Sale"')]];
  // This worker cannot be looked into.
  expect(await push()).toBe(false);
  expect(await push()).toBe(false);
  expect(noted).toEqual([sale, sale]);
  expect(given).toHaveLength(2);
  expect(state()).toBe('visible');
});

test('where the page is seen all the same nothing is given, and it is said why', async () => {
  const { door, given, noted, change } = makePage(false);
  await expect(
    sendPush(door, change, { scope, script, mode: 'firebase' }, 'text'),
  ).rejects.toMatchObject({
    name: 'InspectError',
    code: 'not-supported',
    message: expect.stringContaining('counts as one'),
  });
  expect(given).toEqual([]);
  expect(noted).toEqual([]);
});

test('in another mode it is given whatever is seen', async () => {
  const { door, given, noted, change } = makePage(false);
  vi.useFakeTimers();
  const sent = sendPush(door, change, { scope, script, mode: 'pull' }, 'text');
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  await sent;
  expect(noted).toEqual([['ok', []]]);
  expect(given).toEqual([{ origin: 'https://shop.example', registrationId: '7', data: 'text' }]);
});

test('a browser without Chromium’s protocol gets no other tab for it', async () => {
  const { door, change } = makePage(true);
  const inBackground = vi.fn();
  const firefox = { ...door, inBackground, cdp: () => Promise.reject(new Error('unknown')) };
  await expect(
    sendPush(firefox, change, { scope, script, mode: 'pull' }, ''),
  ).rejects.toMatchObject({
    code: 'not-supported',
  });
  expect(inBackground).not.toHaveBeenCalled();
});
