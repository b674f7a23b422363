import type { SessionFile } from '../../lib/schema/session-file';

/** The servers of a recording, by the port that each has in the file. */
export type Servers = Readonly<Record<number, string>>;

/** When every recording begins. */
const begin = Date.UTC(2026, 0, 1);
const day = 24 * 60 * 60 * 1000;

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/** What the refs of one panel begin with, `newRef`. */
const panelNames = /(?<="(?:push|action):)[a-z0-9]+(?=\.\d)/g;

/** Gives each value that a pattern finds a number of its own, in their order. */
const numbered = (text: string, pattern: RegExp): string => {
  const numbers = new Map<string, number>();
  return text.replace(pattern, (found) => {
    const number = numbers.get(found) ?? numbers.size + 1;
    numbers.set(found, number);
    return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  });
};

/**
 * A session file without what differs between two recordings for no reason: ports, the time of day, names made at random, and what can be
 * made anew. Keys, tokens and how long things took stay: they have to fit each other.
 */
export const normaliseSession = (text: string, servers: Servers): string => {
  const file: SessionFile = { ...JSON.parse(text), outcomes: {}, findings: [] };
  const began = Math.floor(file.pages[0]?.timeOrigin ?? Date.parse(file.savedAt));
  const fixed = JSON.stringify({ ...file, savedAt: new Date(begin).toISOString() }).replace(
    /\b\d{13}\b/g,
    (time) => (Math.abs(Number(time) - began) < day ? String(Number(time) - began + begin) : time),
  );
  const named = Object.entries(servers).reduce(
    (now, [port, url]) =>
      now.replace(
        new RegExp(`(?<=(?:localhost|127.0.0.1)(?::|%3A))${new URL(url).port}\\b`, 'g'),
        port,
      ),
    fixed,
  );
  return numbered(named.replace(panelNames, 'panel'), uuid);
};
