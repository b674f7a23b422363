import { afterEach, describe, expect, test } from 'vitest';
import { toBase64url } from '../../lib/model/base64url';
import { type VapidKeys, vapidHeader } from '../../lib/push/vapid';
import { demoVapidKeys } from '../demo/server';
import type { Page } from './support/browser';
import { can } from './support/can';
import { setField } from './support/fields';
import { chooseReal, openPush, readTrace, sendPush } from './support/pushes';
import { prepareStory } from './support/story';

/* What a push service answers, Mozilla's in Firefox and Google's in Chromium. */

// Firefox says yes where it would ask; in Chromium nothing can answer the browser's own prompt.
const story = prepareStory({
  firefoxPrefs: { 'extensions.webextOptionalPermissionPrompts': false },
});

/** A pair of keys of nobody. */
const makeKeys = async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ]);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { publicKey: toBase64url(raw), privateKey: d };
};

/** The endpoint of the page's subscription. */
const endpointOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (await registration?.pushManager.getSubscription())?.endpoint ?? '';
  });

const openReal = async (variant: Readonly<Record<string, string>> = {}) => {
  const opened = await openPush(story, variant);
  await chooseReal(opened.panel);
  return opened;
};

describe('an answer of the push service is explained', () => {
  test.each([
    [400, 'not what the push service expects'],
    [401, 'VAPID'],
    [403, 'VAPID'],
    [404, 'subscribe again'],
    [410, 'subscribe again'],
    [413, 'too large'],
    [429, 'too many messages'],
    [503, 'status 503'],
  ])('%i', async (status, words) => {
    const { panel } = await openReal();
    story.pushService.answer(status);
    const { text, steps } = await sendPush(panel, 'push-refused');
    expect(text).toContain(String(status));
    expect(text).toContain(words);
    expect(steps).toContain('push-service failed');
    // It is a finding as well, with the same words.
    await panel.click('#tab-diagnosis');
    await panel.waitFor(
      () => document.querySelector('[data-finding=push-service-refused]') !== null,
    );
  });

  test('none at all', async () => {
    const { panel } = await openReal();
    story.pushService.answer('broken');
    const { text } = await sendPush(panel, 'push-refused');
    expect(text).toContain('no response');
  });

  test('201, and nothing comes of it', async () => {
    const { page, panel } = await openReal();
    story.pushService.answer(201);
    const { text, steps } = await sendPush(panel, 'not-delivered');
    expect(steps).toContain('push-service ok');
    expect(text).toContain('201');
    expect(page.consoleErrors).toEqual([]);
  });
});

test('a signature of another key is refused by the service', async () => {
  const { page } = await openReal({ mode: 'safari' });
  const endpoint = `${story.pushService.url}${new URL(await endpointOf(page)).pathname}`;
  const post = async (keys: VapidKeys) => {
    const Authorization = await vapidHeader(endpoint, keys, Date.now());
    return (await fetch(endpoint, { method: 'POST', headers: { TTL: '0', Authorization } })).status;
  };
  const subject = 'mailto:test@example.com';
  expect(await post({ ...(await makeKeys()), subject })).toBe(can.pushByGoogle ? 403 : 401);
  expect(await post({ ...demoVapidKeys, subject })).toBe(201);
});

describe('what is sent', () => {
  test('TTL, urgency and topic; no cookies', async () => {
    const { page, panel } = await openReal();
    const service = await story.openPage(new URL(await endpointOf(page)).origin);
    await service.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: one that a request with credentials would bring
      document.cookie = 'who=mira; path=/';
    });
    await setField(panel, '[name=push-ttl]', '17');
    await setField(panel, '[name=push-urgency]', 'low');
    await setField(panel, '[name=push-topic]', 'tea');
    story.pushService.answer(429);
    await sendPush(panel, 'push-refused');
    const sent = story.pushService.messages.at(-1);
    expect(sent).toMatchObject({
      ttl: 17,
      status: 429,
      headers: { urgency: 'low', topic: 'tea' },
    });
    expect(Object.keys(sent?.headers ?? {})).not.toContain('cookie');
  });

  test.each([
    ['ttl', 'soon', 'ttl'],
    ['topic', 'tea time', 'topic'],
  ])('a %s of “%s” is refused at its field', async (field, value, problem) => {
    const { panel } = await openReal();
    const before = story.pushService.messages.length;
    await setField(panel, `[name=push-${field}]`, value);
    await panel.click('[data-action=send-push]');
    await panel.waitFor((id) => document.querySelector(`[data-problem=${id}]`) !== null, problem);
    expect(story.pushService.messages).toHaveLength(before);
    expect((await readTrace(panel)).outcome).toBeUndefined();
  });
});

describe('without access to the push service’s host', () => {
  afterEach(() => story.browser.setHostAccess(null));

  test('it is said before and after sending, and goes when it is given', async () => {
    // The shop is at localhost, its push service is not.
    await story.browser.setHostAccess(['http://localhost/*']);
    const { page, panel } = await openReal();
    const { hostname } = new URL(await endpointOf(page));
    const note = await panel.waitFor(
      () => document.querySelector<HTMLElement>('[data-host-access]')?.innerText,
    );
    expect(note).toContain(hostname);
    const before = story.pushService.messages.length;
    const { text } = await sendPush(panel, 'not-sent');
    expect(text).toContain(`may not send requests to ${hostname}`);
    expect(story.pushService.messages).toHaveLength(before);
    await story.browser.setHostAccess(null);
    await panel.evaluate(() => window.dispatchEvent(new Event('focus')));
    await panel.waitFor(() => document.querySelector('[data-host-access]') === null);
    story.pushService.answer(429);
    await sendPush(panel, 'push-refused');
  });

  test.runIf(can.askHosts)('asked for in the panel, where the browser lets it', async () => {
    await story.browser.setHostAccess(['http://localhost/*']);
    const { page, panel } = await openReal();
    await panel.waitFor(() => document.querySelector('[data-host-access=can-ask]') !== null);
    await panel.close();
    // DevTools has no API to ask by.
    const devtools = await story.openDevTools(page);
    await devtools.click('#tab-push');
    await devtools.waitFor(() => document.querySelector('[data-host-access=missing]') !== null);
    expect(
      await devtools.evaluate(() => document.querySelector('[data-action=allow-host]')),
    ).toBeNull();
    const again = await story.openPanel(page, 'push');
    await again.click('[data-action=allow-host]');
    await again.waitFor(() => document.querySelector('[data-host-access]') === null);
    story.pushService.answer(429);
    await sendPush(again, 'push-refused');
  });
});
