import vm from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatchEvent, type SentEvent } from '../../../lib/injected/dispatch-event';
import { observeRealm } from '../../../lib/injected/observe-realm';
import type { RealmSignal } from '../../../lib/injected/realm-signal';
import { realmTools } from '../../../lib/injected/realm-tools';
import { readRealmSignal } from '../../../lib/push/read-realm-signal';

/*
 * A realm that has what the watcher wraps. `dispatch` calls the handlers as a browser does; an event's `isTrusted` is what the test says.
 */
const realmSource = `
  const handlers = [];
  class ExtendableEvent {
    constructor(type, isTrusted, more = {}) { Object.assign(this, { type, isTrusted, ...more }); this.waits = []; }
    waitUntil(promise) { if (this.isOver || !this.isTrusted) throw new TypeError('over'); this.waits.push(Promise.resolve(promise)); }
  }
  class PushMessageData { constructor(value) { this.value = value; } text() { return this.value; } json() { return JSON.parse(this.value); } }
  class PushEvent extends ExtendableEvent {
    get data() { return this.held === null ? null : new PushMessageData(this.held); }
  }
  class NotificationEvent extends ExtendableEvent {
    get notification() { return this.held; }
    get action() { return this.chosen; }
  }
  const list = [];
  class ServiceWorkerRegistration {
    async showNotification(title, options = {}) {
      if (title === 'refused') throw new TypeError('No permission');
      list.push({ title, body: '', tag: '', timestamp: list.length, data: options.data ?? null });
    }
    async getNotifications() { return list.slice(); }
  }
  class Clients { async openWindow(url) { return { url }; } }
  class Client { constructor(url) { this.url = url; } postMessage() {} }
  class WindowClient extends Client { async focus() { return this; } async navigate(url) { return this; } }
  Object.assign(globalThis, { ExtendableEvent, PushMessageData, PushEvent, NotificationEvent, ServiceWorkerRegistration, Clients, Client,
    WindowClient, registration: new ServiceWorkerRegistration(), clients: new Clients(), location: { href: 'https://shop.test/sw.js' } });
  globalThis.on = (handler) => handlers.push(handler);
  globalThis.dispatchEvent = globalThis.dispatch = (event) => { for (const handler of handlers) { try { handler(event); } catch {} } return event; };
  globalThis.push = (data, isTrusted = true) => dispatch(new PushEvent('push', isTrusted, { held: data }));
`;

const members = [
  ['ExtendableEvent', 'waitUntil'],
  ['PushEvent', 'data'],
  ['NotificationEvent', 'notification'],
  ['ServiceWorkerRegistration', 'showNotification'],
  ['Clients', 'openWindow'],
  ['Client', 'postMessage'],
] as const;

let realm: vm.Context;
let signals: RealmSignal[];
let heard: () => void;
const run = (code: string): unknown => vm.runInContext(code, realm);
const read = () =>
  members.map(([owner, name]) => {
    const held = run(`Object.getOwnPropertyDescriptor(${owner}.prototype, '${name}')`);
    return (held as PropertyDescriptor).value ?? (held as PropertyDescriptor).get;
  });
const putIn = (lease = 60_000) => {
  realm.told = (text: string) => {
    const signal = readRealmSignal(text);
    if (signal) signals.push(signal);
    heard();
  };
  return run(`(${observeRealm})('told', ${lease}, ${realmTools})`) as ReturnType<
    typeof observeRealm
  >;
};
/** Waits until the handler of an event has ended. */
const whenEnded = (event: number): Promise<void> =>
  new Promise((resolve) => {
    heard = () => {
      if (signals.some((signal) => signal.what === 'end' && signal.event === event)) resolve();
    };
    heard();
  });
const told = () => signals.map(({ what }) => what);

beforeEach(() => {
  signals = [];
  heard = () => {};
  realm = vm.createContext({ setTimeout, clearTimeout, performance, URL });
  run(realmSource);
});

describe('the browser’s own events', () => {
  it('a push, what the handler does, and its end', async () => {
    putIn();
    run(`on((event) => event.waitUntil((async () => {
      const { title } = event.data.json();
      await registration.showNotification(title, { data: { a: 1 } });
      new WindowClient('https://shop.test/').postMessage({ title });
    })()))`);
    run(`push('{"title":"Tea"}')`);
    await whenEnded(1);
    expect(told()).toEqual(['event', 'step', 'wait', 'stepEnd', 'step', 'stepEnd', 'wait', 'end']);
    expect(signals[0]).toMatchObject({ type: 'push', data: '{"title":"Tea"}' });
    expect(signals[1]).toMatchObject({
      name: 'showNotification',
      data: { title: 'Tea', options: { data: { a: 1 } } },
    });
    expect(signals.at(-1)).toMatchObject({ before: [], notifications: [{ title: 'Tea' }] });
  });

  it('a handler that throws before it gives a promise', async () => {
    putIn();
    run(`on((event) => event.waitUntil(Promise.resolve(event.data.json())))`);
    run(`push('no JSON')`);
    await whenEnded(1);
    expect(told()).toEqual(['event', 'end']);
  });

  it('an empty push, and promises that are given one after the other', async () => {
    putIn();
    run(`on((event) => event.waitUntil(new Promise((resolve) => setTimeout(() => {
      event.waitUntil(new Promise((_, reject) => setTimeout(reject, 5, new Error('late'))));
      resolve();
    }, 5))))`);
    run('push(null)');
    await whenEnded(1);
    expect(signals[0]).toMatchObject({ type: 'push', data: null });
    expect(
      signals
        .filter(({ what }) => what === 'wait')
        .map((each) => [each.what === 'wait' && each.wait, each.what === 'wait' && each.status]),
    ).toEqual([
      [0, 'pending'],
      [1, 'pending'],
      [0, 'fulfilled'],
      [1, 'rejected'],
    ]);
  });

  it('a click on a notification', async () => {
    putIn();
    run(`on((event) => event.waitUntil(clients.openWindow('/tea?' + event.notification.tag)))`);
    run(
      `dispatch(new NotificationEvent('notificationclick', true, { held: { title: 'Tea', body: '', tag: 't' }, chosen: 'buy' }))`,
    );
    await whenEnded(1);
    expect(signals[0]).toMatchObject({
      type: 'notificationclick',
      data: { title: 'Tea', action: 'buy' },
    });
    expect(signals).toContainEqual(
      expect.objectContaining({ name: 'openWindow', data: { url: 'https://shop.test/tea?t' } }),
    );
  });
});

describe('an event that is dispatched', () => {
  /** As a script makes one: the browser's own `waitUntil` refuses it. */
  const send = (sent: SentEvent, { timeout = 5_000, isDry = false } = {}) => {
    const observer = putIn();
    run(`for (const [name, field] of [['PushEvent', 'data'], ['NotificationEvent', 'notification'], ['ExtendableEvent', 'x']]) {
      const Native = globalThis[name];
      globalThis[name] = class extends Native { constructor(type, init) { super(type, false, { held: init[field] ?? null, chosen: init.action }); } };
    }
    PushMessageData.prototype.json = function () { return JSON.parse(this.text()); };`);
    realm.observer = observer;
    realm.given = [sent, { timeout, isDry }];
    return run(`(${dispatchEvent})(observer, ...given)`) as Promise<string | null>;
  };
  const showing = `on((event) => event.waitUntil(registration.showNotification(event.data ? event.data.json().title : 'Empty')))`;

  it('is told as one that is sent, with all that the handler does', async () => {
    run(showing);
    expect(await send({ type: 'push', data: '{"title":"Tea"}' })).toBeNull();
    expect(told()).toEqual(['event', 'step', 'wait', 'stepEnd', 'wait', 'end']);
    expect(signals[0]).toMatchObject({ data: '{"title":"Tea"}', isSent: true });
    expect(signals.at(-1)).toMatchObject({ before: [], notifications: [{ title: 'Tea' }] });
  });

  it('shows nothing in a dry run, and the next one does', async () => {
    run(showing);
    expect(await send({ type: 'push', data: null }, { isDry: true })).toBeNull();
    expect(signals.find(({ what }) => what === 'step')).toMatchObject({
      data: { title: 'Empty' },
    });
    expect(signals.at(-1)).toMatchObject({ what: 'end', notifications: [] });
    await run(`registration.showNotification('After')`);
    expect(await run('registration.getNotifications().then((all) => all.length)')).toBe(1);
  });

  it('is left when its handler does not end in time', async () => {
    run('on((event) => event.waitUntil(new Promise(() => {})))');
    expect(await send({ type: 'push', data: null }, { timeout: 20 })).toBeNull();
    expect(told()).toEqual(['event', 'wait', 'end']);
  });

  it('is refused when its notification is not shown any more', async () => {
    const gone = {
      type: 'notificationclick',
      title: 'Tea',
      body: '',
      tag: '',
      action: '',
    } as const;
    expect(await send(gone)).toContain('not shown any more');
    expect(signals).toEqual([]);
  });

  it('clicks on the notification that is meant', async () => {
    run(
      `on((event) => event.waitUntil(clients.openWindow('/' + event.notification.title + event.action)))`,
    );
    await run(`registration.showNotification('Tea')`);
    const click = {
      type: 'notificationclick',
      title: 'Tea',
      body: '',
      tag: '',
      action: 'buy',
    } as const;
    expect(await send(click)).toBeNull();
    expect(signals).toContainEqual(
      expect.objectContaining({ name: 'openWindow', data: { url: 'https://shop.test/Teabuy' } }),
    );
  });

  it('is told with a change of the subscription', async () => {
    expect(await send({ type: 'pushsubscriptionchange' })).toBeNull();
    expect(signals[0]).toMatchObject({ type: 'pushsubscriptionchange', isSent: true });
  });
});

describe('what it does not tell', () => {
  it('events that a script has made, and other kinds of events', async () => {
    putIn();
    run('on((event) => event.waitUntil(Promise.resolve(event.data)))');
    run(`push('x', false)`);
    run(`dispatch(new ExtendableEvent('activate', true))`);
    run(`push('y')`);
    await whenEnded(1);
    expect(signals.filter(({ what }) => what === 'event')).toHaveLength(1);
  });
});

describe('the worker goes on as it would', () => {
  it('gets what it would get: results, errors, rejections that nobody handles', async () => {
    putIn();
    expect(await run(`registration.showNotification('Tea')`)).toBeUndefined();
    await expect(run(`registration.showNotification('refused')`)).rejects.toThrow('No permission');
    expect(await run(`clients.openWindow('/a').then(({ url }) => url)`)).toBe('/a');
    expect(
      run(
        `(() => { try { const event = new ExtendableEvent('push', true); event.isOver = true; event.waitUntil(1) } catch (error) { return error.message } })()`,
      ),
    ).toBe('over');
    expect(run('ExtendableEvent.prototype.waitUntil.name')).toBe('waitUntil');
    const error = new Promise((resolve) => process.once('unhandledRejection', resolve));
    run(`void registration.showNotification('refused')`);
    expect(((await error) as Error).message).toBe('No permission');
  });

  it('is asked once for a thenable', async () => {
    putIn();
    run(
      `globalThis.asked = 0; on((event) => event.waitUntil({ then(resolve) { asked++; resolve(); } }))`,
    );
    run(`push('x')`);
    await whenEnded(1);
    expect(run('asked')).toBe(1);
  });

  it('has no trace of the function that tells, and can do nothing to it', async () => {
    putIn();
    expect(run(`'told' in globalThis`)).toBe(false);
    run(`JSON.stringify = () => 'mine'; Promise.prototype.then = undefined; Date.now = () => NaN`);
    run(`on((event) => event.waitUntil(registration.showNotification('Tea')))`);
    run(`push('x')`);
    await whenEnded(1);
    expect(signals[0]).toMatchObject({ what: 'event', data: 'x' });
  });
});

describe('it goes again', () => {
  it('all is as it was', () => {
    const before = read();
    const watch = putIn();
    expect(read().filter((each, index) => each === before[index])).toEqual([]);
    expect(watch?.stop()).toBe(0);
    expect(read()).toEqual(before);
    expect(watch?.renew()).toBe(false);
  });

  it('what somebody has wrapped meanwhile is not lost; the rest goes at its next call', async () => {
    const before = read();
    const watch = putIn();
    run(`globalThis.ours = ServiceWorkerRegistration.prototype.showNotification;
      ServiceWorkerRegistration.prototype.showNotification = function (...args) { return ours.apply(this, args); }`);
    expect(watch?.stop()).toBe(1);
    run('ServiceWorkerRegistration.prototype.showNotification = ours');
    await run(`registration.showNotification('Tea')`);
    expect(read()).toEqual(before);
    expect(signals).toEqual([]);
  });

  it('by itself, when nobody renews it', async () => {
    const before = read();
    putIn(20);
    await expect.poll(read).toEqual(before);
  });

  it('does nothing to a realm that is not complete', () => {
    run('delete globalThis.ServiceWorkerRegistration');
    expect(putIn()).toBeNull();
    expect(run('typeof told')).toBe('function');
  });
});

afterEach(() => {
  realm = vm.createContext({});
});
