import { describe, expect, it } from 'vitest';
import { recordedCall } from '../../../lib/calls/recorded-call';
import { callSnippet, curlLine } from '../../../lib/calls/snippet';
import type { SessionEntry } from '../../../lib/model/session';
import { makeEntry, makeSession } from '../../support/make-session';

describe('a call as JavaScript', () => {
  it('runs when it is pasted', async () => {
    const calls: unknown[][] = [];
    class AKPush {
      constructor(readonly config?: unknown) {}
      initSubscription(...args: unknown[]) {
        calls.push([this.config, ...args]);
      }
    }
    const args = [{ email: `a"b'c</script>\u2028` }, undefined, { n: [1, null] }];
    const text = callSnippet({
      method: 'initSubscription',
      args: args as never,
      instance: '',
      config: { debug: true },
    });
    await new Function('AKPush', `return (async () => { ${text} })()`)(AKPush);
    expect(calls).toEqual([[{ debug: true }, ...args]]);
  });

  it('names the page’s instance, whatever its name', () => {
    const call = { method: 'initSubscription', args: [], config: undefined } as const;
    expect(callSnippet({ ...call, args: [], instance: `a"]` })).toBe(
      'await window["a\\"]"].initSubscription();',
    );
    expect(callSnippet({ ...call, method: 'removeToken', args: ['p'], instance: '' })).toBe(
      'await AKPush.removeToken("p");',
    );
  });

  it('of a recorded call says what JSON cannot carry', () => {
    const entry = makeEntry('call', {
      name: 'updateSubscription',
      detail: { args: [{ email: 'a' }, { $: 'undefined' }, true] },
    }) as SessionEntry;
    expect(recordedCall(entry)).toEqual({
      isWhole: true,
      call: {
        method: 'updateSubscription',
        args: [{ email: 'a' }, undefined, true],
        instance: '',
        config: undefined,
      },
    });
    const odd = makeEntry('call', {
      name: 'initSubscription',
      detail: { args: [{ f: { $: 'function', name: 'f' }, a: 1 }] },
    }) as SessionEntry;
    expect(recordedCall(odd)).toMatchObject({ isWhole: false, call: { args: [{ a: 1 }] } });
    expect(recordedCall(makeEntry('event') as SessionEntry)).toBeUndefined();
  });
});

describe('a request as curl', () => {
  const request = {
    method: 'POST',
    url: "https://pxl.example/pixel?_push_pix=/push/subscription/save&x='",
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Cookie', 'cookie-value-0123456789'],
    ] as [string, string][],
    body: JSON.stringify({
      endpoint: 'https://push.example/secret-endpoint',
      match: JSON.stringify({ email: 'anna@shop.example' }),
      provider: 'Chrome',
    }),
  };

  it('quotes what a shell would read', () => {
    expect(curlLine(request, true)).toContain(`x='\\'''`);
    expect(curlLine({ ...request, method: 'POST; rm -rf /' }, true)).toMatch(
      /^curl -X POSTrm-rf '/,
    );
  });

  it('masks secrets, also in JSON inside JSON, unless asked for them', () => {
    const masked = curlLine(request, false);
    for (const secret of ['secret-endpoint', 'anna@shop', 'cookie-value'])
      expect(masked).not.toContain(secret);
    expect(masked).toContain('"provider":"Chrome"');
    const whole = curlLine(request, true);
    expect(whole).toContain('anna@shop.example');
    expect(whole).toContain('cookie-value-0123456789');
  });

  it('masked says nothing of a token, a key or a profile, also of what only the session knows', () => {
    const token = `eAbCdEfGh_12:APA91b${'SeCrEt_9'.repeat(16)}`;
    const key = `AIzaSy${'K3y-'.repeat(8)}x`;
    const profile = { email: 'mira@shop.example', _lname: 'Karenina' };
    const session = makeSession([
      makeEntry('call', { name: 'initSubscription', detail: { args: [profile] } }),
    ]);
    const line = curlLine(
      {
        method: 'POST',
        url: `https://fcmregistrations.googleapis.com/v1/projects/p/registrations/${token}?key=${key}&who=Karenina`,
        headers: [
          ['X-Goog-Api-Key', key],
          ['Content-Type', 'application/json'],
        ],
        body: JSON.stringify({
          provider: 'Chrome',
          fid: 'cAbCdEfGhIjKlMnOpQrStU',
          web: { applicationPubKey: 'BNm8Y1v3Q0Zl8lSx6k' },
          match: JSON.stringify({ user_id: 1234567, _fname: 'Anna' }),
        }),
      },
      false,
      session,
    );
    for (const secret of ['SeCrEt', 'K3y-', 'Karenina', 'cAbCdEf', 'BNm8Y1', '1234567', 'Anna'])
      expect(line).not.toContain(secret);
    expect(line).toContain('"provider":"Chrome"');
    expect(line).toContain('fcmregistrations.googleapis.com');
    expect(line).toContain("'Content-Type: application/json'");
  });
});
