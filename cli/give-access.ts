import type { CheckOptions } from './check-options';
import type { Driver } from './driver';
import { plain } from './plain';

/** A name and a password, as a server asks for them. */
export type Credentials = NonNullable<CheckOptions['user']>;

/** What is asked with for an address: what the address itself has, or what was said for all. */
export const credentialsFor = (
  url: string,
  user: Credentials | undefined,
): Credentials | undefined => {
  const { username, password } = new URL(url);
  if (!username && !password) return user;
  return { name: plain(username), password: plain(password) };
};

/** The header by which a request gives them; none without. */
export const basicHeaders = (user: Credentials | undefined): Record<string, string> =>
  user
    ? { Authorization: `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}` }
    : {};

interface AuthRequired {
  context: string | null;
  isBlocked: boolean;
  request: { request: string };
}

/**
 * Answers a server that asks for a name and a password; the browser then gives them to it by itself, for the worker's script too. Only the site that the
 * address is of is answered, once for each request: where they are wrong, or there are none, the page comes with the server's refusal.
 */
const answerServer = async (
  { send, on }: Driver,
  context: string,
  url: string,
  user: Credentials | undefined,
): Promise<void> => {
  const { protocol, hostname, port } = new URL(url);
  const answered = new Set<string>();
  on('network.authRequired', (event) => {
    const { context: asking, isBlocked, request } = event as AuthRequired;
    if (asking !== context || !isBlocked) return;
    const isNew = !answered.has(request.request);
    answered.add(request.request);
    void send('network.continueWithAuth', {
      request: request.request,
      ...(isNew && user
        ? {
            action: 'provideCredentials',
            credentials: { type: 'password', username: user.name, password: user.password },
          }
        : { action: 'cancel' }),
    }).catch(() => {});
  });
  await send('session.subscribe', { events: ['network.authRequired'], contexts: [context] });
  await send('network.addIntercept', {
    phases: ['authRequired'],
    contexts: [context],
    urlPatterns: [
      {
        type: 'pattern',
        protocol: protocol.slice(0, -1),
        hostname,
        port: port || (protocol === 'https:' ? '443' : '80'),
      },
    ],
  });
};

/** Sets cookies for the site of an address. */
const setCookies = async (
  { send, userContext }: Driver,
  url: string,
  cookies: CheckOptions['cookies'],
): Promise<void> => {
  const { hostname, protocol } = new URL(url);
  for (const { name, value } of cookies)
    await send('storage.setCookie', {
      cookie: {
        name,
        value: { type: 'string', value },
        domain: hostname,
        path: '/',
        secure: protocol === 'https:',
      },
      ...(userContext !== undefined && { partition: { type: 'storageKey', userContext } }),
    });
};

/** Lets the browser be shown what is not for everybody. `context`: the tab, which has not gone to the address yet. */
export const giveAccess = async (
  driver: Driver,
  context: string,
  url: string,
  { user, cookies }: Pick<CheckOptions, 'user' | 'cookies'>,
): Promise<void> => {
  const credentials = credentialsFor(url, user);
  // Firefox would ask somebody, and wait.
  if (credentials || driver.name === 'firefox')
    await answerServer(driver, context, url, credentials);
  await setCookies(driver, url, cookies);
};
