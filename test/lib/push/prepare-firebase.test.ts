import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PushMode } from '../../../lib/akpush/push-mode';
import { type Phrase, phrase } from '../../../lib/model/phrase';
import { fcmMessage } from '../../../lib/push/fcm-message';
import { type FirebasePush, prepareFirebase } from '../../../lib/push/prepare-firebase';
import { payloadOf, templateForm } from '../../../lib/push/push-form';
import { accountProblem } from '../../../lib/push/service-account';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const account = {
  type: 'service_account',
  project_id: 'northwind-tea',
  private_key_id: 'a1b2',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  client_email: 'push@northwind-tea.iam.gserviceaccount.com',
};
const fcmToken = `${'c'.repeat(22)}:${'A'.repeat(120)}`;
const form = {
  ...templateForm,
  icon: '/icon.png',
  tag: 'tea',
  link: 'https://shop.example/tea',
  actions: [{ action: 'https://shop.example/cart', title: 'Cart' }],
};
const now = Date.UTC(2026, 10, 29, 4, 30);
const push = (change: Partial<FirebasePush> = {}): FirebasePush => ({
  text: payloadOf(form, 'firebase'),
  mode: 'firebase',
  fcmToken,
  isDataOnly: false,
  ttl: '60',
  urgency: '',
  topic: '',
  typed: '',
  account: JSON.stringify(account),
  accessToken: '',
  ofPage: 'northwind-tea',
  ...change,
});
const prepare = async (change: Partial<FirebasePush> = {}) => {
  const made = await prepareFirebase(push(change), now);
  if ('field' in made) throw new Error(`${made.field}: ${JSON.stringify(made.text)}`);
  return { ...made, message: JSON.parse(made.mail.body).message };
};

describe('the claim', () => {
  it('is what Google asks for, signed by the account’s key', async () => {
    const { mail } = await prepare();
    if (!('assertion' in mail.access)) throw new Error('no assertion');
    expect(mail.access.tokenUri).toBe('https://oauth2.googleapis.com/token');
    const [head = '', claims = '', signature = ''] = mail.access.assertion.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'a1b2' });
    expect(read(claims)).toEqual({
      iss: account.client_email,
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
      aud: 'https://oauth2.googleapis.com/token',
      iat: now / 1000,
      exp: now / 1000 + 3600,
    });
    const bytes = Buffer.from(signature, 'base64url');
    const key = createPublicKey(privateKey);
    expect(verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, bytes)).toBe(true);
    expect(mail.body).not.toContain('PRIVATE KEY');
  });

  it('is not made where there is an access token', async () => {
    const { mail } = await prepare({ accessToken: 'Bearer ya29.tea', account: 'no JSON' });
    expect(mail.access).toEqual({ token: 'ya29.tea' });
  });
});

describe('the project', () => {
  const urlOf = async (change: Partial<FirebasePush>) => (await prepare(change)).mail.url;
  const of = (project: string) => `https://fcm.googleapis.com/v1/projects/${project}/messages:send`;

  it('is the account’s, or what was written, or the page’s', async () => {
    expect(await urlOf({ ofPage: 'of-page' })).toBe(of('northwind-tea'));
    expect(await urlOf({ typed: ' written ' })).toBe(of('written'));
    expect(await urlOf({ accessToken: 'ya29.tea', ofPage: 'of-page' })).toBe(of('of-page'));
    const other = JSON.stringify({ ...account, project_id: undefined });
    expect(await urlOf({ account: other, ofPage: 'of-page' })).toBe(of('of-page'));
  });
});

describe('a problem is named at its field', () => {
  const { privateKey: curved } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecKey = curved.export({ type: 'pkcs8', format: 'pem' });
  const changed = { ...account, private_key: String(account.private_key).replace('MII', 'MIJ') };
  it.each<[string, Partial<FirebasePush>, Phrase]>([
    ['account', { account: '' }, accountProblem(phrase('accountEmpty'))],
    [
      'account',
      { account: JSON.stringify({ ...account, private_key: ecKey }) },
      accountProblem(phrase('accountKeyBroken')),
    ],
    ['account', { account: JSON.stringify(changed) }, accountProblem(phrase('accountKeyBroken'))],
    ['access-token', { accessToken: 'two words' }, phrase('accessTokenShape')],
    ['project', { accessToken: 'ya29.tea', ofPage: undefined }, phrase('projectUnknown')],
    ['project', { typed: '../other' }, phrase('projectShape')],
    ['payload', { text: '{"notification":' }, phrase('fcmNoObject')],
    ['payload', { text: 'tea' }, phrase('fcmNoObject')],
    ['payload', { text: '[1]' }, phrase('fcmNoObject')],
    [
      'payload',
      { text: '{"data":{"cups":2,"hub_link":"{}","more":{}}}' },
      phrase('fcmDataNoText', 'cups, more'),
    ],
    ['payload', { text: '{"data":"tea"}' }, phrase('fcmFieldNoObject', 'data')],
    ['payload', { text: '{"notification":["tea"]}' }, phrase('fcmFieldNoObject', 'notification')],
  ])('%s: %j', async (field, change, text) => {
    expect(await prepareFirebase(push(change), now)).toEqual({ field, text });
  });
});

describe('the message', () => {
  it('is as Altcraft sends it', async () => {
    const { message } = await prepare({ urgency: 'high', topic: 'tea' });
    expect(message).toEqual({
      token: fcmToken,
      notification: { title: form.title, body: form.body },
      data: {
        hub_link: '{"ack":"data:,ack","open":"data:,open"}',
        ak_actions: '[{"action":"https://shop.example/cart","title":"Cart"}]',
      },
      webpush: {
        headers: { TTL: '60', Urgency: 'high', Topic: 'tea' },
        notification: { icon: '/icon.png', tag: 'tea', click_action: 'https://shop.example/tea' },
        fcm_options: { link: 'https://shop.example/tea' },
      },
    });
  });

  it('has data only, when that is wanted', async () => {
    const { message, payload } = await prepare({ isDataOnly: true });
    expect(message.notification).toBeUndefined();
    expect(message.webpush.notification).toBeUndefined();
    expect(Object.keys(message.data)).toEqual(['hub_link', 'ak_actions']);
    expect(JSON.parse(payload)).not.toHaveProperty('notification');
  });

  it.each(['http://localhost:8140/tea', '/tea'])(
    'a link that Firebase would refuse goes as click_action alone: %s',
    async (link) => {
      const { message } = await prepare({ text: payloadOf({ ...form, link }, 'firebase') });
      expect(message.webpush.fcm_options).toBeUndefined();
      expect(message.webpush.notification.click_action).toBe(link);
    },
  );

  it('without data is a message all the same', async () => {
    const { message, payload } = await prepare({ text: null });
    expect(message).toEqual({ token: fcmToken, webpush: { headers: { TTL: '60' } } });
    expect(payload).toBe('{}');
  });

  it.each<PushMode>(['safari', 'pull'])('of the %s mode says the same as Firebase’s', (mode) => {
    const options = { token: fcmToken, isDataOnly: false, headers: {} };
    const plain = { ...form, ...(mode === 'pull' && { ack: '', open: '' }) };
    expect(fcmMessage(payloadOf(plain, mode), mode, options)).toEqual(
      fcmMessage(payloadOf(plain, 'firebase'), 'firebase', options),
    );
  });
});
