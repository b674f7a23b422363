import type { OpenPage } from './open-page';
import type { StartedBrowser } from './started-browser';

interface Cookies {
  cookies: { name: string; value: { type: 'string' | 'base64'; value: string } }[];
}

/** Requests of the command's own, with the cookies and the name of the browser: servers answer by them. */
export const askAsBrowser =
  ({ send, contextOf }: StartedBrowser, { page, isolated }: OpenPage): typeof fetch =>
  async (input, init) => {
    const url = new URL(String(input));
    const headers = new Headers(init?.headers);
    const agent = await isolated<string>('navigator.userAgent').catch(() => undefined);
    if (agent) headers.set('User-Agent', agent);
    const { cookies } = await send<Cookies>('storage.getCookies', {
      filter: { domain: url.hostname },
      partition: { type: 'context', context: contextOf(page) },
    }).catch((): Cookies => ({ cookies: [] }));
    const pairs = cookies.map(({ name, value }) => `${name}=${value.value}`);
    if (pairs.length > 0) headers.set('Cookie', pairs.join('; '));
    return fetch(url, { ...init, headers });
  };
