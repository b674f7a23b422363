import type { Encoded } from '../../lib/model/encoded-value';
import type { MadeStep } from '../../lib/model/entry';
import { field } from '../../lib/model/json';
import type { FirebaseMail } from '../../lib/protocol/delivery';
import { postOnce } from './post-once';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A server's words without what was given to it as a secret, should it repeat that. */
const without =
  (...secrets: readonly string[]) =>
  (text: string): string =>
    secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text);

const readToken = (answer: string): string => {
  try {
    const token = field(JSON.parse(answer), 'access_token');
    return typeof token === 'string' ? token : '';
  } catch {
    return '';
  }
};

/** Exchanges a signed claim for an access token. The step tells neither. */
const exchange = async ({
  tokenUri,
  assertion,
}: Extract<FirebaseMail['access'], { tokenUri: string }>): Promise<{
  step: MadeStep;
  token: string;
}> => {
  const hide = (answer: string) => (readToken(answer) === '' ? without(assertion)(answer) : '');
  const { step, text } = await postOnce(
    {
      name: 'access-token',
      url: tokenUri,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: grantType, assertion }).toString(),
      told: {},
      redirect: 'error',
    },
    hide,
  );
  const token = readToken(text);
  // An answer without a token is none, whatever its status.
  return { token, step: token === '' ? { ...step, status: 'failed' } : step };
};

/** Sends a message through Firebase: one step, or two where the access token is asked for first. */
export const postFirebase = async ({ url, body, access }: FirebaseMail): Promise<MadeStep[]> => {
  const exchanged = 'assertion' in access ? await exchange(access) : undefined;
  const steps = exchanged ? [exchanged.step] : [];
  if (exchanged?.step.status === 'failed') return steps;
  const token = 'token' in access ? access.token : (exchanged?.token ?? '');
  const { step } = await postOnce(
    {
      name: 'push-service',
      url,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
      told: { body: JSON.parse(body) as Encoded },
      redirect: 'error',
    },
    without(token),
  );
  return [...steps, step];
};
