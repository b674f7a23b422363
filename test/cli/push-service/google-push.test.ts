import { sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fcmErrorNames } from '../../../cli/push-service/google/fcm-errors';
import type { ServiceAccount } from '../../../cli/push-service/google/oauth';
import { encryptPush } from '../../../lib/push/encrypt';
import { vapidHeader } from '../../../lib/push/vapid';
import { type GoogleBrowser, openGoogleBrowser, readPush } from '../../demo/google/google-browser';
import { demoVapidKeys } from '../../demo/sdk-config';
import { type GooglePushDouble, startGooglePush } from '../../demo/server';

let google: GooglePushDouble;
let browser: GoogleBrowser;
beforeAll(async () => {
  google = await startGooglePush();
});
beforeEach(async () => {
  google.answer(null);
  browser = await openGoogleBrowser(google);
});
afterEach(() => browser.disconnect());
afterAll(() => google.close());

const keys = { ...demoVapidKeys, subject: 'mailto:tea@example.com' };
/** Of nobody that the shop knows. */
const otherKeys = async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ]);
  const raw = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey));
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { ...keys, publicKey: raw.toString('base64url'), privateKey: d };
};

const post = async (
  endpoint: string,
  {
    vapid = keys,
    headers = {},
    body = '',
  }: {
    vapid?: typeof keys | null;
    headers?: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer>;
  } = {},
) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      TTL: '60',
      ...(vapid && { Authorization: await vapidHeader(endpoint, vapid, Date.now()) }),
      ...headers,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
};

describe('the endpoint', () => {
  test('a push that was lost on the way comes again, one that the browser has does not', async () => {
    const { endpoint } = await browser.subscribe();
    const send = () => post(endpoint);
    const next = async () => (await browser.nextPush()).get(9)?.toString();
    await send();
    const seen = [await next()];
    await send();
    browser.disconnect();
    seen.push(await next());
    browser.disconnect();
    await send();
    seen.push(await next());
    expect(new Set(seen).size).toBe(3);
  });
  test('401 without VAPID, 403 for another key, 404 and 410 for what is not there', async () => {
    const before = google.messages.length;
    const { endpoint } = await browser.subscribe();
    expect(await post(endpoint, { vapid: null })).toMatchObject({
      status: 401,
      text: expect.stringContaining('authorization header must be specified'),
    });
    expect(await post(endpoint, { vapid: await otherKeys() })).toMatchObject({
      status: 403,
      text: expect.stringContaining('do not correspond'),
    });
    expect((await post(`${endpoint}x`)).status).toBe(404);
    expect((await post(endpoint, { headers: { TTL: 'soon' } })).status).toBe(400);
    expect((await post(endpoint)).status).toBe(201);
    await browser.unsubscribe();
    expect(await post(endpoint)).toMatchObject({
      status: 410,
      text: expect.stringContaining('unsubscribed or expired'),
    });
    const statuses = google.messages.slice(before).map(({ status }) => status);
    expect(statuses).toEqual([401, 403, 404, 400, 201, 410]);
  });

  test('failures on demand, each for one push', async () => {
    const { endpoint } = await browser.subscribe();
    for (const status of [400, 401, 403, 404, 410, 413, 429, 503]) {
      google.answer(status);
      expect((await post(endpoint)).status).toBe(status);
      expect((await post(endpoint)).status).toBe(201);
    }
    google.answer('broken');
    await expect(post(endpoint)).rejects.toThrow('fetch failed');
    await expect(post(endpoint)).rejects.toThrow('fetch failed');
    google.answer({ slow: 30 });
    const begin = performance.now();
    expect((await post(endpoint)).status).toBe(201);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(29);
    google.expire(endpoint);
    expect((await post(endpoint)).status).toBe(410);
  });
});

describe('the browser’s connection', () => {
  const send = async (endpoint: string, p256dh: string, auth: string, text: string) => {
    const body = await encryptPush({ p256dh, auth }, new TextEncoder().encode(text));
    const headers = { 'Content-Encoding': 'aes128gcm' };
    expect((await post(endpoint, { headers, body })).status).toBe(201);
    return Buffer.from(body);
  };

  test('brings the push as it was posted, to its own subscription', async () => {
    const { endpoint, p256dh, auth } = await browser.subscribe();
    const body = await send(endpoint, p256dh, auth, 'first flush');
    const push = readPush(await browser.nextPush());
    expect(push).toEqual({
      from: demoVapidKeys.publicKey,
      category: 'org.chromium.linux',
      data: { subtype: 'wp:https://shop.example/#1', 'content-encoding': 'aes128gcm' },
      body,
    });
  });

  test('an empty push has neither encoding nor body', async () => {
    const { endpoint } = await browser.subscribe();
    await post(endpoint);
    const { data, body } = readPush(await browser.nextPush());
    expect(data).toEqual({ subtype: 'wp:https://shop.example/#1' });
    expect(body).toBeUndefined();
  });

  test('undecryptable: accepted, and brought with another body', async () => {
    const { endpoint, p256dh, auth } = await browser.subscribe();
    google.answer('undecryptable');
    const body = await send(endpoint, p256dh, auth, 'first flush');
    const brought = readPush(await browser.nextPush()).body;
    expect(brought?.length).toBe(body.length);
    expect(brought).not.toEqual(body);
  });

  test('a push waits for a browser that is away, and goes to no other', async () => {
    const { endpoint, p256dh, auth } = await browser.subscribe();
    const other = await openGoogleBrowser(google);
    const own = await other.subscribe();
    await post(own.endpoint);
    await other.nextPush();
    await send(endpoint, p256dh, auth, 'for the first');
    await send(own.endpoint, own.p256dh, own.auth, 'for the other');
    const [mine, theirs] = [await browser.nextPush(), await other.nextPush()].map(readPush);
    expect(mine?.body).not.toEqual(theirs?.body);
    browser.disconnect();
    const late = await send(endpoint, p256dh, auth, 'while away');
    expect(readPush(await browser.nextPush()).body).toEqual(late);
    other.disconnect();
  });
});

/** A claim of the service account, signed. */
const claimOf = (account: ServiceAccount, more: object = {}, alg = 'RS256') => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: account.client_email,
    scope: 'https://www.googleapis.com/auth/firebase.messaging',
    aud: account.token_uri,
    iat: now,
    exp: now + 3600,
    ...more,
  };
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), account.private_key);
  return `${signed}.${signature.toString('base64url')}`;
};

const exchange = async (assertion: string) => {
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const body = new URLSearchParams({ grant_type, assertion });
  const response = await fetch(`${google.url}/token`, { method: 'POST', body });
  return { status: response.status, ...(await response.json()) };
};

describe('the access token', () => {
  test('for a signed claim', async () => {
    expect(await exchange(claimOf(google.serviceAccount()))).toMatchObject({
      status: 200,
      access_token: expect.stringMatching(/^ya29\./),
      expires_in: 3599,
      token_type: 'Bearer',
    });
  });

  test.each([
    ['another signature', 'invalid_grant', (claim: string) => `${claim.slice(0, -8)}AAAAAAAA`],
    ['no claim', 'invalid_grant', () => 'tea'],
  ])('%s', async (_, error, change) => {
    const claim = change(claimOf(google.serviceAccount()));
    expect(await exchange(claim)).toMatchObject({ status: 400, error });
  });

  const now = Math.floor(Date.now() / 1000);
  test.each([
    ['of nobody', 'invalid_grant', { iss: 'nobody@example.com' }],
    ['that is over', 'invalid_grant', { exp: now - 1 }],
    ['for too long', 'invalid_grant', { exp: now + 7200 }],
    ['for somebody else', 'invalid_scope', { aud: 'https://example.com/token' }],
    ['for something else', 'invalid_scope', { scope: 'https://www.googleapis.com/auth/drive' }],
  ])('a claim %s: %s', async (_, error, more) => {
    const claim = claimOf(google.serviceAccount(), more);
    expect(await exchange(claim)).toMatchObject({ status: 400, error });
  });
});

describe('HTTP v1', () => {
  const send = async (
    message: object,
    { project = 'northwind-tea', account = 'northwind-tea', more = {} } = {},
  ) => {
    const { access_token } = await exchange(claimOf(google.serviceAccount(account)));
    const response = await fetch(`${google.url}/v1/projects/${project}/messages:send`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ message, ...more }),
    });
    return { status: response.status, body: await response.json() };
  };
  /** As Firebase's library registers it. */
  const makeToken = async (project = 'northwind-tea') => {
    const subscription = await browser.subscribe();
    const endpoint = subscription.endpoint.replace(google.url, 'https://jmt17.google.com');
    const response = await fetch(`${google.url}/v1/projects/${project}/registrations`, {
      method: 'POST',
      body: JSON.stringify({ web: { ...subscription, endpoint } }),
    });
    return { endpoint, token: (await response.json()).token as string };
  };

  test('a message for a token comes to its subscription', async () => {
    const { token } = await makeToken();
    expect(await send({ token, notification: { title: 'First flush' } })).toMatchObject({
      status: 200,
      body: { name: expect.stringMatching(/^projects\/northwind-tea\/messages\/.+/) },
    });
    const { data, body } = readPush(await browser.nextPush());
    expect(data['content-encoding']).toBe('aes128gcm');
    expect(body?.length).toBeGreaterThan(100);
  });

  test('a trial is brought nowhere', async () => {
    const { token } = await makeToken();
    const { body } = await send({ token }, { more: { validate_only: true } });
    expect(body.name).toBe('projects/northwind-tea/messages/fake_message_id');
  });

  test.each(fcmErrorNames)('%s on demand, once', async (name) => {
    const { token } = await makeToken();
    google.answerSend(name);
    const { status, body } = await send({ token });
    expect(body.error.code).toBe(status);
    expect(JSON.stringify(body.error.details)).toMatch(/FcmError|ErrorInfo/);
    expect((await send({ token })).status).toBe(200);
  });

  test('UNREGISTERED: a token that ended, and one whose subscription ended', async () => {
    const ended = await makeToken();
    google.tokens.unregister(ended.token);
    const gone = await makeToken();
    google.expire(gone.endpoint);
    for (const { token } of [ended, gone])
      expect(await send({ token })).toMatchObject({
        status: 404,
        body: { error: { status: 'NOT_FOUND', details: [{ errorCode: 'UNREGISTERED' }] } },
      });
  });

  test('SENDER_ID_MISMATCH: a token of another project', async () => {
    const { token } = await makeToken('another-shop');
    expect(await send({ token })).toMatchObject({
      status: 403,
      body: { error: { details: [{ errorCode: 'SENDER_ID_MISMATCH' }] } },
    });
  });

  test.each([
    [{}, 'Recipient'],
    [{ token: 'tea' }, 'not a valid FCM registration token'],
    [{ token: `${'t'.repeat(22)}:${'e'.repeat(60)}`, data: { cups: 2 } }, 'TYPE_STRING'],
  ])('INVALID_ARGUMENT: %o', async (message, words) => {
    expect(await send(message)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(words) } },
    });
  });

  test('401 without an access token, 403 with one of another project', async () => {
    const { token } = await makeToken();
    const url = `${google.url}/v1/projects/northwind-tea/messages:send`;
    const body = JSON.stringify({ message: { token } });
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    expect((await send({ token }, { account: 'another-shop' })).status).toBe(403);
  });
});
