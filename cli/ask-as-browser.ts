import type { Driver } from './driver';
import type { ReachedPage } from './reach-page';

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

/** Cookies that the browser would send from a tab to an address, each as `name=value`; none where it does not tell. */
export const cookiesByBidi =
  ({ send }: Pick<Driver, 'send'>, context: string) =>
  async (url: URL): Promise<string[]> => {
    const { cookies } = await send<{ cookies: Cookie[] }>('storage.getCookies', {
      partition: { type: 'context', context },
    }).catch(() => ({ cookies: [] }));
    return cookies.filter(isFor(url)).map(({ name, value }) => `${name}=${value.value}`);
  };

/** What is known of the browser in whose place something is requested. */
export interface AskingPage extends Pick<ReachedPage, 'isolated'> {
  cookies(url: URL): Promise<readonly string[]>;
  /** What the server of the page's site is told besides; `undefined`: nothing. */
  siteHeaders: { origin: string; headers: Readonly<Record<string, string>> } | undefined;
}

const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** How many redirects are followed: as many as browsers do. */
const mostRedirects = 20;

/**
 * Requests of the inspector's own, with the cookies and the name of the browser: servers answer by them. Redirects are followed here, so that each server is
 * told what is for it alone. For requests without a body.
 */
export const askAsBrowser = ({ isolated, cookies, siteHeaders }: AskingPage): typeof fetch => {
  const headersFor = async (url: URL, given: HeadersInit | undefined): Promise<Headers> => {
    const headers = new Headers(given);
    const [agent, origin] = (await isolated<[string, string]>(
      '[navigator.userAgent, location.origin]',
    ).catch(() => null)) ?? [undefined, undefined];
    if (agent) headers.set('User-Agent', agent);
    // Many servers say whom they allow only to those who tell where they come from.
    if (origin && origin !== url.origin) headers.set('Origin', origin);
    if (siteHeaders && url.origin === siteHeaders.origin)
      for (const [name, value] of Object.entries(siteHeaders.headers)) headers.set(name, value);
    const pairs = await cookies(url);
    if (pairs.length > 0) headers.set('Cookie', pairs.join('; '));
    return headers;
  };
  const ask = async (url: URL, init: RequestInit | undefined, left: number): Promise<Response> => {
    const headers = await headersFor(url, init?.headers);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const to = response.headers.get('location');
    if (to === null || !redirects.includes(response.status)) return response;
    await response.body?.cancel();
    const next = new URL(to, url);
    if (left === 0 || !/^https?:$/.test(next.protocol))
      throw new TypeError('It redirects to where no browser follows.');
    const answer = await ask(next, init, left - 1);
    return Object.defineProperty(answer, 'redirected', { value: true });
  };
  return (input, init) => ask(new URL(String(input)), init, mostRedirects);
};
