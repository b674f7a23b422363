import type { Driver } from './driver';
import type { Credentials } from './give-access';
import type { OpenPage } from './open-page';

interface Cookie {
  name: string;
  value: { type: 'string' | 'base64'; value: string };
  domain: string;
  path: string;
  secure: boolean;
}

/** Whether a cookie goes to an address. */
const isFor =
  ({ protocol, hostname, pathname }: URL) =>
  ({ domain, path, secure, value }: Cookie): boolean => {
    const host = domain.replace(/^\./, '');
    return (
      value.type === 'string' &&
      (hostname === host || (domain.startsWith('.') && hostname.endsWith(`.${host}`))) &&
      pathname.startsWith(path) &&
      (!secure || protocol === 'https:')
    );
  };

/**
 * Requests of the command's own, with the cookies and the name of the browser: servers answer by them. `user`: what the site of `site` is told that
 * asks for a name and a password.
 */
export const askAsBrowser =
  (
    { send, contextOf }: Driver,
    { page, isolated }: OpenPage,
    site: string,
    user: Credentials | undefined,
  ): typeof fetch =>
  async (input, init) => {
    const url = new URL(String(input));
    const headers = new Headers(init?.headers);
    const [agent, origin] = (await isolated<[string, string]>(
      '[navigator.userAgent, location.origin]',
    ).catch(() => null)) ?? [undefined, undefined];
    if (agent) headers.set('User-Agent', agent);
    // Many servers say whom they allow only to those who tell where they come from.
    if (origin && origin !== url.origin) headers.set('Origin', origin);
    if (user && url.origin === new URL(site).origin) {
      const words = `${user.name}:${user.password}`;
      headers.set('Authorization', `Basic ${Buffer.from(words).toString('base64')}`);
    }
    const { cookies } = await send<{ cookies: Cookie[] }>('storage.getCookies', {
      partition: { type: 'context', context: contextOf(page) },
    }).catch(() => ({ cookies: [] }));
    const pairs = cookies.filter(isFor(url)).map(({ name, value }) => `${name}=${value.value}`);
    if (pairs.length > 0) headers.set('Cookie', pairs.join('; '));
    return fetch(url, { ...init, headers });
  };
