import type { Header } from './read-header';

/** Every kind of request; what is not named a rule would leave to the browser. */
const kinds = [
  ...['main_frame', 'sub_frame', 'stylesheet', 'script', 'image', 'font', 'object'],
  ...['xmlhttprequest', 'ping', 'csp_report', 'media', 'websocket', 'webtransport', 'webbundle'],
  'other',
];

/**
 * An extension, its files by their names, that adds headers to each request to a site and has no code: no other way reaches the requests by which
 * `registration.update()` looks for a new script in Chromium.
 */
export const headerExtension = (
  origin: string,
  headers: readonly Header[],
): Readonly<Record<string, string>> => {
  const rules = [origin, origin.replace(/^http/, 'ws')].map((start, index) => ({
    id: index + 1,
    action: {
      type: 'modifyHeaders',
      requestHeaders: headers.map(({ name, value }) => ({
        header: name,
        operation: 'set',
        value,
      })),
    },
    condition: { urlFilter: `|${start}/`, resourceTypes: kinds },
  }));
  const manifest = {
    manifest_version: 3,
    name: 'Headers',
    version: '1',
    permissions: ['declarativeNetRequest'],
    host_permissions: ['<all_urls>'],
    declarative_net_request: {
      rule_resources: [{ id: 'headers', enabled: true, path: 'rules.json' }],
    },
  };
  return { 'manifest.json': JSON.stringify(manifest), 'rules.json': JSON.stringify(rules) };
};
