import { describe, expect, test } from 'vitest';
import { firebaseDefaultKey } from '../../lib/akpush/firebase-default-key';
import type { Page } from './support/browser';
import { can } from './support/can';
import { pushByFirebase } from './support/firebase-push';
import { poll } from './support/poll';
import { pushFromElsewhere, readShown, safariPush } from './support/pushes';
import { callSdk, readSdkState } from './support/sdk-page';
import { prepareStory } from './support/story';

/*
 * What real builds of the SDK were seen to do, one test for a fact: the demo's builds do the same. Told by the page, the servers and the browser; the
 * panel is not asked.
 */

const story = prepareStory();
const isFirefox = process.env.BROWSER === 'firefox';
const newest = ['g5', 'g6'];
const firebase = { mode: 'firebase' };
/** Somebody allows notifications as soon as the page asks. */
const asking = { prompt: 'allowed' };
/** Somebody has allowed them before. */
const allowed = { prompt: 'browser' };
const firebaseScope = '/firebase-cloud-messaging-push-scope';

const sent = (): string[] => story.demo.altcraft.requests.map(({ name }) => name);
const saves = (): number => sent().filter((name) => name === 'save').length;
/** Firebase's library failed, and the SDK wrote that to the console alone. Firefox does not tell a script of errors that are written. */
const waitForFailure = (page: Page, text: string): Promise<unknown> =>
  waitForConsole(page, isFirefox ? 'Error occurred' : text);
const waitForConsole = (page: Page, text: string): Promise<unknown> =>
  poll(`“${text}” in the console`, () => page.consoleErrors.join().includes(text));

/** The shop, without its doings at page load: the permission is not asked for. */
const openUnasked = async (variant: Readonly<Record<string, string>>): Promise<Page> => {
  await story.browser.setNotifications(story.demo.site, 'prompt');
  return story.openShop(variant);
};

const waitForToken = (page: Page): Promise<string> =>
  poll('a cached token', async () => (await readSdkState(page)).token as string);

/** The names of what the page did with workers and subscriptions, from now on. */
const recordWork = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const done: string[] = [];
    Object.assign(window, { done });
    const record = (prototype: object, name: string) => {
      const own = Reflect.get(prototype, name) as (...args: unknown[]) => Promise<unknown>;
      Reflect.set(prototype, name, async function recorded(this: unknown, ...args: unknown[]) {
        done.push(name);
        const result = await Reflect.apply(own, this, args);
        done.push(`${name} ended`);
        return result;
      });
    };
    record(ServiceWorkerContainer.prototype, 'register');
    record(ServiceWorkerRegistration.prototype, 'update');
    record(PushManager.prototype, 'subscribe');
  });

const readWork = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { done: string[] }).done);

const subscribing = [
  'register',
  'register ended',
  'update',
  'update ended',
  'subscribe',
  'subscribe ended',
];

describe.each(newest)('%s', (sdk) => {
  test('1: a worker that waits behind another vendor’s is not its own', async () => {
    const page = await story.openShop({ sdk: 'none', worker: 'waits' });
    const browser = isFirefox ? 'Firefox' : 'Chrome';
    await page.evaluate(async (name: string) => {
      const { serviceWorker } = navigator;
      const controlled = new Promise((resolve) => {
        serviceWorker.oncontrollerchange = resolve;
      });
      await serviceWorker.register('/other-vendor-worker.js');
      await controlled;
      await serviceWorker.register(`/service-worker.js?browser=${name}`);
    }, browser);
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
    await page.goto(story.shopUrl({ ...allowed, sdk, worker: 'waits' }));
    expect(await callSdk(page)).toBe('undefined');
    const { registrations } = await readSdkState(page);
    expect(registrations).toMatchObject([{ script: '/other-vendor-worker.js', endpoint: null }]);
    expect(saves()).toBe(0);
  });

  test('2: each call registers and waits for an update; a page load, an update and a suspension do not', async () => {
    const page = await story.openShop({ ...allowed, sdk });
    await callSdk(page);
    await recordWork(page);
    await callSdk(page);
    expect(await readWork(page)).toEqual(subscribing);
    await callSdk(page, 'updateSubscription');
    if (sdk === 'g6') await callSdk(page, 'suspendSubscription');
    const count = async (wanted: string) =>
      (await readWork(page)).filter((name) => name === wanted).length;
    expect([await count('register'), await count('update')]).toEqual([1, 1]);
  });

  test('3: Firebase mode takes Firebase’s own worker where its own cannot be registered', async () => {
    const page = await story.openShop({
      ...firebase,
      ...asking,
      sdk,
      worker: 'missing',
      fallback: 'ok',
    });
    expect(await callSdk(page)).toBe('undefined');
    const { registrations, token } = await readSdkState(page);
    expect(registrations).toMatchObject([
      { scope: firebaseScope, script: '/firebase-messaging-sw.js', key: firebaseDefaultKey },
    ]);
    expect(saves()).toBe(1);
    expect((await story.demo.altcraft.next('save')).body).toMatchObject({ endpoint: token });
  });

  test('3: Firebase mode without either: the console alone says so', async () => {
    const page = await story.openShop({ ...firebase, ...asking, sdk, worker: 'missing' });
    expect(await callSdk(page)).toBe('undefined');
    await waitForFailure(page, 'unable to register the default service');
    expect(await readSdkState(page)).toMatchObject({ registrations: [], token: null });
    expect(saves()).toBe(0);
  });

  test('3: pull mode rejects where the worker cannot be registered', async () => {
    const page = await story.openShop({ ...allowed, sdk, worker: 'missing' });
    expect(await callSdk(page)).toMatch(/^(TypeError|SecurityError)/);
    expect(saves()).toBe(0);
  });

  test('3: pull mode resolves where the browser refuses to subscribe', async () => {
    const page = await story.openShop({ sdk, refuse: 'no-service' });
    expect(await callSdk(page)).toBe('undefined');
    await waitForConsole(page, 'Unable to subscribe');
    expect(saves()).toBe(0);
  });

  test('4: a call before load is pending, and has resolved; a second one does nothing', async () => {
    const page = await story.openPage('about:blank');
    const loading = page.goto(story.shopUrl({ sdk, auto: 'init', loading: 'held' }));
    await page.waitFor(() => document.readyState === 'interactive' && 'akpush' in window);
    const isPending = () =>
      page.evaluate(
        () =>
          (window as unknown as { akpush: { isPendingInitSubscription: boolean } }).akpush
            .isPendingInitSubscription,
      );
    expect(await isPending()).toBe(true);
    expect(await callSdk(page)).toBe('undefined');
    expect(saves()).toBe(0);
    story.demo.release();
    await loading;
    await poll('the end of the first call', async () => !(await isPending()));
    expect(saves()).toBe(1);
  });

  test.each([
    ['a 500', { status: 500 }],
    ['an error', { error: 501 }],
    ['no answer', { unreachable: true }],
  ])('5: a save that failed is never repeated: %s', async (_title, failure) => {
    story.demo.altcraft.fail('save', failure);
    const page = await story.openShop({ ...allowed, sdk });
    expect(await callSdk(page)).toBe('undefined');
    const { token, registrations } = await readSdkState(page);
    expect(token).toBe(registrations[0]?.endpoint);
    await callSdk(page);
    await page.reload();
    await callSdk(page);
    expect(saves()).toBe(1);
    expect(await callSdk(page, 'updateSubscription')).toBe('{"status":"ok"}');
    expect(sent()).toContain('update');
    await callSdk(page, 'removeToken');
    await callSdk(page);
    expect(saves()).toBe(2);
  });

  test('6: Firebase mode never saves where the site asks for the permission itself', async () => {
    const page = await story.openShop({ ...firebase, ...asking, sdk, ask: 'site' });
    await page.click('#ask');
    await page.waitFor(() => Notification.permission === 'granted');
    expect(await callSdk(page)).toBe('undefined');
    await waitForFailure(page, 'app/no-app');
    expect((await readSdkState(page)).registrations).toMatchObject([{ endpoint: null }]);
    await page.reload();
    await waitForToken(page);
    expect(await callSdk(page)).toBe('undefined');
    expect(saves()).toBe(0);
  });

  test('9: a worker in a folder is fine: pushes are shown', async () => {
    const page = await story.openShop({ sdk, mode: 'safari', worker: 'subfolder' });
    await callSdk(page);
    expect(saves()).toBe(1);
    const { registrations } = await readSdkState(page);
    expect(registrations).toMatchObject([{ scope: '/push/', endpoint: expect.any(String) }]);
    expect(await pushFromElsewhere(story, page, safariPush(story, 'In a folder'))).toBe(201);
    await poll('the notification', async () => (await readShown(page)).includes('In a folder'));
  });

  test('10: Firebase mode has a key of Firebase’s: a push goes through Firebase alone', async () => {
    const page = await story.openShop({ ...firebase, sdk });
    const token = await waitForToken(page);
    expect((await readSdkState(page)).registrations).toMatchObject([{ key: firebaseDefaultKey }]);
    expect(await pushFromElsewhere(story, page, safariPush(story))).toBe(
      can.pushByGoogle ? 403 : 401,
    );
    expect(await pushByFirebase(story, token)).toBe(200);
    await story.demo.altcraft.next('hub/open');
  });

  test('12: a worker of another name is registered and never found again', async () => {
    const page = await story.openShop({ ...allowed, sdk, worker: 'renamed' });
    expect(await callSdk(page)).toBe('undefined');
    const { registrations, token } = await readSdkState(page);
    expect(registrations).toMatchObject([{ script: '/push-worker.js', endpoint: null }]);
    expect(token).toBeNull();
    expect(saves()).toBe(0);
  });

  test('14: its database comes with the first token', async () => {
    const page = await openUnasked({ sdk });
    expect((await readSdkState(page)).databases).toEqual([]);
    await story.browser.grantNotifications(story.demo.site);
    await callSdk(page);
    expect((await readSdkState(page)).databases).toContain('localforage');
  });
});

describe('the first generations', () => {
  test.each(['g1', 'var'])('8: %s knows its worker without a query', async (sdk) => {
    const page = await story.openShop({ ...allowed, sdk });
    expect(await callSdk(page)).toBe('undefined');
    const script = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.active?.scriptURL,
    );
    expect(script).toBe(`${story.demo.site}/service-worker.js`);
    expect(saves()).toBe(1);
    expect(await pushFromElsewhere(story, page, null)).toBe(201);
    await poll('the notification', async () => (await readShown(page)).length > 0);
    // The members are those of 2018, whatever the shape.
    expect(await callSdk(page, 'unsubscribe')).toBe('undefined');
    await story.demo.altcraft.next('delete');
  });

  test('9: g2 waits for a worker that controls the page, for ever', async () => {
    const page = await story.openShop({ sdk: 'g2', worker: 'subfolder' });
    const isDone = await page.evaluate(async () => {
      let done = false;
      const { akpush } = window as unknown as { akpush: { initSubscription(): Promise<void> } };
      void akpush.initSubscription().then(() => {
        done = true;
      });
      const own = () => navigator.serviceWorker.getRegistration('/push/');
      while (!(await own())?.active) await new Promise((resolve) => requestAnimationFrame(resolve));
      await (await own())?.update();
      return done;
    });
    expect(isDone).toBe(false);
    expect((await readSdkState(page)).registrations).toMatchObject([
      { scope: '/push/', endpoint: null },
    ]);
  });

  test('9: g2 saves the subscription of whatever worker controls the page', async () => {
    const page = await story.openShop({ sdk: 'none' });
    await page.evaluate(() => navigator.serviceWorker.register('/other-vendor-worker.js'));
    await page.goto(story.shopUrl({ sdk: 'g2', worker: 'subfolder' }));
    expect(await callSdk(page)).toBe('undefined');
    const { registrations } = await readSdkState(page);
    const { endpoint } = registrations.find(({ scope }) => scope === '/') ?? {};
    expect((await story.demo.altcraft.next('save')).body).toMatchObject({ endpoint });
    expect(endpoint).toEqual(expect.any(String));
  });

  test('16: Firebase’s service of before 2024 is gone', async () => {
    const page = await story.openShop({ ...firebase, sdk: 'g2', fcm: 'before-2024' });
    expect(await callSdk(page)).toBe('undefined');
    await waitForFailure(page, 'TypeError');
    expect(sent().filter((name) => name.endsWith('.js') === false)).toEqual([
      'fcm/connect/subscribe',
    ]);
  });

  test('17: g2 without Firebase’s scripts logs it and stops', async () => {
    const page = await story.openShop({ ...firebase, sdk: 'g2', scripts: 'missing' });
    expect(await callSdk(page)).toBe('undefined');
    await waitForConsole(page, 'Firebase library not found');
    expect((await readSdkState(page)).registrations).toEqual([]);
  });
});

describe.each(['g3', 'g4'])('%s', (sdk) => {
  test('7: subscribes only while the permission is not asked for', async () => {
    const page = await story.openShop({ ...asking, sdk });
    expect(await callSdk(page)).toBe('undefined');
    expect(saves()).toBe(1);
    const { token } = await readSdkState(page);
    expect(token).toEqual(expect.any(String));
    expect(await callSdk(page, 'removeToken')).toBe('{"result":"success"}');
    expect(await callSdk(page)).toBe('undefined');
    expect(saves()).toBe(1);
    expect((await readSdkState(page)).token).toBeNull();
  });

  test('7: in Firebase mode page load saves', async () => {
    const page = await story.openShop({ ...firebase, sdk });
    const token = await waitForToken(page);
    expect((await story.demo.altcraft.next('save')).body).toMatchObject({ endpoint: token });
    expect(saves()).toBe(1);
  });

  test('16: Firebase’s service of before 2024 is gone', async () => {
    const page = await story.openShop({ ...firebase, sdk, fcm: 'before-2024' });
    await story.demo.altcraft.next('fcm/connect/subscribe');
    await waitForFailure(page, 'TypeError');
    expect(await readSdkState(page)).toMatchObject({ token: null });
    expect(saves()).toBe(0);
  });
});

test('11: a message comes to every window while one is visible', async () => {
  const page = await story.openShop({ ...firebase, instance: 'none' });
  const token = await waitForToken(page);
  const pages = [page, await story.openShop({}, '/about')];
  for (const each of pages)
    await each.evaluate(() => {
      navigator.serviceWorker.startMessages();
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (data.isFirebaseMessaging) document.title = data.messageType;
      });
    });
  expect(await pushByFirebase(story, token, 'For every window')).toBe(200);
  for (const each of pages) await each.waitFor(() => document.title === 'push-received');
  await poll('the notification', async () => (await readShown(page)).includes('For every window'));
});

test.each([
  ['g3', ['save']],
  ['g5', []],
])(
  '15: a second build, %s, works at page load, for its own server; calls go to the first',
  async (second, requests) => {
    const page = await story.openShop({ ...firebase, sdk: 'two', first: 'g2', second });
    await waitForToken(page);
    const seconds = story.demo.altcraft.requests.filter(({ url }) => url.startsWith('/second'));
    expect(seconds.map(({ name }) => name)).toEqual(requests);
    expect(await callSdk(page)).toBe('undefined');
    expect(story.demo.altcraft.requests.at(-1)).toMatchObject({
      name: 'save',
      url: expect.stringMatching(/^\/pixel/),
    });
  },
);
