import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostileTexts } from './hostile-texts';

const texts = `const texts = ${JSON.stringify(hostileTexts).replaceAll('<', '\\u003c')};`;
const script = '/ak-push.js?x=\'"()*!~;,$|[]';

/** Says all hostile texts wherever a page can say something, and its AKPush fails with them. */
const failing = `<!doctype html>
<script>
${texts}
document.title = texts.join(' ');
window.AKPush = class {
  initSubscription() {
    return Promise.reject(new Error(texts.join(' ')));
  }
};
const sdk = new AKPush({ serverURL: texts[0], resourceToken: texts.join(' ') });
for (const text of texts) sdk.initSubscription({ [text]: text, email: 'mira@example.com' }).catch(() => {});
</script>
<script>throw new Error(texts.join(' '));</script>
`;

/** Its AKPush does not come, as the script of that name throws them. */
const absent = `<!doctype html>
<script>${texts} document.title = texts.join(' ');</script>
<script src="${script.replaceAll('"', '&quot;')}"></script>
`;

/** A site that says what it likes. */
export interface HostileSite {
  /** Its AKPush is there, and fails. */
  failing: string;
  /** Its AKPush does not come. */
  absent: string;
  close(): void;
}

/** Serves these pages, at addresses that have the texts too. */
export const startHostileSite = async (): Promise<HostileSite> => {
  const server = createServer(({ url = '' }, response) => {
    const isScript = url.startsWith('/ak-push.js');
    const type = isScript ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` });
    if (isScript) response.end(`{ ${texts} throw new Error(texts.join(' ')); }`);
    else response.end(url.startsWith('/absent') ? absent : failing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const query = encodeURIComponent(
    hostileTexts.map((text) => text.replace(/\p{Cs}/gu, '')).join(' '),
  );
  const site = `http://localhost:${port}`;
  return {
    failing: `${site}/?x='"()*!~;,$|[]&y=${query}`,
    absent: `${site}/absent?x='"()*!~;,$|[]&y=${query}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
