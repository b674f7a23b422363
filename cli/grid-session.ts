import { chromiumArgs, firefoxArgs, firefoxPrefs, unwantedSwitches } from './browser-settings';
import type { BrowserName } from './find-browser';
import { basicHeaders } from './give-access';
import type { MadeSession } from './open-socket';
import { plain } from './plain';

/** How browsers of a Selenium Grid are asked for. */
export interface GridOptions {
  name: BrowserName;
  /** Of the hub; with a name and a password where it wants them. */
  address: string;
  /** What else the browser must be, by the names of WebDriver's capabilities. */
  capabilities: Readonly<Record<string, unknown>>;
  args: readonly string[];
  prefs: Readonly<Record<string, string | number | boolean>>;
}

/** The way to a session's connection. */
export interface GridConnection {
  /** Its address. */
  socket: string;
  headers: Record<string, string>;
}

/** A session on a Grid, by WebDriver's HTTP. */
export interface GridSession extends GridConnection {
  made: MadeSession;
  /** Ends it, with its browser. */
  end(): Promise<void>;
}

/** How long a slot is waited for, milliseconds. Hubs themselves wait for 300 seconds, and Node's `fetch` no longer than that. */
const longestWait = 240_000;

/** How long ending a session may take, milliseconds. */
const timeoutMs = 10_000;

const optionsOf = ({ name, args, prefs }: GridOptions) =>
  name === 'firefox'
    ? {
        browserName: 'firefox',
        'moz:firefoxOptions': {
          args: ['-headless', ...firefoxArgs, ...args],
          prefs: { ...firefoxPrefs, ...prefs },
        },
      }
    : {
        browserName: 'chrome',
        'goog:chromeOptions': {
          args: ['--headless=new', ...chromiumArgs, ...args],
          excludeSwitches: unwantedSwitches,
        },
      };

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

/** Takes out of what a Grid says what it was told in confidence. */
const discreet = (text: string, { capabilities, address }: GridOptions): string => {
  const { username, password } = new URL(address);
  const secrets = [
    ...textsIn(capabilities),
    ...[username, password].flatMap((each) => [each, plain(each)]),
  ];
  return secrets
    .filter((each) => each.length > 3)
    .sort((one, other) => other.length - one.length)
    .reduce((cleaned, secret) => cleaned.replaceAll(secret, '…'), text);
};

/** The host, and its port as both of `http:` and `ws:` have it. */
const hostOf = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port || (/^(?:https|wss):$/.test(protocol) ? '443' : '80')}`;

/**
 * Whether a connection may have what the hub was given: the hub's own, or one of another host that nobody else can read (rented grids have such). A name
 * and a password are not for whatever address a Grid names.
 */
const isTrusted = (hub: URL, socket: string): boolean => {
  if (!URL.canParse(socket)) return false;
  const url = new URL(socket);
  return url.protocol === 'wss:' || hostOf(url) === hostOf(hub);
};

/** A Grid names its own address as its machine knows it, which may be none from here: its sessions are reached by the way that it was asked by. */
const socketOf = (hub: URL, { sessionId, capabilities }: MadeSession): string => {
  const told = String(capabilities.webSocketUrl);
  const path = `/session/${sessionId}/se/bidi`;
  return told.endsWith(path)
    ? `${hub.href.replace(/\/$/, '').replace(/^http/, 'ws')}${path}`
    : told;
};

/** A hub's address without its name and password, and the headers that tell them. */
const readHub = (address: string): { hub: URL; headers: Record<string, string> } => {
  const hub = new URL(address);
  const { username, password } = hub;
  if (!username && !password) return { hub, headers: {} };
  hub.username = '';
  hub.password = '';
  return { hub, headers: basicHeaders({ name: plain(username), password: plain(password) }) };
};

/** The way to the connection of a Grid's session. `address`: the hub's, with a name and a password where it wants them. */
export const gridConnection = (address: string, made: MadeSession): GridConnection => {
  const { hub, headers } = readHub(address);
  const socket = socketOf(hub, made);
  return { socket, headers: isTrusted(hub, socket) ? headers : {} };
};

/** Asks for a session, and waits for a free slot. `signal` ends the waiting. */
export const newGridSession = async (
  options: GridOptions,
  signal: AbortSignal,
): Promise<GridSession> => {
  const { hub, headers } = readHub(options.address);
  const base = hub.href.replace(/\/$/, '');
  const alwaysMatch = {
    ...optionsOf(options),
    webSocketUrl: true,
    unhandledPromptBehavior: 'ignore',
    ...options.capabilities,
  };
  const answer = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ capabilities: { alwaysMatch } }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestWait)]),
  });
  const text = await answer.text();
  let value: Partial<MadeSession> & { error?: string; message?: string } = {};
  try {
    value = (JSON.parse(text) as { value: typeof value }).value ?? {};
  } catch {
    throw new Error(`it answered ${answer.status}, and not as WebDriver does`);
  }
  const { sessionId, capabilities } = value;
  if (!sessionId || !capabilities) {
    const [first = ''] = (value.message ?? '').split('\n');
    throw new Error(discreet(`${value.error ?? answer.status}: ${first.trim()}`, options));
  }
  const end = async (): Promise<void> => {
    await fetch(`${base}/session/${sessionId}`, {
      method: 'DELETE',
      headers,
      signal: AbortSignal.timeout(timeoutMs),
    });
  };
  const made = { sessionId, capabilities };
  if (typeof capabilities.webSocketUrl !== 'string') {
    await end();
    throw new Error('its browser has no WebDriver BiDi (no webSocketUrl came)');
  }
  return { made, ...gridConnection(options.address, made), end };
};
