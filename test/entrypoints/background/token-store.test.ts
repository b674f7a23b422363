import { expect, test } from 'vitest';
import browser from 'webextension-polyfill';
import { askTokens } from '../../../entrypoints/background/token-store';
import type { TokenFate } from '../../../lib/model/token-memory';
import type { TokenQuestion } from '../../../lib/protocol/token-question';

/* A token is known again by nobody but this installation, and nothing else of it is kept. */

const site = { origin: 'https://shop.example', scope: 'https://shop.example/' };
const told = (token: string, at: number, fate: TokenFate = 'accepted') =>
  ({ token, at, fate }) as const;
const ask = (question: Partial<TokenQuestion>) => askTokens({ ...site, ...question });
const stored = async () =>
  (await browser.storage.local.get('tokens')).tokens as {
    salt: string;
    sites: Record<string, Record<string, unknown>>;
  };

test('the token that was accepted last is known again, another one is not', async () => {
  expect(await ask({ token: 'a' })).toBeNull();
  const memory = { token: 'a', isSame: true, fate: 'accepted', at: 5 };
  expect(await ask({ told: told('a', 5), token: 'a' })).toEqual(memory);
  expect(await ask({ token: 'a' })).toEqual(memory);
  expect(await ask({ token: 'b' })).toEqual({ ...memory, token: 'b', isSame: false });
  expect(await ask({ origin: 'https://other.example', token: 'a' })).toBeNull();
  expect(await ask({ scope: 'https://shop.example/sub/', token: 'a' })).toBeNull();
});

test('a hash and a time are kept, and no token', async () => {
  await ask({ told: told('the-token', 5), token: 'the-token' });
  const { salt, sites } = await stored();
  expect(Object.values(sites)).toEqual([{ hash: expect.stringMatching(/^[\w+/]{43}=$/), at: 5 }]);
  expect(JSON.stringify(sites)).not.toContain('the-token');
  expect(salt).toMatch(/^[\w+/]{22}==$/);
  await ask({ told: told('another', 6) });
  expect((await stored()).salt).toBe(salt);
});

test('an older story, and a save in vain of what the server has, change nothing', async () => {
  await ask({ told: told('a', 5) });
  await ask({ told: told('b', 4) });
  await ask({ told: told('a', 6, 'unsaved') });
  expect(await ask({ token: 'a' })).toMatchObject({ isSame: true, fate: 'accepted', at: 5 });
  await ask({ told: told('b', 7, 'unsaved') });
  expect(await ask({ token: 'b' })).toMatchObject({ isSame: true, fate: 'unsaved' });
  await ask({ told: told('b', 8, 'suspended') });
  expect(await ask({ token: 'b' })).toMatchObject({ isSame: true, fate: 'suspended' });
});

test('a token that was sent to nobody is news only where nothing was known of it', async () => {
  await ask({ told: told('a', 5, 'unsent') });
  expect(await ask({ token: 'a' })).toMatchObject({ isSame: true, fate: 'unsent', at: 5 });
  // The server is being told: what comes of it nobody may see.
  expect(await ask({ token: 'a', isSending: true })).toBeNull();
  await ask({ told: told('a', 6) });
  expect(await ask({ token: 'a', isSending: true })).toMatchObject({ fate: 'accepted' });
  await ask({ told: told('a', 7, 'unsent') });
  expect(await ask({ token: 'a' })).toMatchObject({ isSame: true, fate: 'accepted', at: 6 });
  await ask({ told: told('b', 8, 'unsent') });
  expect(await ask({ token: 'b' })).toMatchObject({ isSame: true, fate: 'unsent', at: 8 });
});

test('what is forgotten is gone', async () => {
  await ask({ told: told('a', 5) });
  expect(await ask({ isForgotten: true, token: 'a' })).toBeNull();
  expect(Object.keys((await stored()).sites)).toEqual([]);
});

test('questions that come at once do not undo each other', async () => {
  const sites = Array.from({ length: 250 }, (_, at) => `https://${at}.example`);
  await Promise.all(sites.map((origin, at) => ask({ origin, told: told('a', at + 1) })));
  const kept = Object.keys((await stored()).sites);
  expect(kept).toHaveLength(200);
  expect(kept[0]).toContain('https://50.example');
});
