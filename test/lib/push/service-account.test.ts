import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { readAccessToken } from '../../../lib/push/access-token';
import { readServiceAccount } from '../../../lib/push/service-account';
import english from '../../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));

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
  it.each<[string, string, string]>([
    ['nothing', ' \n', 'Enter a service account'],
    ['prose', 'the key', 'not JSON'],
    ['half of a file', JSON.stringify(file).slice(0, 400), 'not JSON'],
    ['the key alone', pem, 'only the private key'],
    ['an access token', 'ya29.a0Af', 'access token'],
    ['a header', 'Bearer ya29.a0Af', 'access token'],
    ['a key of the legacy API', 'AAAAaBcDeFg:APA91bXyz', 'legacy API'],
    ['firebaseConfig as code', 'const firebaseConfig = { apiKey: "AIza" };', 'firebaseConfig'],
    ['firebaseConfig as JSON', '{"apiKey":"AIza","projectId":"tea"}', 'firebaseConfig'],
    ['google-services.json', '{"project_info":{},"client":[]}', 'google-services.json'],
    ['GoogleService-Info.plist', '<?xml version="1.0"?><plist>', 'GoogleService-Info.plist'],
    ['a user’s credentials', '{"type":"authorized_user","refresh_token":"1//x"}', 'gcloud'],
    ['a federated account', '{"type":"external_account"}', 'external_account'],
    ['an OAuth client', '{"installed":{"client_id":"1"}}', 'client_secret.json'],
    ['a list', '[1]', 'neither'],
    ['null', 'null', 'neither'],
    ['a text', '"tea"', 'neither'],
    ['no private_key', JSON.stringify({ ...file, private_key: undefined }), 'private_key is'],
    ['an empty private_key', JSON.stringify({ ...file, private_key: '' }), 'private_key is'],
    [
      'a private_key that is no text',
      JSON.stringify({ ...file, private_key: 7 }),
      'private_key is',
    ],
    ['no client_email', JSON.stringify({ ...file, client_email: undefined }), 'client_email'],
    ['a key that is no PEM', JSON.stringify({ ...file, private_key: 'MIIE' }), 'PEM'],
    ['PKCS#1', JSON.stringify({ ...file, private_key: pkcs1 }), 'RSA PRIVATE KEY'],
    ['a public key', JSON.stringify({ ...file, private_key: publicKey }), 'PUBLIC KEY'],
    [
      'a key without its end',
      JSON.stringify({ ...file, private_key: pem.slice(0, 300) }),
      'cut or changed',
    ],
  ])('%s is refused, with the file that is wanted', (_, text, words) => {
    const problem = readServiceAccount(text);
    expect(problem).toContain(words);
    expect(problem).toContain('Generate new private key');
    // A key is not repeated.
    expect(problem).not.toContain(pem.split('\n')[1]);
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
    expect(read({ token_uri })).toContain('token_uri');
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
    ['a service account', JSON.stringify(file), 'service account'],
    ['its key', pem, 'service account'],
    ['a key of the legacy API', 'AAAAaBcDeFg:APA91bXyz', 'legacy API'],
    ['two words', 'ya29 a0', 'one word'],
    ['what no header can carry', 'ya29.ё', 'one word'],
    ['none', 'Bearer ', 'one word'],
  ])('%s is refused', (_, text, words) => {
    expect(readAccessToken(text)).toEqual({ problem: expect.stringContaining(words) });
  });
});
