import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { judgeSession } from '../../cli/judge-session';
import { secretTexts } from '../../cli/secret-texts';
import { emptySession, type Session } from '../../lib/model/session';
import { provideEnglish } from '../../scripts/provide-english';

beforeAll(provideEnglish);
// A file says when it was written.
beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

const header = 'a "header" of mira';

test('a text that is nobody’s business is in nothing that is given away, where a page has said it too', () => {
  const session = {
    ...emptySession,
    moments: [{ id: 1, page: 1, at: 1, label: `The server said ${header}` }],
  } as unknown as Session;
  const given = { engine: 'chromium', unseen: [] } as const;
  const about = { extension: '0.0.0', browser: 'x' };
  const inJson = JSON.stringify(header).slice(1, -1);
  const open = judgeSession(session, given);
  expect(open.file(about)).toContain(inJson);
  const hidden = judgeSession(session, { ...given, secrets: [header] });
  expect(hidden.file(about)).not.toContain(inJson);
  expect(hidden.clean(`It is ${header}.`)).toBe('It is secret#1.');
  // A word of the session's own format is none.
  const named = judgeSession(session, { ...given, secrets: ['subscription'] });
  expect(named.file(about)).toBe(open.file(about));
  // A short one would be met by chance.
  expect(judgeSession(session, { ...given, secrets: ['said'] }).clean('said')).toBe('said');
});

test('what a visitor is let in by is a secret where the page says it again', () => {
  const user = { name: 'mira', password: 'hunter22secret' };
  const cookies = [
    { name: 'staging', value: 'cookie%20of%20mira' },
    { name: 'theme', value: 'light' },
  ];
  const headers = [{ name: 'X-Staging', value: 'letmein' }];
  const basic = Buffer.from('mira:hunter22secret').toString('base64');
  expect(secretTexts('https://shop.example/', { user, cookies, headers })).toEqual([
    'letmein',
    'hunter22secret',
    basic,
    'cookie%20of%20mira',
    'cookie of mira',
  ]);
  // What an address says of its visitor is the one that is given.
  const inAddress = 'https://anna.petrova:open%20sesame@shop.example/';
  expect(secretTexts(inAddress, { user, cookies: [] })).toEqual([
    'anna.petrova',
    'open sesame',
    Buffer.from('anna.petrova:open sesame').toString('base64'),
  ]);

  const said = `Authorization: Basic ${basic}, hunter22secret, "cookie of mira" or cookie%20of%20mira, light`;
  const session = {
    ...emptySession,
    moments: [{ id: 1, page: 1, at: 1, label: said }],
  } as unknown as Session;
  const secrets = secretTexts('https://shop.example/', { user, cookies, headers });
  const { clean, file } = judgeSession(session, { engine: 'chromium', unseen: [], secrets });
  const texts = [clean(said), file({ extension: '0.0.0', browser: 'x' })];
  for (const text of texts) {
    expect(text).not.toMatch(/hunter22secret|cookie.{1,3}of.{1,3}mira/);
    expect(text).not.toContain(basic);
    expect(text).toContain('secret#');
    expect(text).toContain('light');
  }
});
