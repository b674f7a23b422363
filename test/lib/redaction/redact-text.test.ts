import { describe, expect, test } from 'vitest';
import type { Encoded } from '../../../lib/model/encoded-value';
import { redactSession } from '../../../lib/redaction/redact';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';

/** What becomes of a value in an event, where a call has had a profile. */
const redactedValue = (value: Encoded, ...profile: Encoded[]): string => {
  const entries = [
    makeEntry('call', { id: 1, name: 'initSubscription', detail: { args: profile } }),
    makeEntry('event', { id: 2, name: 'demo', detail: { payload: [value] } }),
  ];
  const { entries: clean } = redactSession(makeDiagnosed({ entries }));
  const [out = null] = clean.flatMap((entry) =>
    entry.kind === 'event' ? entry.detail.payload : [],
  );
  return typeof out === 'string' ? out : JSON.stringify(out);
};

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const fid = 'cR3x9_aBcDeFgHiJkLmNoP';
const key = [4, 200, 17, 33, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 255, 254];

describe('phones are found in every form', () => {
  const digits = '79991234567';
  test.each<Encoded>([
    `+${digits}.`,
    `${digits}-x`,
    `phone:${digits}`,
    `tel:${digits}`,
    `tel:+${digits}`,
    `tel${digits}`,
    `sms:+${digits}?body=x`,
    `https://wa.me/${digits}`,
    `https://t.me/+${digits}`,
    `https://shop.example/user/${digits}`,
    `/u/${digits}/cart`,
    `user_${digits}`,
    `#${digits}`,
    `(${digits})`,
    `“${digits}”`,
    Number(digits),
    { id: Number(digits) },
    [Number(digits)],
    '+7.999.123.45.67',
    '+7 (999) 123-45-67',
    '8 999 123 45 67',
    '+7\u00a0999\u00a0123\u00a045\u00a067',
    '+7\u2011999\u2011123\u201145\u201167',
    '+7\u2013999\u2013123\u201345\u201367',
    '+7\u202f999\u2009123\u2009456\u20097',
    '\uff0b\uff17\uff19\uff19\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17',
    '+7 999\u200b123\u200b4567',
    `{"p":${digits},`,
    `a\\n${digits}\\n`,
    '%2B7%20999%20123%2045%2067',
    `&#43;${digits}`,
    `&plus;7&nbsp;999&nbsp;123&nbsp;45&nbsp;67`,
    `\\x2b${digits}`,
    base64(`+${digits}`),
    hex(`+${digits}`),
    '(202) 555-0123',
    '202-555-0123',
    '+44 20 7946 0958',
    '+375291234567',
    `${digits}ab`,
    `x${digits}x`,
    `n:5:${digits}`,
    `1:${digits}`,
    `${digits} 2026-11-28`,
    `${digits} 12345678`,
    '+7 999 123 45 67 2500 12',
    '+7/999/123/45/67',
    '+7\t999\n123_45_67',
    '+7 999 123-45-67x12',
  ])('%j', (value) => {
    expect(redactedValue(value).replace(/\D/g, '')).not.toMatch(/999123|5550123|7946|29123/);
    expect(redactedValue(value)).toMatch(/(?:phone|secret)#1/);
  });
});

describe('cards are found', () => {
  test.each(['4111111111111111', '4111 1111 1111 1111', '5500-0000-0000-0004', '378282246310005'])(
    '%s',
    (card) => {
      expect(redactedValue(card)).toMatch(/^(?:secret|phone)#1$/);
      expect(redactedValue(Number(card.replace(/\D/g, '')))).toMatch(/^(?:secret|phone)#1$/);
    },
  );
});

describe('numbers of accounts are found by their check digits', () => {
  test.each(['DE89370400440532013000', 'to GB82 WEST 1234 5698 7654 32!'])('%s', (value) => {
    expect(redactedValue(value)).toMatch(/secret#1/);
    expect(redactedValue(value)).not.toMatch(/4005|5698/);
  });
  test('others stay', () => {
    expect(redactedValue('RU12 ABCD 1234 5678')).toBe('RU12 ABCD 1234 5678');
  });
});

describe('e-mails are found in every form', () => {
  test.each([
    'anna@mail.ru',
    'anna%40mail.ru',
    'anna%40mail.ru%',
    '%zzanna%40mail.ru%4',
    'anna%2540mail%2eru',
    'anna&#64;mail.ru',
    'anna&#x40;mail.ru',
    'anna&#064mail.ru',
    'anna&commat;mail&period;ru',
    'anna&amp;#64;mail.ru',
    'anna\\x40mail.ru',
    'anna\\u0040mail.ru',
    'anna\\u{40}mail.ru',
    '\\nanna@mail.ru\\n',
    'anna＠mail.ru',
    'anna﹫mail．ru',
    'anna@crm',
    'mail from anna@crm.',
    'anna@mail',
    "anna.o'brien@mail.ru",
    'anna.o’brien@mail.ru',
    'anna+tag@mail.ru',
    'jos\u0065\u0301.anna@mail.ru',
    'jos&eacute;anna@mail.ru',
    'анна.anna@почта.рф',
    'anna@xn--80a1acny.xn--p1ai',
    'mailto:anna@mail.ru?subject=x',
    'anna@163.com',
    'anna@3.ru',
    'anna@2x.ru',
    'anna@v1.mail.ru',
    'anna!x$y@mail.ru',
    '"anna smith"@mail.ru',
    'anna\\100mail.ru',
    base64('anna@mail.ru'),
    base64(base64('anna@mail.ru')),
    base64('e=anna%40mail.ru'),
    base64(Uint8Array.of(0xff, 0xfe, ...Buffer.from('anna@mail.ru'), 0x80)),
    base64(Buffer.from('anna@mail.ru', 'utf16le')),
    `https://shop.example/${base64('anna@mail.ru')}/next`,
    encodeURIComponent(base64('anna@mail.ru??>>')),
    hex('anna@mail.ru'),
    hex('anna@mail.ru').toUpperCase(),
    `0x${hex('anna@mail.ru')}`,
    percent('anna@mail.ru'),
    percent(percent('anna@mail.ru')),
    `{"outer":"{\\"e\\":\\"anna@mail.ru\\"}"}`,
    encodeURIComponent('{"e":"anna@mail.ru"}'),
  ])('%j', (value) => {
    const out = redactedValue(`${value}`);
    expect(out).not.toMatch(/anna|mail\.ru|163|brien|jos|анна|616e6e61/i);
    expect(out).toMatch(/(?:email|secret)#1/);
  });
});

describe('what is named is found', () => {
  test.each([
    'https://shop.example/#access_token=abc12345',
    'https://shop.example/?user[token]=abc12345',
    'https://shop.example/?user%5Btoken%5D=abc12345',
    'https://shop.example/?tokens[0]=abc12345',
    ...[
      'sid',
      'session_id',
      'sessionId',
      'PHPSESSID',
      'code',
      'signature',
      'sig',
      'pwd',
      'password',
      'X-Session',
      'apikey',
      'otp',
      'connect.sid',
      'sess',
      'bx_session',
      'sms_code',
      'verification_code',
      'user_hash',
      'registration_id',
      'SAMLResponse',
      'initData',
      'vk_sign',
      'key',
      'токен',
    ].map((name) => `https://shop.example/?a=1&${name}=abc12345&b=2`),
    "https://shop.example/?token=abc'12345def",
    'https://shop.example/?token=abc"12345def',
    'https://shop.example/?token=abc;12345,def&x=1',
    'token: abc\\"12345def',
    'the token abc12345 was refused',
    'new token abc12345!',
    'the token, abc12345, was refused',
    'token (abc12345), token → abc12345',
    'token:\nabc12345',
    'token := abc12345',
    'token === "abc12345"',
    '--token abc12345',
    '--token=abc12345',
    'fields["token"]="abc12345"',
    "fields['token'] = 'abc12345'",
    '["token","abc12345"]',
    'Authorization: Digest username="anna", response="abc12345"',
    'https://shop.example/token/abc12345',
    '<token>abc12345</token>',
    '<ns:token type="x">abc12345</ns:token>',
    '<input name="token" value="abc12345">',
    '<meta name="csrf-token" content="abc12345">',
    '{"name":"token","value":"abc12345"',
    'Content-Disposition: form-data; name="token"\r\n\r\nabc12345\r\n--x',
    'ftp://anna:abc12345@h/x',
    'токен: abc12345',
    'пароль abc12345',
    '{"kty":"EC","crv":"P-256","d":"abc12345"',
    '-----BEGIN PRIVATE KEY-----\nabc12345\n-----END PRIVATE KEY-----',
    `{"0":4,"1":200,"2":17,"3":12,"4":123,"5":45,${key.map((byte, index) => `"${index + 6}":${byte}`)}`,
    '12:34:5a:bc:12:34:5a:bc:12:34:5a:bc:12:34:5a:bc',
    'BNcRdreALRFXTkO/0QTpQtUb+Ts12345VlUls0VJXg7A8u+Ts1XbjhazAkj7I99e8QcYP7DkM=',
    'save failed: {"resource_token":"abc12345","token":"zz99yy88"}',
    'save failed: {"resource_token":"abc12345","token":"zz99y',
    "save failed: {resource_token: 'abc12345', token: 'zz99yy88'}",
    'save failed: {\\"resource_token\\":\\"abc12345\\",\\"token\\":\\"zz99yy88\\"}',
    'token: zz99yy88',
    'token=zz99yy88',
    'token => zz99yy88',
    'Authorization: Bearer abc.def123',
    'authorization: Basic YWJjOjEyMzQ1',
    'Bearer abc.def123',
    'X-Cookie: c00k1e77',
    'Cookie: a=c00k1e77; b=abc12345',
    'Set-Cookie: a=c00k1e77; Path=/',
    'token abc12345',
    'password abc12345',
    'first_name=Abcdef&x=1',
    'lastName: Abcdef',
    `https://firebaseinstallations.googleapis.com/v1/projects/shop/installations/${fid}/authTokens:generate`,
    `p256dh:[${key}]`,
    `keys: {"p256dh": [${key}]}`,
    'https://push.services.mozaws.net/wpush/v2/abc12345',
    'https://jmt17.google.com/fcm/send/abc12345',
    'https://push.example.org/wpush/v1/abc12345',
    'https://push.example.org:8443/a/fcm/send/abc12345',
    'https://example.org/gcm/send/abc12345',
    'https://wns2-by3p.notify.windows.com/w/?token=abc12345',
    'https://web.push.apple.com/abc12345',
    'https://jmt23.google.com/fcm/send/abc12345',
    'https://FCM.googleapis.com./fcm/send/abc12345',
    'wss://push.services.mozilla.com/abc12345',
    '//fcm.googleapis.com/fcm/send/abc12345',
    'fcm.googleapis.com/fcm/send/abc12345',
    'https://eu.push.samsungosp.com/sp/abc12345',
    'https://autopush.example.org/update/abc12345?x',
    'https://fcmregistrations.googleapis.com/v1/projects/shop/registrations/abc12345?x',
    'https://iid.googleapis.com/iid/info/abc12345',
  ])('%j', (value) => {
    expect(redactedValue(value)).not.toMatch(
      /12345|zz99|c00k1e|Abcdef|YWJj|cR3x9|200,17|"1":200|34:5a|Xbjhaz/,
    );
  });

  test.each<[Encoded]>([
    [{ session_id: 'abc12345' }],
    [{ sid: 'abc12345' }],
    [{ pwd: 'abc12345' }],
    [{ 'X-Session': 'abc12345' }],
    [{ authKey: 'abc12345abc12345abc123' }],
    [{ kty: 'EC', crv: 'P-256', d: 'abc12345' }],
    [{ token: { value: 'abc12345' } }],
    [{ tokens: [{ v: 'abc12345' }] }],
    [{ name: 'token', value: 'abc12345' }],
    [{ header: 'X-Session', value: 'abc12345' }],
    [[['token', 'abc12345']]],
    [{ $: 'object', class: 'X', entries: [['token', { raw: 'abc12345' }]] }],
    [{ p256dh: [4, 123, 45, 33] }],
    [{ auth: { 0: 123, 1: 45, 2: 3, 3: 4 } }],
    [{ any: [123, 45, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] }],
    [{ $: 'array', items: [123, 45, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], length: 65 }],
  ])('%j', (value) => {
    expect(redactedValue(value)).not.toMatch(/12345|123,45|123,"1":45/);
  });
});

describe('what is known of the profile is found elsewhere', () => {
  test.each<[Encoded, Encoded, RegExp]>([
    ['Anna Karenina', 'https://shop.example/?who=Anna+Karenina', /anna|karenina/i],
    ['Anna Karenina', 'anna-karenina and ANNA_KARENINA', /anna|karenina/i],
    ['Anna Karenina', 'Anna\u00a0Karenina, Anna\u2010Karenina', /anna|karenina/i],
    ['Karenina', 'KARENINA', /karenina/i],
    ['Karenina', 'user_karenina', /karenina/i],
    ['Каренина', 'КАРЕНИНА', /каренина/i],
    ['Каренина', percent('Каренина'), /%/],
    ['Йоло Ёлкина', 'Йоло Ёлкина'.normalize('NFD'), /кина/],
    ['+79991234567', '/u/79991234567', /999123/],
    ['+79991234567', '+7.999.123.45.67', /999\.123/],
    [1234567, 'user_1234567', /1234567/],
    [1234567, { id: 1234567 }, /1234567/],
    [1234, { id: 1234 }, /1234/],
    ['Ann', { name: 'Ann' }, /Ann/],
    ['Ann', 'https://shop.example/?who=Ann', /Ann/],
    ['a/b+c-d_e/f+g', 'a_b-c+d/e_f-g', /a.b.c/],
    ['Anna Karenina', 'AnnaKarenina and annakarenina', /anna|karenina/i],
    ['Anna Karenina', 'Anna  Karenina, Anna, Karenina', /anna|karenina/i],
    ['Anna Karenina', 'Karenina Anna', /anna|karenina/i],
    ['Ёлкина', 'Елкина', /лкина/],
    ['José Müller', 'Jose Muller', /jose|muller/i],
    [1234567, '1 234 567', /1 234/],
    ['1990-05-17', '19900517', /19900517/],
    ['+79991234567', '+7, 999, 123, 45, 67', /999/],
  ])('%j in %j', (value, met, leak) => {
    expect(redactedValue(met, { anything: value })).not.toMatch(leak);
  });
});

describe('what lies under a name of a profile is taken away, also where it was cut', () => {
  test.each<[Encoded]>([
    [{ match: { first: 'Karenina' } }],
    [{ user: { first: 'Karenina' } }],
    [{ subscriber: { first: 'Karenina' } }],
    [{ $: 'string', text: '{"match":{"first":"Karenina"},"upd', length: 9_000 }],
    [{ $: 'string', text: '{"match":{"first":"Karenina","upd', length: 9_000 }],
    [{ $: 'string', text: '{"match":"{\\"first\\":\\"Karenina\\"}","upd', length: 9_000 }],
    ["bad match: {first: 'Karenina'}"],
    ['save failed: update={"first":"Karenina"}'],
    ['customData=%7B%22first%22%3A%22Karenina%22%7D'],
  ])('%j', (value) => {
    expect(redactedValue(value)).not.toMatch(/karenina/i);
  });

  test('and no more than that', () => {
    const text = 'update: done, match=none, match: {}, user: guest';
    expect(redactedValue(text)).toBe(text);
    expect(redactedValue("bad match: {a: 'x'} at push.js")).toBe('bad match: value#1 at push.js');
  });
});

describe('what tells of no person stays readable', () => {
  test.each<Encoded>([
    '2026-11-28 09:30:15',
    '2026-11-28T09:30:15.123Z',
    '28.11.2026 09:30',
    '20261128093015',
    'at 1795859172120 ms, 1795859172 s',
    1795859172120,
    1795859172,
    1795859172120.5,
    'Chrome/131.0.6778.139 Safari/537.36',
    '192.168.100.200:8080',
    '1.10.0',
    'https://cdn.example/npm/localforage@1.10.0/dist/localforage.min.js',
    'https://cdn.example/preact@latest/x.js',
    'https://cdn.example/icon@2x.png',
    '1 299,00 ₽ and $1,234,567.89',
    'subscribe@https://shop.example/assets/push.js:42:13',
    '    at subscribe (https://shop.example/assets/push.js:42:13)',
    'async*init@moz-extension://abc/x.js:1:2\n@debugger eval code:1:1',
    'POST https://shop.example/push/subscription/save 500',
    'https://shop.example/catalog/winter-collection-for-women-2026',
    'https://fcm.googleapis.com/fcm/connect/subscribe',
    'initSubscription: the token is missing, the token was refused, no token 404',
    'Messaging: We are unable to register the default service worker. (messaging/failed-service-worker-registration).',
    { code: 'messaging/permission-blocked', message: 'x' },
    { name: 'Error', code: 20, status: 'ok' },
    'code: ERR_NETWORK',
    'error code 404',
    '1:103953800507:web:a1b2c3d4',
    { db: [17, 21] },
    { total: 3, items: [1, 2, 3, 4, 5], price: 129900 },
    [255, 255, 255],
    'session expired, password required, key missing',
    'Loading…',
    'handlePushSubscriptionChangeEvent2',
    'handlePushEventWithLongNameAndNumber2',
    'a-very-long-class-name-with-many-parts-2',
    '3.14159265358979 and 0.12345678901',
    '1:103953800507:android:a1b2c3d4',
    'zip code 119991, country code RU, card=visible, inn: hotel',
    'Invalid token:\n    at subscribe (https://shop.example/assets/push2.js:42:13)',
    'at getToken (chunk-4f5a6b.js:1:2)\n    at async getToken (https://shop.example/a1b2c3d4.js:1:2)',
    'deleteToken, getToken2, token/refresh2',
    { client: { type: 'window', frame: 'top-level' } },
    { key: 'ArrowDown', code: 'KeyA' },
    { key: 'cart_v2', value: 5 },
    { session: 'guest', card: 'visible' },
    { code: '10:30', session: '2026-11-28' },
    ['token', 'cookie'],
    'fields[2] and fields["name"] = "x"',
    'logo@2x.png, lib@3.1.min.js, package@2.0.0-beta.1',
    'https://push.shop.example/api/v2/subscribe?page=2',
    '/catalog/Winter2026/Women/Coats/LongSleeve/BestPrice12/Sale',
  ])('%j', (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    expect(redactedValue(value)).toBe(text);
  });

  test.each(['shop', 'https', 'POST', 'service-worker', 'application', 'local', 'active'])(
    'a profile value %s does not change addresses and names',
    (word) => {
      const text = 'POST https://shop.example/service-worker.js applicationServerKey';
      expect(redactedValue(text, { status: word })).toBe(text);
    },
  );
});
