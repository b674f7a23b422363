/** `[scheme://]host[:port][/path]` of a Content Security Policy (CSP 3, "Does url match expression"). */
const matches = (expression: string, url: URL, self: string): boolean => {
  if (expression === '*') return /^(?:https?|wss?):$/.test(url.protocol);
  if (expression === "'self'") return url.origin === self;
  if (/^[a-z][a-z\d+.-]*:$/.test(expression))
    return url.protocol === expression || (expression === 'http:' && url.protocol === 'https:');
  const parts = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(expression);
  if (!parts) return false;
  const [, scheme, host = '', port, path] = parts;
  const own = new URL(self).protocol;
  const isScheme = scheme
    ? url.protocol === `${scheme}:` || (scheme === 'http' && url.protocol === 'https:')
    : url.protocol === own || url.protocol === 'https:';
  const isHost = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1))
    : url.hostname === host || host === '*';
  const isPort = port === '*' || (port ?? '') === url.port;
  const isPath =
    !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return isScheme && isHost && isPort && isPath;
};

/** The directive of a `Content-Security-Policy` header that forbids a worker's script to fetch (`connect-src`) or to import (`script-src`) an address; `undefined` when none does. `self`: the script's origin. */
export const forbiddingDirective = (
  policy: string,
  directive: 'connect-src' | 'script-src',
  address: string,
  self: string,
): string | undefined => {
  for (const each of policy.split(',')) {
    const directives = each.split(';').map((text) => text.trim().split(/\s+/));
    const [name, ...sources] =
      directives.find(([first]) => first?.toLowerCase() === directive) ??
      directives.find(([first]) => first?.toLowerCase() === 'default-src') ??
      [];
    if (name === undefined || sources.includes("'strict-dynamic'")) continue;
    const url = new URL(address);
    if (!sources.some((source) => matches(source, url, self))) return [name, ...sources].join(' ');
  }
  return undefined;
};
