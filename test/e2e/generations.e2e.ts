import { describe, expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { fieldsOf, levelOf, openDetails, readSection } from './support/details';
import { prepareStory } from './support/story';

/*
 * Whatever build of the SDK a site has, the panel shows what it does.
 */

const story = prepareStory();

/** A button of the shop, the call that it makes, and what the call causes. */
interface Step {
  button: string;
  call: string;
  request?: string;
  event?: string;
}

const init: Step = { button: 'init', call: 'initSubscription', request: 'save' };
const initWithEvent: Step = { ...init, event: 'subscribe' };
const update: Step = {
  button: 'update',
  call: 'updateSubscription',
  request: 'update',
  event: 'update_subscription',
};
const suspend: Step = {
  button: 'suspend',
  call: 'suspendSubscription',
  request: 'suspend',
  event: 'suspend_subscription',
};
const remove: Step = { button: 'remove', call: 'removeToken' };

const generations: { sdk: string; found: string; steps: Step[] }[] = [
  {
    sdk: 'g1',
    found: 'declared as function AKPush',
    steps: [
      init,
      { button: 'subscribe', call: 'subscribe' },
      { button: 'unsubscribe', call: 'unsubscribe', request: 'delete' },
    ],
  },
  { sdk: 'g2', found: 'assigned to window.AKPush', steps: [init] },
  { sdk: 'g3', found: 'assigned to window.AKPush', steps: [initWithEvent, remove] },
  { sdk: 'g4', found: 'assigned to window.AKPush', steps: [initWithEvent, update, remove] },
  { sdk: 'g5', found: 'assigned to window.AKPush', steps: [initWithEvent, update, remove] },
  {
    sdk: 'g6',
    found: 'assigned to window.AKPush',
    steps: [initWithEvent, update, suspend, remove],
  },
];
const cases = generations.flatMap((each) =>
  ['toolkit', 'container'].map((setup) => ({ ...each, setup })),
);

/** The names of the rows of a kind, from top to bottom. */
const namesOf = async (panel: Panel, kind: string): Promise<string[]> =>
  (await panel.entries()).filter((row) => row.kind === kind).map(({ name }) => name);

const causeOf = async (panel: Panel, row: { id: string }): Promise<string | undefined> =>
  (await fieldsOf(panel, row))['Caused by'];

describe('every generation', () => {
  test.for(cases)('$sdk from the $setup', async ({ sdk, setup, found, steps }) => {
    const page = await story.openShop({ sdk, setup });
    const panel = await story.openPanel(page);
    await panel.waitForConnection('connected');
    const sdkRow = await panel.waitForRow({
      kind: 'sdk',
      name: sdk.toUpperCase(),
      status: 'ok',
      url: await page.url(),
    });
    await panel.waitForRow({ kind: 'call', name: 'constructor', status: 'ok' });

    for (const step of steps) {
      await page.click(`#${step.button}`);
      const call = await panel.waitForRow({ kind: 'call', name: step.call, status: 'ok' });
      const cause = `#${call.id.split(':')[1]} ${step.call}`;
      if (step.request) {
        const request = await panel.waitForRow({
          kind: 'request',
          name: step.request,
          status: 'ok',
        });
        expect(await levelOf(panel, request)).toBe(2);
        expect(await fieldsOf(panel, request)).toMatchObject({ 'Caused by': cause, HTTP: '200' });
      }
      if (step.event) {
        const event = await panel.waitForRow({ kind: 'event', name: step.event, status: 'ok' });
        expect(await levelOf(panel, event)).toBe(2);
        // The shop listens to every event.
        expect(await fieldsOf(panel, event)).toMatchObject({ 'Caused by': cause, Listeners: '1' });
      }
    }

    const fields = await fieldsOf(panel, sdkRow);
    expect(fields).toMatchObject({ Generation: sdk.toUpperCase(), Found: found });
    const script = setup === 'toolkit' ? `${story.demo.site}/ak-push.js` : story.demo.altcraft.url;
    expect(fields.Script).toContain(script);
    if (setup === 'container') expect(fields['Container ID']).toContain('account 1, resource 3');
    expect(await namesOf(panel, 'call')).toEqual(['constructor', ...steps.map(({ call }) => call)]);
    expect(await namesOf(panel, 'event')).toEqual(steps.flatMap(({ event }) => event ?? []));
    expect(await namesOf(panel, 'error')).toEqual([]);
    expect(page.consoleErrors).toEqual([]);
  });

  test("the page's own use of the emitter is an event too", async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#emit');
    const event = await panel.waitForRow({ kind: 'event', name: 'demo', status: 'ok' });
    expect(await levelOf(panel, event)).toBe(1);
    await openDetails(panel, event);
    expect(await readSection(panel, 'Payload')).toContain('cup: "full"');
  });

  test('what the browser was asked for is under the call', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    const register = await panel.waitForRow({ kind: 'worker', name: 'register', status: 'ok' });
    const subscribe = await panel.waitForRow({
      kind: 'subscription',
      name: 'subscribe',
      status: 'ok',
    });
    expect(await causeOf(panel, register)).toMatch(/^#\d+ initSubscription$/);
    const { Script: script } = await fieldsOf(panel, register);
    const name = story.browser.name === 'chromium' ? 'Chrome' : 'Firefox';
    expect(script).toContain(`/service-worker.js?browser=${name}`);
    expect(await causeOf(panel, subscribe)).toMatch(/^#\d+ initSubscription$/);
    const endpoint = (await story.demo.altcraft.next('save')).body as { endpoint: string };
    expect(await readSection(panel, 'Result')).toContain(endpoint.endpoint);
    // A new worker goes through its states.
    await panel.waitForRow({ kind: 'worker', name: 'activating' });
    await panel.waitForRow({ kind: 'worker', name: 'active' });
  });

  test('a call while the page loads', async () => {
    const page = await story.openShop({ auto: 'init' });
    const panel = await story.openPanel(page);
    const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
    const fields = await fieldsOf(panel, call);
    expect(fields['document.readyState']).toBe('loading: the SDK waits for the load event');
    expect(fields['User gesture']).toBe('no');
  });
});

describe('special builds', () => {
  test.for([
    { sdk: 'throws-loading', error: 'TypeError: The build is broken' },
    { sdk: 'syntax-error', error: 'SyntaxError' },
  ])('$sdk: AKPush never appears', async ({ sdk, error }) => {
    const page = await story.openShop({ sdk });
    const panel = await story.openPanel(page);
    await panel.waitForConnection('no-sdk');
    // Its error is all that there is.
    await panel.waitForRow({ kind: 'error', status: 'failed' });
    expect((await panel.entries()).map(({ kind }) => kind)).toEqual(['error']);
    expect(page.consoleErrors.join()).toContain(error);
  });

  test('throws-after: AKPush is there, and so is the error', async () => {
    const page = await story.openShop({ sdk: 'throws-after' });
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'sdk', name: 'G6', status: 'ok' });
    const error = await panel.waitForRow({ kind: 'error', name: 'TypeError', status: 'failed' });
    await openDetails(panel, error);
    expect(await readSection(panel, 'Error')).toContain('TypeError: Broken after AKPush was set');
    expect(await readSection(panel, 'Origin')).toContain('/ak-push.js');
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  });

  test('throws-constructor: no instance', async () => {
    const page = await story.openShop({ sdk: 'throws-constructor' });
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'sdk', name: 'G1', status: 'ok' });
    const call = await panel.waitForRow({ kind: 'call', name: 'constructor', status: 'failed' });
    await openDetails(panel, call);
    expect(await readSection(panel, 'Threw')).toContain('ReferenceError: firebase is not defined');
    expect(page.consoleErrors).toEqual(['ReferenceError: firebase is not defined']);
  });

  test('an SDK that cannot tell the browser', async () => {
    const page = await story.openShop({ browser: 'unknown' });
    const panel = await story.openPanel(page);
    const call = await panel.waitForRow({ kind: 'call', name: 'constructor', status: 'failed' });
    await openDetails(panel, call);
    expect(await readSection(panel, 'Threw')).toContain("Error: Can't detect browser");
  });

  test('two builds: the first stays', async () => {
    const page = await story.openShop({ sdk: 'two' });
    const panel = await story.openPanel(page);
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    expect(await namesOf(panel, 'sdk')).toEqual(['G6']);
    expect(await namesOf(panel, 'call')).toEqual(['constructor', 'initSubscription']);
    expect(
      await page.evaluate(
        () =>
          'suspendSubscription' in
          (window as unknown as { AKPush: { prototype: object } }).AKPush.prototype,
      ),
    ).toBe(true);
  });

  test('a class of another name', async () => {
    const page = await story.openShop({ sdk: 'anonymous' });
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'sdk', name: 'G5', status: 'ok' });
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    expect(
      await page.evaluate(() => (window as unknown as { AKPush: { name: string } }).AKPush.name),
    ).toBe('e');
  });

  test('no-events: calls and requests all the same', async () => {
    const page = await story.openShop({ sdk: 'no-events' });
    const panel = await story.openPanel(page);
    const sdk = await panel.waitForRow({ kind: 'sdk', name: 'G6', status: 'ok' });
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await panel.waitForRow({ kind: 'request', name: 'save', status: 'ok' });
    expect(await namesOf(panel, 'event')).toEqual([]);
    const { Members: members } = await fieldsOf(panel, sdk);
    expect(members).toContain('initSubscription');
    expect(members).toContain('removeToken');
    expect(members).not.toContain('events');
  });

  test('an SDK that comes after load', async () => {
    const page = await story.openShop({ sdk: 'late' });
    const panel = await story.openPanel(page);
    await panel.waitForConnection('connected');
    await panel.waitForRow({ kind: 'sdk', name: 'G6', status: 'ok' });
    await panel.waitForRow({ kind: 'call', name: 'constructor', status: 'ok' });
    await page.click('#init');
    await panel.waitForRow({ kind: 'event', name: 'subscribe', status: 'ok' });
  });
});

describe('what can go wrong', () => {
  test('Firebase mode fetches the token at page load, and initSubscription sends nothing', async () => {
    const page = await story.openShop({ mode: 'firebase' });
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'request', name: 'installations', status: 'ok' });
    const registrations = await panel.waitForRow({
      kind: 'request',
      name: 'registrations',
      status: 'ok',
    });
    expect(await fieldsOf(panel, registrations)).toMatchObject({ HTTP: '200' });
    await page.click('#init');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    expect(await namesOf(panel, 'request')).toEqual(['installations', 'registrations']);
  });

  test('the server fails: the request failed, the call did not', async () => {
    story.demo.altcraft.fail('save', { status: 500 });
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    const request = await panel.waitForRow({ kind: 'request', name: 'save', status: 'failed' });
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    expect(await fieldsOf(panel, request)).toMatchObject({ HTTP: '500' });
    expect(await readSection(panel, 'Response')).toContain('error: 500');
  });

  test('no network: the request failed, the call did not', async () => {
    story.demo.altcraft.fail('save', { unreachable: true });
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    const request = await panel.waitForRow({ kind: 'request', name: 'save', status: 'failed' });
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await openDetails(panel, request);
    expect(await readSection(panel, 'Error')).toContain('TypeError');
  });

  test('the worker is missing', async () => {
    const page = await story.openShop({ worker: 'missing' });
    const panel = await story.openPanel(page);
    await page.click('#init');
    const register = await panel.waitForRow({ kind: 'worker', name: 'register', status: 'failed' });
    const error = await panel.waitForRow({ kind: 'error', status: 'failed' });
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'failed' });
    expect(await levelOf(panel, register)).toBe(2);
    await openDetails(panel, register);
    expect(await readSection(panel, 'Error')).toContain(error.name);
    await openDetails(panel, error);
    expect(await readSection(panel, 'Origin')).toContain('Service worker registration');
  });

  test('notifications are denied: the call says nothing, and nothing happened', async () => {
    await story.browser.setNotifications(story.demo.site, 'denied');
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#init');
    const call = await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
    await openDetails(panel, call);
    expect(await readSection(panel, 'What it caused')).toContain(
      'This call caused no requests, events or other entries',
    );
    expect(await namesOf(panel, 'request')).toEqual([]);
    expect(await namesOf(panel, 'subscription')).toEqual([]);
  });
});
