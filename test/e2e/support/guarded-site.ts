import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that is not for everybody: it asks for a name and a password, or wants a cookie or a header. */
export interface GuardedSite {
  url: string;
  close(): void;
}

const form = (): string =>
  '<!doctype html><title>Login</title><form method="post"><input id="name" name="name"><input id="password" name="password" type="password"><button id="go">Log in</button></form>';

/** What a guard wants. */
interface Wanted {
  /** Whom it asks for by HTTP. */
  user?: string;
  cookie?: string;
  /** What its form at `/login` wants, as it is sent, before it gives the cookie. */
  login?: string;
  header?: { name: string; value: string };
  /** Where it sends whoever asks for these paths. */
  moves?: Readonly<Record<string, string>>;
  /** Told of each request. */
  onRequest?(path: string, headers: IncomingHttpHeaders): void;
}

/** Puts a guard before a site. */
export const guardSite = async (
  site: string,
  { user, cookie, login, header, moves = {}, onRequest }: Wanted,
): Promise<GuardedSite> => {
  const wanted = user && `Basic ${Buffer.from(user).toString('base64')}`;
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    onRequest?.((url ?? '/').replace(/\?.*/, ''), headers);
    if (header && headers[header.name.toLowerCase()] !== header.value) {
      outgoing.writeHead(403).end('Not you.');
      return;
    }
    const to = moves[url ?? ''];
    if (to !== undefined) {
      outgoing.writeHead(302, { Location: to }).end();
      return;
    }
    if (wanted && headers.authorization !== wanted) {
      outgoing.writeHead(401, { 'WWW-Authenticate': 'Basic realm="staging"' }).end('Who are you?');
      return;
    }
    if (login !== undefined && url === '/login') {
      if (method !== 'POST') return void outgoing.end(form());
      let sent = '';
      incoming.on('data', (data) => (sent += data));
      incoming.on('end', () => {
        if (sent !== login) return void outgoing.writeHead(403).end('Not you.');
        outgoing
          .writeHead(200, { 'Set-Cookie': `${cookie}; Path=/`, 'Content-Type': 'text/html' })
          .end('<!doctype html><title>Hello</title><p id="hello">Hello</p>');
      });
      return;
    }
    if (cookie !== undefined && !(headers.cookie ?? '').split('; ').includes(cookie)) {
      outgoing.writeHead(403).end('Not you.');
      return;
    }
    const onward = request(new URL(url ?? '/', site), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
