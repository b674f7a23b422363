import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { postFirebase } from '../../../entrypoints/background/post-firebase';
import { pushActions } from '../../../entrypoints/panel/push-actions';
import { exportFormats, exportSession } from '../../../lib/formats/export-session';
import { provideMessages } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import type { FirebaseMail } from '../../../lib/protocol/delivery';
import { prepareFirebase } from '../../../lib/push/prepare-firebase';
import { payloadOf, templateForm } from '../../../lib/push/push-form';
import type { PushRequest } from '../../../lib/push/push-request';
import { redactSession } from '../../../lib/redaction/redact';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import { type GoogleBrowser, openGoogleBrowser } from '../../demo/google/google-browser';
import { type GooglePushDouble, startGooglePush } from '../../demo/server';
import fakeBrowser from '../../support/fake-browser';
import { makeShopSession } from '../../support/make-session';

let google: GooglePushDouble;
let device: GoogleBrowser;
const granted = vi.fn(async () => true);
/** Requests as they went out, before the double. */
let sent: { url: string; init: RequestInit }[] = [];

beforeAll(async () => {
  provideMessages(english);
  google = await startGooglePush();
  device = await openGoogleBrowser(google);
  Object.assign(fakeBrowser, { permissions: { contains: granted } });
});
afterAll(async () => {
  device.disconnect();
  await google.close();
});
beforeEach(() => {
  sent = [];
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(input);
    if (!url.hostname.endsWith('.googleapis.com')) return real(input, init);
    sent.push({ url: url.href, init });
    return real(`${google.url}${url.pathname}`, init);
  });
});
afterEach(() => vi.unstubAllGlobals());

const makeToken = async (): Promise<string> => {
  const web = await device.subscribe();
  const endpoint = web.endpoint.replace(google.url, 'https://jmt17.google.com');
  return google.tokens.register('northwind-tea', { ...web, endpoint });
};
const prepare = async (change: object = {}) => {
  const made = await prepareFirebase(
    {
      text: payloadOf({ ...templateForm, title: 'First flush' }, 'firebase'),
      mode: 'firebase',
      fcmToken: await makeToken(),
      isDataOnly: false,
      ttl: '60',
      urgency: '',
      topic: '',
      typed: '',
      account: JSON.stringify(google.serviceAccount()),
      accessToken: '',
      ofPage: 'northwind-tea',
      ...change,
    },
    Date.now(),
  );
  if ('field' in made) throw new Error(JSON.stringify(made.text));
  return made;
};
const assertionOf = ({ access }: FirebaseMail) => ('assertion' in access ? access.assertion : '');
const bearerOf = ({ init }: { init: RequestInit }) =>
  String(new Headers(init.headers).get('authorization')).replace('Bearer ', '');

describe('a push through Firebase', () => {
  it('gets an access token for what the key signed, and sends', async () => {
    const { mail } = await prepare();
    const steps = await postFirebase(mail);
    expect(steps.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'access-token ok',
      'push-service ok',
    ]);
    expect(sent.map(({ url }) => url)).toEqual([
      'https://oauth2.googleapis.com/token',
      'https://fcm.googleapis.com/v1/projects/northwind-tea/messages:send',
    ]);
    // No cookies, and what is secret goes to no other host.
    for (const { init } of sent)
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
    expect((await device.nextPush()).size).toBeGreaterThan(0);
  });

  it('goes no further than to a refused exchange', async () => {
    const { private_key } = google.serviceAccount('another-shop');
    const account = JSON.stringify({ ...google.serviceAccount(), private_key });
    const steps = await postFirebase((await prepare({ account })).mail);
    expect(steps).toMatchObject([
      {
        name: 'access-token',
        status: 'failed',
        detail: { result: { status: 400, text: expect.stringContaining('invalid_grant') } },
      },
    ]);
    expect(sent).toHaveLength(1);
  });

  it('asks nobody where the extension may not, and says which host', async () => {
    granted.mockResolvedValueOnce(false);
    expect(await postFirebase((await prepare()).mail)).toMatchObject([
      {
        status: 'failed',
        detail: { error: { name: 'HostDenied', message: 'oauth2.googleapis.com' } },
      },
    ]);
    expect(sent).toEqual([]);
  });

  it('takes an answer without a token for none', async () => {
    const { mail } = await prepare();
    vi.stubGlobal('fetch', async () => new Response('<h1>Log in</h1>'));
    expect(await postFirebase(mail)).toMatchObject([
      { status: 'failed', detail: { result: { status: 200, text: '<h1>Log in</h1>' } } },
    ]);
  });
});

describe('key, claim and access token are in no entry and no export', () => {
  const request = (change: Partial<PushRequest>): PushRequest => ({
    way: 'firebase',
    mode: 'firebase',
    worker: { scriptURL: 'https://shop.example/sw.js', scope: 'https://shop.example/' },
    text: null,
    isReplaced: false,
    isDry: false,
    subscription: null,
    ttl: 60,
    urgency: '',
    topic: '',
    vapid: null,
    firebase: null,
    ...change,
  });
  /** A shop's session in which that push was sent as the panel and the background do it. */
  const sendIn = async (made: Awaited<ReturnType<typeof prepare>>): Promise<Session> => {
    let session = makeShopSession();
    const actions = pushActions({
      canEnter: true,
      address: { tab: 1, frame: 0 },
      change: (change) => {
        session = reduce(session, change);
      },
      deliver: async (message) => {
        if (message.delivery !== 'firebase') throw new Error(message.delivery);
        return { signals: [], steps: await postFirebase(message.mail) };
      },
      runJob: () => Promise.reject(new Error('no page')),
      actOnWorker: () => Promise.reject(new Error('no worker')),
    });
    await actions.send(request({ firebase: made }));
    return session;
  };
  const expectNone = (session: Session, secrets: readonly string[]): void => {
    const about = { extension: '1.2.3', browser: 'Test/1' };
    const texts = [JSON.stringify(session), JSON.stringify(redactSession(session))];
    for (const format of exportFormats)
      for (const withSecrets of [true, false])
        texts.push(exportSession(session, { format, withSecrets, about }).text);
    const outcomes = readOutcomes(session);
    texts.push(JSON.stringify(session.entries.map((entry) => outcomes.of(entry))));
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      for (const text of texts) expect(text).not.toContain(secret);
    }
  };

  it('when it was sent', async () => {
    const made = await prepare();
    const session = await sendIn(made);
    expect(session.entries.filter(({ parent }) => parent?.startsWith('push:'))).toHaveLength(2);
    const [, line = ''] = google.serviceAccount().private_key.split('\n');
    const [, message] = sent;
    if (!message) throw new Error('nothing was sent');
    expectNone(session, [line, assertionOf(made.mail), bearerOf(message)]);
  });

  it.each(['ok', 'failed'])('when a server repeats them: %s', async (status) => {
    const accessToken = 'ya29.a-token-that-somebody-has-pasted';
    const signed = await prepare();
    const pasted = await prepare({ accessToken });
    vi.stubGlobal('fetch', async (_: string, { headers, body }: RequestInit) => {
      const text = JSON.stringify({ error: { message: `${body} ${JSON.stringify(headers)}` } });
      return new Response(text, { status: status === 'ok' ? 200 : 400 });
    });
    expectNone(await sendIn(signed), [assertionOf(signed.mail)]);
    expectNone(await sendIn(pasted), [accessToken]);
  });
});
