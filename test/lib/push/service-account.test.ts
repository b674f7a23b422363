import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../../lib/model/message-key';
import { joinedBy, type Phrase, phrase, sentences } from '../../../lib/model/phrase';
import { readAccessToken } from '../../../lib/push/access-token';
import { readServiceAccount } from '../../../lib/push/service-account';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const file = {
  type: 'service_account',
  project_id: 'northwind-tea',
  private_key_id: 'a1b2',
  private_key: pem,
  client_email: 'firebase-adminsdk@northwind-tea.iam.gserviceaccount.com',
  token_uri: 'https://oauth2.googleapis.com/token',
};
const noJson = (line: number, column: number, what: MessageKey): Phrase =>
  sentences(
    phrase('accountNoJson'),
    joinedBy('', phrase('problemAt', line, column, phrase(what)), '.'),
  );
const read = (change: object = {}) => readServiceAccount(JSON.stringify({ ...file, ...change }));

describe('a service account', () => {
  const expected = {
    email: file.client_email,
    projectId: 'northwind-tea',
    keyId: 'a1b2',
    tokenUri: file.token_uri,
  };
  it.each([
    ['as the console gives it', JSON.stringify(file, null, 2)],
    ['with a byte order mark and spaces', `\ufeff  ${JSON.stringify(file)}\n`],
    [
      'with line breaks as in a variable',
      JSON.stringify({ ...file, private_key: pem.replaceAll('\n', '\\n') }),
    ],
    [
      'with Windows line breaks',
      JSON.stringify({ ...file, private_key: pem.replaceAll('\n', '\r\n') }),
    ],
    ['without token_uri', JSON.stringify({ ...file, token_uri: undefined })],
  ])('%s is read', (_, text) => {
    const account = readServiceAccount(text);
    expect(account).toMatchObject(expected);
    expect(account).toHaveProperty(
      'key',
      new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })),
    );
  });

  it.each([
    ['https://www.googleapis.com/oauth2/v4/token'],
    ['https://accounts.google.com/o/oauth2/token'],
  ])('may have Google’s older address %s', (token_uri) => {
    expect(read({ token_uri })).toMatchObject({ tokenUri: token_uri });
  });

  const publicKey = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
  const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  it.each<[string, string, Phrase]>([
    ['nothing', ' \n', phrase('accountEmpty')],
    ['prose', 'the key', noJson(1, 1, 'jsonSymbol')],
    [
      'a file with an error',
      '\ufeff{\n  "type": "service_account"\n}}',
      noJson(3, 2, 'jsonAfterEnd'),
    ],
    ['the key alone', pem, phrase('accountKeyAlone')],
    ['an access token', 'ya29.a0Af', phrase('accountIsToken')],
    ['a header', 'Bearer ya29.a0Af', phrase('accountIsToken')],
    ['a key of the legacy API', 'AAAAaBcDeFg:APA91bXyz', phrase('firebaseServerKey')],
    [
      'firebaseConfig as code',
      'const firebaseConfig = { apiKey: "AIza" };',
      phrase('accountIsWeb'),
    ],
    ['firebaseConfig as JSON', '{"apiKey":"AIza","projectId":"tea"}', phrase('accountIsWeb')],
    ['google-services.json', '{"project_info":{},"client":[]}', phrase('accountIsApp')],
    ['GoogleService-Info.plist', '<?xml version="1.0"?><plist>', phrase('accountIsApp')],
    [
      'a user’s credentials',
      '{"type":"authorized_user","refresh_token":"1//x"}',
      phrase('accountIsUser'),
    ],
    [
      'a federated account',
      '{"type":"external_account"}',
      phrase('accountIsType', 'external_account'),
    ],
    ['an OAuth client', '{"installed":{"client_id":"1"}}', phrase('accountIsClient')],
    ['a list', '[1]', phrase('accountIsOther')],
    ['null', 'null', phrase('accountIsOther')],
    ['a text', '"tea"', phrase('accountIsOther')],
    ['no private_key', JSON.stringify({ ...file, private_key: undefined }), phrase('accountNoKey')],
    ['an empty private_key', JSON.stringify({ ...file, private_key: '' }), phrase('accountNoKey')],
    [
      'a private_key that is no text',
      JSON.stringify({ ...file, private_key: 7 }),
      phrase('accountNoKey'),
    ],
    [
      'no client_email',
      JSON.stringify({ ...file, client_email: undefined }),
      phrase('accountNoEmail'),
    ],
    [
      'a key that is no PEM',
      JSON.stringify({ ...file, private_key: 'MIIE' }),
      phrase('accountKeyNoPem'),
    ],
    [
      'PKCS#1',
      JSON.stringify({ ...file, private_key: pkcs1 }),
      phrase('accountKeyOther', 'RSA PRIVATE KEY'),
    ],
    [
      'a public key',
      JSON.stringify({ ...file, private_key: publicKey }),
      phrase('accountKeyOther', 'PUBLIC KEY'),
    ],
    [
      'a key without its end',
      JSON.stringify({ ...file, private_key: pem.slice(0, 300) }),
      phrase('accountKeyBroken'),
    ],
  ])('%s is refused, with the file that is wanted', (_, text, problem) => {
    const refused = readServiceAccount(text);
    expect(refused).toEqual({ problem: sentences(problem, phrase('accountWanted')) });
    // A key is not repeated.
    expect(JSON.stringify(refused)).not.toContain(pem.split('\n')[1]);
  });

  it.each([
    'http://oauth2.googleapis.com/token',
    'https://oauth2.googleapis.com:8443/token',
    'https://oauth2.googleapis.com.tea.example/token',
    'https://tea.example/oauth2.googleapis.com/token',
    'https://key@oauth2.googleapis.com/token',
    'https://127.0.0.1/token',
    'javascript:alert(1)',
    'token',
  ])('what its key signs is not sent to %s', (token_uri) => {
    expect(read({ token_uri })).toMatchObject({
      problem: { key: expect.stringMatching(/^accountTokenUri(?:Foreign)?$/) },
    });
  });
});

describe('an access token', () => {
  it.each([
    'ya29.a0-B_c',
    ' ya29.a0-B_c\n',
    'Bearer ya29.a0-B_c',
    'Authorization: Bearer ya29.a0-B_c',
  ])('%j is read', (text) => expect(readAccessToken(text)).toEqual({ token: 'ya29.a0-B_c' }));

  it.each([
    ['a service account', JSON.stringify(file), phrase('accessTokenIsAccount')],
    ['its key', pem, phrase('accessTokenIsAccount')],
    ['a key of the legacy API', 'AAAAaBcDeFg:APA91bXyz', phrase('firebaseServerKey')],
    ['two words', 'ya29 a0', phrase('accessTokenShape')],
    ['what no header can carry', 'ya29.ё', phrase('accessTokenShape')],
    ['none', 'Bearer ', phrase('accessTokenShape')],
  ])('%s is refused', (_, text, problem) => {
    expect(readAccessToken(text)).toEqual({ problem });
  });
});
