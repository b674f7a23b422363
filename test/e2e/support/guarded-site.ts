import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that is not for everybody: it asks for a name and a password, and wants a cookie. */
export interface GuardedSite {
  url: string;
  close(): void;
}

/** Puts a guard before a site. */
export const guardSite = async (
  site: string,
  { user, cookie }: { user: string; cookie: string },
): Promise<GuardedSite> => {
  const wanted = `Basic ${Buffer.from(user).toString('base64')}`;
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    if (headers.authorization !== wanted) {
      outgoing.writeHead(401, { 'WWW-Authenticate': 'Basic realm="staging"' }).end('Who are you?');
      return;
    }
    if (!(headers.cookie ?? '').split('; ').includes(cookie)) {
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
