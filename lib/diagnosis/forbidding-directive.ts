const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

const portOf = ({ port, protocol }: URL): string => port || (defaultPorts[protocol] ?? '');

/** An upgrade from `http` to `https` is what a policy for `http` lets through too. */
const isSchemeOf = (wanted: string, { protocol }: URL): boolean =>
  protocol === wanted || (wanted === 'http:' && protocol === 'https:');

const isPathOf = (wanted: string | undefined, { pathname }: URL): boolean => {
  if (!wanted) return true;
  return wanted.endsWith('/') ? pathname.startsWith(wanted) : pathname === wanted;
};

const isPortOf = (wanted: string | undefined, url: URL): boolean => {
  if (wanted === '*') return true;
  const port = portOf(url);
  if (wanted === undefined) return port === (defaultPorts[url.protocol] ?? '');
  return port === wanted || (wanted === '80' && port === '443');
};

/** `[scheme://]host[:port][/path]` of a Content Security Policy, whose letters have no case but in the path (CSP 3, "Does url match expression"). */
const matches = (source: string, url: URL, self: URL): boolean => {
  const expression = source.toLowerCase();
  if (expression === '*') return /^(?:https?|wss?):$/.test(url.protocol);
  if (expression === "'self'")
    return (
      url.hostname === self.hostname &&
      isSchemeOf(self.protocol, url) &&
      (portOf(url) === portOf(self) || !(url.port || self.port))
    );
  if (/^[a-z][a-z\d+.-]*:$/.test(expression)) return isSchemeOf(expression, url);
  const parts = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\[[^\]/]*\]|[^/:[\]]+)(?::(\d+|\*))?(\/.*)?$/i.exec(
    source,
  );
  if (!parts) return false;
  const [, scheme = self.protocol.slice(0, -1), name = '', port, path] = parts;
  const host = name.toLowerCase();
  const isHost = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1))
    : url.hostname === host || host === '*';
  return (
    isSchemeOf(`${scheme.toLowerCase()}:`, url) &&
    isHost &&
    isPortOf(port, url) &&
    isPathOf(path, url)
  );
};

/** Directives that decide about a request, the first of them that a policy has (CSP 3, "Get fetch directive fallback list"). */
const deciding = {
  'connect-src': ['connect-src', 'default-src'],
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
} as const;

/** The directive of a `Content-Security-Policy` header that forbids a worker's script to fetch (`connect-src`) or to import (`script-src`) an address; `undefined` when none does. `self`: the script's origin. */
export const forbiddingDirective = (
  policy: string,
  directive: keyof typeof deciding,
  address: string,
  self: string,
): string | undefined => {
  const url = new URL(address);
  for (const each of policy.split(',')) {
    const directives = each.split(';').map((text) => text.trim().split(/\s+/));
    const [name, ...sources] =
      deciding[directive]
        .map((wanted) => directives.find(([first]) => first?.toLowerCase() === wanted))
        .find((found) => found !== undefined) ?? [];
    const isStrict = sources.some((source) => source.toLowerCase() === "'strict-dynamic'");
    if (name === undefined || isStrict) continue;
    if (!sources.some((source) => matches(source, url, new URL(self))))
      return [name, ...sources].join(' ');
  }
  return undefined;
};
