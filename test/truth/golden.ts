import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { SessionFile } from '../../lib/schema/session-file';
import type { BrowserName } from '../../scripts/find-browser';
import { faults } from '../demo/faults';
import { normaliseSession, type Servers } from './normalise-session';
import type { TruthCase } from './truth-case';

/** Who has recorded: the panel, or the command. */
type Recorder = 'panel' | 'command';

const folders: Readonly<Record<Recorder, string>> = {
  panel: path.resolve(import.meta.dirname, '../fixtures/truth'),
  command: path.resolve(import.meta.dirname, '../fixtures/command'),
};

/** The folder with a browser's recordings. */
export const goldenFolder = (browser: BrowserName, by: Recorder = 'panel'): string =>
  path.join(folders[by], browser);

const fileOf = (browser: BrowserName, id: string, by: Recorder): string =>
  path.join(goldenFolder(browser, by), `${id}.json.gz`);

const asText = (_: string, value: unknown): unknown =>
  typeof value === 'function' ? String(value).replace(/\s+/g, '') : value;

/** What is done in a case, as a short number: another one than in its recording says that the recording is old. What is right to be said is no part of it. */
export const digestOf = ({ fault, variant, permission, moments }: TruthCase): string => {
  const done = [fault && faults[fault], variant, permission, moments.map(({ does }) => does)];
  return createHash('sha256').update(JSON.stringify(done, asText)).digest('hex').slice(0, 12);
};

/** A recorded session, with what was said of it on that day. */
export interface Golden {
  digest: string;
  verdict: string;
  isHealthy: boolean;
  /** What was found; not kept of the panel, whose file says the same again. */
  findings: readonly string[];
  /** The session file, in the product's own format. */
  text: string;
}

/** Writes a case's recording. What is said of it goes into its name: all else is a session file as any other. */
export const writeGolden = (
  browser: BrowserName,
  truth: TruthCase,
  { text, verdict, isHealthy, findings }: Omit<Golden, 'digest'>,
  servers: Servers,
  by: Recorder = 'panel',
): void => {
  const health = isHealthy ? 'healthy' : 'ill';
  const found = by === 'command' ? findings : [];
  const name = [truth.id, digestOf(truth), verdict, health, ...found].join(' ');
  const file: SessionFile = { ...JSON.parse(normaliseSession(text, servers)), name };
  mkdirSync(goldenFolder(browser, by), { recursive: true });
  writeFileSync(fileOf(browser, truth.id, by), gzipSync(JSON.stringify(file), { level: 9 }));
};

/** Whether a case has been recorded. */
export const hasGolden = (browser: BrowserName, id: string): boolean =>
  existsSync(fileOf(browser, id, 'panel'));

/** A case's recording; `undefined` when there is none. */
export const readGolden = (
  browser: BrowserName,
  id: string,
  by: Recorder = 'panel',
): Golden | undefined => {
  const file = fileOf(browser, id, by);
  if (!existsSync(file)) return undefined;
  const text = gunzipSync(readFileSync(file)).toString();
  const { name } = JSON.parse(text) as SessionFile;
  const [, digest = '', verdict = '', health, ...findings] = name.split(' ');
  return { digest, verdict, isHealthy: health === 'healthy', findings, text };
};
